import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../server/core/check';
import type { TableDescription } from '../../server/core/facts';
import { asking, type Asked } from './asked';
import { verdictOn, type Verdict } from './verdict';
import { withoutSockets } from './wires';
import { openWorld, type AgreementWorld } from './world';

let world: AgreementWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const spec = {
  SourceTableName: 'Events',
  UseLatestRestorableTime: true,
  TargetTableName: 'restored',
  ProvisionedThroughputOverride: { ReadCapacityUnits: 9, WriteCapacityUnits: 8 },
};

type Change = (asked: Asked) => Asked;
type Sent = NonNullable<Asked['sent']>;

const answered =
  (change: (sent: Sent) => Sent): Change =>
  (asked) =>
    asked.sent ? { ...asked, sent: change(asked.sent) } : asked;

const made = (change: (table: TableDescription) => Partial<TableDescription>): Change =>
  answered((sent) => (sent.table ? { ...sent, table: { ...sent.table, ...change(sent.table) } } : sent));

type GlobalIndex = NonNullable<TableDescription['GlobalSecondaryIndexes']>[number];
const globalIndexes = (change: (index: GlobalIndex) => Partial<GlobalIndex>): Change =>
  made(({ GlobalSecondaryIndexes = [] }) => ({
    GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({ ...index, ...change(index) })),
  }));

const restoredFrom = (change: Partial<NonNullable<TableDescription['RestoreSummary']>>): Change =>
  made(({ RestoreSummary: summary }) => (summary ? { RestoreSummary: { ...summary, ...change } } : {}));

const refused = { code: 'TableInUseException', message: '' };

const needless: Problem = {
  code: 'target-exists',
  severity: 'error',
  because: 'refused',
  message: '',
  range: { start: 0, end: 0 },
  path: ['TargetTableName'],
  fixes: [],
};

const ordersArn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders';

describe('a wrong answer is seen:', () => {
  const text = JSON.stringify(spec);
  const verdictAfter = async (change: Change): Promise<Verdict> =>
    verdictOn(world, text, change(await asking(world, withoutSockets(world.sandbox))(text)));

  test('none where there is none', async () =>
    expect(await verdictAfter((asked) => asked)).toEqual({ kind: 'accepted', by: [] }));

  test.each<[string, Change]>([
    ['another billing mode', made(() => ({ BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } }))],
    [
      'the recorded capacity',
      made(() => ({ ProvisionedThroughput: { ReadCapacityUnits: 20, WriteCapacityUnits: 10 } })),
    ],
    ['on-demand limits', made(() => ({ OnDemandThroughput: { MaxReadRequestUnits: 5 } }))],
    ['no global index', made(() => ({ GlobalSecondaryIndexes: [] }))],
    [
      'a local index less',
      made(({ LocalSecondaryIndexes = [] }) => ({ LocalSecondaryIndexes: LocalSecondaryIndexes.slice(1) })),
    ],
    ['a renamed index', globalIndexes(() => ({ IndexName: 'other' }))],
    ['another projection', globalIndexes(() => ({ Projection: { ProjectionType: 'KEYS_ONLY' } }))],
    ['other keys', globalIndexes(({ KeySchema }) => ({ KeySchema: KeySchema.slice(1) }))],
    [
      'another capacity of an index',
      globalIndexes(() => ({ ProvisionedThroughput: { ReadCapacityUnits: 9, WriteCapacityUnits: 8 } })),
    ],
    ['another key', made(() => ({ SSEDescription: {} }))],
    ['another Region', made(({ TableArn }) => ({ TableArn: TableArn.replace('eu-west-1', 'us-east-1') }))],
    ['another moment', restoredFrom({ RestoreDateTime: '2026-11-20T09:54:00Z' })],
    ['another source', restoredFrom({ SourceTableArn: ordersArn })],
    ['a stream', made(() => ({ StreamSpecification: { StreamEnabled: true } }))],
    ['a refusal', answered(({ call, region, input }) => ({ call, region, input, refusal: refused }))],
    ['a refusal, and a table all the same', answered((sent) => ({ ...sent, refusal: refused }))],
    ['no table at all', answered(({ call, region, input }) => ({ call, region, input }))],
    ['a member that is read past', answered((sent) => ({ ...sent, input: { ...sent.input, Extra: 1 } }))],
    ['another request than the plan shows', answered((sent) => ({ ...sent, region: 'us-east-1' }))],
    ['an error too many', (asked) => ({ ...asked, problems: [...asked.problems, needless] })],
    [
      'a plan that is refused',
      (asked) => ({ ...asked, plan: () => ({ kind: 'refused', problems: [], unchecked: [] }) }),
    ],
    [
      'a mistake of the sandbox itself',
      answered((sent) => ({ ...sent, refusal: { code: 'SandboxFaultException', message: '' } })),
    ],
  ])('%s', async (_, change) => expect(await verdictAfter(change)).toMatchObject({ kind: 'disagreement' }));
});
