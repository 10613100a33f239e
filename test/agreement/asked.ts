import { check, type Problem } from '../../server/core/check';
import type { TableDescription } from '../../server/core/facts';
import { plan, type Planned } from '../../server/core/plan';
import { requestInput, destinationRegion } from '../../server/core/spec/request';
import { parseSpec, type Spec } from '../../server/core/spec/spec';
import { has, stringAt } from '../../server/core/spec/tree';
import { gather } from '../../server/run/gather';
import type { Account, Journal } from '../../server/run/ports';
import type { Refusal, Request, Wire } from './wires';
import type { AgreementWorld } from './world';

/** What the service said to a request, and the table it made of it: a refusal may leave one, too. */
export interface Answer {
  /** Absent: accepted. */
  refusal?: Refusal;
  table?: TableDescription;
}

/** Both sides about one text. */
export interface Asked {
  problems: readonly Problem[];
  /** What the product would do, were it told to. */
  plan: () => Planned;
  /** Absent: there is no one call that could be made of it. */
  sent?: Request & Answer;
}

const regionInUse = 'eu-west-1';

const noJournal: Journal = { append: async () => {}, read: async () => ({ rows: [], damaged: 0 }) };

/** Asks the checker, with the facts that the product gathers, and then the service, with the request that the product makes. */
export function asking(world: AgreementWorld, wire: Wire): (text: string) => Promise<Asked> {
  const { sandbox, account } = world;
  const ports = {
    account: remembering(account),
    journal: noJournal,
    clock: { now: () => sandbox.clock.now(), sleep: async () => {} },
  };
  return async (text) => {
    const spec = parseSpec(text);
    const { facts } = await gather(spec, ports, regionInUse);
    const said = { problems: check(spec, facts).problems, plan: () => plan(spec, facts) };
    const asked = requestOf(spec, destinationRegion(spec, facts));
    if (asked === undefined) return said;
    const bySdk = await wire.send(asked);
    const answer = bySdk === 'not sent' ? await wire.sendAsWritten(asked) : bySdk;
    const refused = answer === 'accepted' ? {} : { refusal: answer };
    return { ...said, sent: { ...asked, ...refused, ...(await takenAway(world, wire, asked)) } };
  };
}

/** No call takes a backup and a table, and none goes to a Region that no name of one is written for. */
function requestOf(spec: Spec, region: string | undefined): Request | undefined {
  const fromBackup = has(spec, ['BackupArn']);
  const fromTable = has(spec, ['SourceTableArn']) || has(spec, ['SourceTableName']);
  if ((fromBackup && fromTable) || region === undefined || !/^[a-z0-9-]+$/.test(region)) return undefined;
  if (has(spec, ['Region']) && stringAt(spec, ['Region']) === undefined) return undefined;
  const call = fromBackup ? 'RestoreTableFromBackup' : 'RestoreTableToPointInTime';
  return { call, region, input: requestInput(spec) };
}

/** Time stands still and what is made is taken away, so a question has the same answer every time. */
function remembering(account: Account): Account {
  const answers = new Map<string, Promise<unknown>>();
  const read: Account['read'] = (region, operation, input) => {
    const key = `${region} ${operation} ${JSON.stringify(input)}`;
    const answer = answers.get(key) ?? account.read(region, operation, input);
    if (answers.size > 20_000) answers.clear();
    answers.set(key, answer);
    return answer as ReturnType<typeof account.read<typeof operation>>;
  };
  return { read, write: (region, operation, input) => account.write(region, operation, input) };
}

/** The table that a request has made, as DescribeTable tells it; it is gone then, and its backup is free again. */
async function takenAway(
  world: AgreementWorld,
  wire: Wire,
  { region, input }: Request,
): Promise<Pick<Answer, 'table'>> {
  const name = String(input['TargetTableName']);
  const { sandbox, standing } = world;
  if (standing(region).has(name) || sandbox.world.regions.get(region)?.tables.has(name) !== true) return {};
  const table = await wire.describe(region, name);
  sandbox.seed.vanish(region, name);
  return { table };
}
