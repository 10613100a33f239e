import { afterEach, beforeEach, expect, test } from 'vitest';
import { operations } from '../../server/core/journal';
import { restore, resume, AlreadyRunning } from '../../server/run/restore';
import { bench, follow, planned, region, restored, sent, type Bench } from './over-sockets';

let on: Bench;
let spec: Record<string, unknown>;

beforeEach(async () => {
  on = await bench({ deadlines: { socketMs: 300, requestMs: 400, writeMs: 500 } });
  const { seed } = on.sandbox;
  await seed.table({
    region,
    table: { TableName: 'Orders' },
    items: [{ pk: { S: 'a' } }],
    timeToLive: 'expiresAt',
    pointInTime: { days: 7 },
  });
  const backup = seed.backup({ region, table: 'Orders', name: 'before' });
  spec = { BackupArn: backup.arn, TargetTableName: 'Orders-restored' };
});

afterEach(() => on.close());

const outcome = (events: Awaited<ReturnType<typeof follow>>) => {
  const last = events.at(-1);
  return last?.kind === 'finished' ? last.outcome : last?.kind;
};

test('a whole restore: requested, watched until ACTIVE, every setting put back, journalled', async () => {
  const wanted = {
    ...spec,
    AfterRestore: {
      TableClass: 'STANDARD_INFREQUENT_ACCESS',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      PointInTimeRecoverySpecification: 'FromSource',
      Tags: [{ Key: 'team', Value: 'orders' }],
      DeletionProtectionEnabled: true,
      TimeToLiveSpecification: 'FromBackup',
    },
  };
  const events = await restored(on, wanted);
  expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: 'done', failedSteps: [] });
  const { account } = on;
  const { Table } = await account.read(region, 'DescribeTable', { TableName: 'Orders-restored' });
  expect(Table).toMatchObject({
    TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' },
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    DeletionProtectionEnabled: true,
  });
  const name = { TableName: 'Orders-restored' };
  const continuous = await account.read(region, 'DescribeContinuousBackups', name);
  expect(continuous.ContinuousBackupsDescription.PointInTimeRecoveryDescription).toMatchObject({
    PointInTimeRecoveryStatus: 'ENABLED',
    RecoveryPeriodInDays: 7,
  });
  const { TimeToLiveDescription } = await account.read(region, 'DescribeTimeToLive', name);
  expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  const { Tags } = await account.read(region, 'ListTagsOfResource', { ResourceArn: Table.TableArn });
  expect(Tags).toEqual([{ Key: 'team', Value: 'orders' }]);
  expect(on.rows.map(({ state }) => state)).toEqual([
    'intent',
    'sent',
    'accepted',
    'active',
    ...Array<string>(6).fill('step-done'),
    'done',
  ]);
});

test.each([
  ['reset-after-commit', 'done'],
  ['no-answer-after-commit', 'done'],
  ['stalled-body', 'done'],
  ['truncated-body', 'done'],
  ['empty-200', 'done'],
  ['reset-before-commit', 'unknown'],
  ['no-answer', 'unknown'],
  ['internal-error', 'unknown'],
  ['unavailable', 'unknown'],
  ['html-page', 'unknown'],
  ['redirect', 'unknown'],
] as const)('an answer that tells nothing (%s) is cleared up by looking: %s', async (fault, ends) => {
  on.sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault, times: 1 });
  const events = await restored(on, spec);
  expect(outcome(events)).toBe(ends);
  expect(events.map(({ kind }) => kind)).toContain('unsure');
  expect(sent(on, 'RestoreTableFromBackup')).toBe(1);
  const { TableNames } = await on.account.read(region, 'ListTables', {});
  expect(TableNames).toEqual(ends === 'done' ? ['Orders', 'Orders-restored'] : ['Orders']);
  const [operation] = operations(on.rows);
  expect(operation).toMatchObject(ends === 'done' ? { state: 'done', adopted: true } : { unresolved: true });
});

test('a request that was lost on the way ends as unknown, and trying again under the same name is safe', async () => {
  on.sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'reset-before-commit', times: 1 });
  expect(outcome(await restored(on, spec))).toBe('unknown');
  expect(sent(on, 'RestoreTableFromBackup')).toBe(1);
  expect(outcome(await restored(on, spec))).toBe('done');
  expect(operations(on.rows).map(({ state }) => state)).toEqual(['closed', 'done']);
});

