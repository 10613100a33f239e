import { expect, test } from 'vitest';
import {
  isOpen,
  operationOf,
  operations,
  sameKey,
  stepsLeft,
  textOfKey,
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

test('an operation that was only meant has done nothing and lost nothing', () =>
  expect(operations([intent])).toEqual([
    {
      op: 'o',
      intent,
      state: 'intent',
      startedAt: at,
      changedAt: at,
      adopted: false,
      stepsDone: [],
      stepsFailed: [],
      unresolved: false,
    },
  ]));

test('an operation that goes on from one whose request was lost may have a table of that one', () => {
  const again: IntentRow = { ...intent, unresolvedSince: at };
  const unresolved = (...bodies: RowBody[]) =>
    operations([again, ...bodies.map((body): Row => ({ op: 'o', at, ...body }))])[0]?.unresolved;
  expect(unresolved()).toBe(true);
  expect(unresolved(sent, ended('rejected'))).toBe(true);
  expect(unresolved(sent, accepted)).toBe(false);
});

test.each(['rejected', 'foreign', 'vanished'] as const)('a request that ended as %s is not lost', (state) =>
  expect(operations(rows(sent, ended(state)))[0]).toMatchObject({ unresolved: false, code: 'C', note: 'n' }),
);

test('the clock of the service is kept from the send that learnt it', () => {
  const offset = (...bodies: RowBody[]) => operations(rows(...bodies))[0]?.offsetMs;
  expect(offset(sent)).toBeUndefined();
  expect(offset({ state: 'sent', offsetMs: -5 }, sent)).toBe(-5);
  expect(operations(rows(sent))[0]).not.toHaveProperty('offsetMs');
});

test('why it was told to wait is forgotten once it is sent again or accepted', () => {
  const told = (...bodies: RowBody[]) => {
    const [operation] = operations(rows(...bodies));
    return [operation?.code, operation?.note];
  };
  expect(told(sent, waiting)).toEqual(['ThrottlingException', 'n']);
  expect(told(sent, waiting, sent)).toEqual([undefined, undefined]);
  expect(told(sent, waiting, accepted)).toEqual([undefined, undefined]);
});

test('it is told when each thing happened, and which table was made', () => {
  const later = (minute: number, body: RowBody): Row => ({
    op: 'o',
    at: `2026-11-20T10:0${minute}:00Z`,
    ...body,
  });
  expect(
    operations([
      intent,
      later(1, sent),
      later(2, { ...accepted, adopted: true }),
      later(3, active),
      later(4, { state: 'step-done', setting: 'Tags' }),
      later(5, { state: 'step-done', setting: 'Tags' }),
      later(6, { state: 'done' }),
    ])[0],
  ).toMatchObject({
    state: 'done',
    startedAt: at,
    sentAt: '2026-11-20T10:01:00Z',
    acceptedAt: '2026-11-20T10:02:00Z',
    tableId: 't',
    adopted: true,
    activeAt: '2026-11-20T10:03:00Z',
    stepsDone: ['Tags'],
    changedAt: '2026-11-20T10:06:00Z',
  });
});

test('an intent that is written twice begins no second operation', () => {
  const twice: Row[] = [...rows(sent), { ...intent, planHash: 'other' }];
  expect(operations(twice).map(({ state, intent: { planHash } }) => [state, planHash])).toEqual([
    ['sent', 'h'],
  ]);
});

test('one operation is found among the rows of others', () => {
  const other: IntentRow = { ...intent, op: 'p' };
  const all: Row[] = [intent, other, { op: 'p', at, ...sent }];
  expect(operationOf(all, 'o')?.state).toBe('intent');
  expect(operationOf(all, 'p')?.state).toBe('sent');
  expect(operationOf(all, 'q')).toBeUndefined();
});

test('a restore is told from another by partition, account, Region and target', () => {
  const { key } = intent;
  expect(sameKey(key, { ...key })).toBe(true);
  expect(textOfKey(key)).toBe('aws/123456789012/eu-west-1/T');
  for (const part of ['partition', 'accountId', 'region', 'target'] as const) {
    const other = { ...key, [part]: 'x' };
    expect([part, sameKey(key, other), textOfKey(other) === textOfKey(key)]).toEqual([part, false, false]);
  }
});

test('rows of a backup change nothing about a restore', () => {
  const bodies: RowBody[] = [
    { state: 'backup-sent', region: 'eu-west-1', tableName: 'T', backupName: 'b', profile: 'p' },
    { state: 'backup-made', backupArn: 'a', adopted: true },
    { state: 'backup-rejected', code: 'C', note: 'n' },
    { state: 'backup-unknown', code: 'C', note: 'n' },
  ];
  expect(operations(rows(sent, ...bodies))).toEqual(operations(rows(sent)));
});
