import { expect, test } from 'vitest';
import {
  isOpen,
  operations,
  stepsLeft,
  type IntentRow,
  type Row,
  type RowBody,
} from '../../server/core/journal';

const at = '2026-11-20T10:00:00.000Z';
const intent: IntentRow = {
  op: 'o',
  at,
  state: 'intent',
  kind: 'RestoreTableFromBackup',
  key: { partition: 'aws', accountId: '123456789012', region: 'eu-west-1', target: 'T' },
  input: {},
  steps: [
    { setting: 'Tags', value: [] },
    { setting: 'TableClass', value: 'STANDARD' },
    { setting: 'TimeToLiveSpecification', value: {} },
  ],
  sourceTableName: 'S',
  planHash: 'h',
  profile: 'p',
};
const rows = (...bodies: RowBody[]): Row[] => [
  intent,
  ...bodies.map((body): Row => ({ op: 'o', at, ...body })),
];

const sent: RowBody = { state: 'sent' };
const waiting: RowBody = { state: 'waiting', code: 'ThrottlingException', note: 'n' };
const accepted: RowBody = { state: 'accepted', tableId: 't', adopted: false };
const active: RowBody = { state: 'active' };
const ended = (state: 'rejected' | 'unknown' | 'foreign' | 'vanished'): RowBody => ({
  state,
  code: 'C',
  note: 'n',
});

test.each<[string, RowBody[], boolean]>([
  ['intent', [], true],
  ['sent', [sent], true],
  ['sent', [sent, waiting], true],
  ['restoring', [sent, waiting, sent, accepted], true],
  ['settings', [sent, accepted, active], true],
  ['done', [sent, accepted, active, { state: 'done' }], false],
  ['rejected', [sent, ended('rejected')], false],
  ['unknown', [sent, ended('unknown')], false],
  ['restoring', [sent, ended('unknown'), accepted], true],
  ['foreign', [sent, ended('foreign')], false],
  ['vanished', [sent, accepted, ended('vanished')], false],
  ['closed', [sent, ended('unknown'), { state: 'closed', note: 'n' }], false],
])('%s after %j', (state, bodies, open) => {
  const [operation] = operations(rows(...bodies));
  expect(operation?.state).toBe(state);
  expect(operation !== undefined && isOpen(operation)).toBe(open);
});

test('an operation keeps what is left to do, what failed, and that a request was lost', () => {
  const [operation] = operations(
    rows(
      sent,
      ended('unknown'),
      { state: 'closed', note: 'n' },
      { state: 'step-done', setting: 'Tags' },
      {
        state: 'step-failed',
        setting: 'TableClass',
        note: 'budget',
      },
    ),
  );
  expect(operation?.unresolved).toBe(true);
  expect(operation?.stepsFailed).toEqual([{ setting: 'TableClass', note: 'budget' }]);
  expect(operation && stepsLeft(operation)).toEqual([{ setting: 'TimeToLiveSpecification', value: {} }]);
});

test('rows without their intent, rows of backups and rows of a later version are passed over', () => {
  const stray = { op: 'x', at, state: 'sent' } satisfies Row;
  const backup = { op: 'o', at, state: 'backup-made', backupArn: 'a', adopted: false } satisfies Row;
  const later = { op: 'o', at, state: 'invented' } as unknown as Row;
  expect(operations([stray, ...rows(sent), backup, later]).map(({ op, state }) => [op, state])).toEqual([
    ['o', 'sent'],
  ]);
});