test('an existing target stops everything: nothing is sent', async () => {
  const made = await planned(on, spec);
  await on.sandbox.seed.table({ region, table: { TableName: 'Orders-restored' } });
  const events = await follow(restore(made, { profile: 'test' }, on.ports));
  expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: 'rejected' });
  expect(events.at(-1)?.words).toContain('Orders-restored exists already');
  expect(sent(on, 'RestoreTableFromBackup')).toBe(0);
});

test('throttling is waited out with the same request', async () => {
  on.sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'throttle', times: 2 });
  const events = await restored(on, spec);
  expect(outcome(events)).toBe('done');
  expect(events.filter(({ kind }) => kind === 'waiting')).toHaveLength(2);
  expect(sent(on, 'RestoreTableFromBackup')).toBe(3);
});

test.each([
  [{ code: 'AccessDeniedException', message: 'no' }, 'dynamodb:RestoreTableFromBackup'],
  [{ code: 'InternalServerError', message: 'KMS internal error: x', status: 500 }, 'encryption key'],
  [{ code: 'ExpiredTokenException', message: 'expired' }, 'Sign in again'],
] as const)('a definite no (%j) ends the restore at once and says what to do', async (fault, words) => {
  on.sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault, times: 1 });
  const events = await restored(on, spec);
  expect(outcome(events)).toBe('rejected');
  expect(events.at(-1)?.words).toContain(words);
  expect(events.at(-1)?.words).toContain('No restore was started.');
  expect(sent(on, 'RestoreTableFromBackup')).toBe(1);
});

test('cancelling stops watching only: the journal stays open, and resume goes on to the end', async () => {
  const stop = new AbortController();
  const events = restore(await planned(on, spec), { profile: 'test' }, on.ports, stop.signal);
  await expect(
    (async () => {
      for await (const event of events) if (event.kind === 'creating') stop.abort(new Error('enough'));
    })(),
  ).rejects.toThrow('enough');
  const [operation] = operations(on.rows);
  expect(operation?.state).toBe('restoring');
  expect(outcome(await follow(resume(operation?.op ?? '', on.ports)))).toBe('done');
  expect(sent(on, 'RestoreTableFromBackup')).toBe(1);
});

test('cancelling before anything was sent ends the restore as not started', async () => {
  const stop = new AbortController();
  const made = await planned(on, spec);
  stop.abort();
  const events = await follow(restore(made, { profile: 'test' }, on.ports, stop.signal));
  expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: 'rejected' });
  expect(sent(on, 'RestoreTableFromBackup')).toBe(0);
});

test('two runners of one restore: the second is refused and sends nothing', async () => {
  const made = await planned(on, spec);
  const first = restore(made, { profile: 'test' }, on.ports);
  await first.next();
  await expect(restore(made, { profile: 'test' }, on.ports).next()).rejects.toBeInstanceOf(AlreadyRunning);
  expect(outcome(await follow(first))).toBe('done');
  expect(sent(on, 'RestoreTableFromBackup')).toBe(1);
});

test('a table that goes away while it is restored is told as gone', async () => {
  const events = restore(await planned(on, spec), { profile: 'test' }, on.ports);
  const seen = [];
  for await (const event of events) {
    seen.push(event);
    if (event.kind === 'creating' && seen.filter(({ kind }) => kind === 'creating').length === 1) {
      on.sandbox.faults.add({
        operation: 'DescribeTable',
        fault: {
          code: 'ResourceNotFoundException',
          message: 'Requested resource not found: Table: x not found',
        },
        times: 1_000,
      });
    }
  }
  expect(outcome(seen)).toBe('vanished');
});

test('an expired session pauses the watching and never fails the restore', async () => {
  const events = restore(await planned(on, spec), { profile: 'test' }, on.ports);
  const seen = [];
  for await (const event of events) {
    seen.push(event);
    if (event.kind === 'requested') {
      on.sandbox.faults.add({ operation: 'DescribeTable', fault: 'expired-token', times: 1_000 });
    }
    // The user has signed in again.
    if (seen.filter(({ kind }) => kind === 'waiting').length === 3) on.sandbox.faults.clear();
  }
  expect(outcome(seen)).toBe('done');
  expect(seen.filter(({ kind }) => kind === 'waiting').map(({ words }) => words)).toEqual(
    Array<string>(3).fill(expect.stringContaining('The session has expired.') as string),
  );
});

test('point in time: the same protocol, with the other request', async () => {
  on.sandbox.clock.advance(600_000);
  const events = await restored(on, {
    SourceTableName: 'Orders',
    UseLatestRestorableTime: true,
    TargetTableName: 'Orders-earlier',
  });
  expect(outcome(events)).toBe('done');
  expect(sent(on, 'RestoreTableToPointInTime')).toBe(1);
});
