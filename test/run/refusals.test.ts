import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { operations, type Row } from '../../server/core/journal';
import type { Plan } from '../../server/core/plan';
import { WrongAccount } from '../../server/run/drive';
import { AwsFailure, JournalUnwritable, type Account } from '../../server/run/ports';
import { hashOf, NothingToResume, restore, resume, AlreadyRunning } from '../../server/run/restore';
import { bench, follow, planned, region, sent, type Bench } from './over-sockets';

let on: Bench;
let plan: Plan;

beforeEach(async () => {
  on = await bench({ deadlines: { socketMs: 300, requestMs: 400, writeMs: 500 } });
  await on.sandbox.seed.table({ region, table: { TableName: 'Orders' } });
  const backup = on.sandbox.seed.backup({ region, table: 'Orders', name: 'before' });
  plan = await planned(on, { BackupArn: backup.arn, TargetTableName: 'Orders-restored' });
});

afterEach(() => on.close());

const tagStep: Plan['steps'][number] = {
  setting: 'Tags',
  value: [{ Key: 'team', Value: 'orders' }],
  from: 'written',
  words: 'set 1 tag',
};
const noSuchTable = new AwsFailure({
  code: 'ResourceNotFoundException',
  message: 'Requested resource not found',
  operation: 'DescribeTable',
  region,
  httpStatus: 400,
  mayHaveArrived: true,
});

const outcome = (events: Awaited<ReturnType<typeof follow>>) => {
  const last = events.at(-1);
  return last?.kind === 'finished' ? last.outcome : last?.kind;
};
const run = (ports = on.ports) => restore(plan, { profile: 'test' }, ports);
const ofAnother: Pick<Account, 'read'> = {
  read: (region, operation, input, signal) =>
    operation === 'GetCallerIdentity'
      ? Promise.resolve<never>({ Account: '999999999999', Arn: 'x' } as never)
      : on.account.read(region, operation, input, signal),
};
const elsewhere = () => ({ ...on.ports, account: { ...on.account, ...ofAnother } });

/** The journal of a disk that fills up when a row of this state comes. */
function fullFrom(state: Row['state']): { full: boolean; append(row: Row): Promise<void> } {
  const disk = {
    full: false,
    async append(row: Row) {
      disk.full ||= row.state === state;
      if (disk.full) throw new JournalUnwritable('The journal cannot be used (ENOSPC).');
      await on.ports.journal.append(row);
    },
  };
  return disk;
}

describe('nothing is sent', () => {
  test.each(['intent', 'sent'] as const)('when the row "%s" cannot be written', async (state) => {
    const journal = { ...on.ports.journal, append: fullFrom(state).append };
    await expect(follow(run({ ...on.ports, journal }))).rejects.toBeInstanceOf(JournalUnwritable);
    expect(sent(on, 'RestoreTableFromBackup')).toBe(0);
  });

  test('when the profile is signed in to another account', async () => {
    const events = await follow(run(elsewhere()));
    expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: 'rejected' });
    expect(events.at(-1)?.words).toContain('999999999999');
    expect(sent(on, 'RestoreTableFromBackup')).toBe(0);
  });

  test('when an earlier restore into the same table is not finished: it is to be resumed', async () => {
    const first = run();
    for await (const event of first) if (event.kind === 'requested') break;
    const [operation] = operations(on.rows);
    await expect(follow(run())).rejects.toMatchObject({ name: 'AlreadyRunning', op: operation?.op });
    expect(sent(on, 'RestoreTableFromBackup')).toBe(1);
    await follow(resume(operation?.op ?? '', on.ports));
    expect(operations(on.rows)).toEqual([expect.objectContaining({ state: 'done' })]);
  });
});

test('a journal that fails after the request was sent does not stop the restore, and is caught up when it can be', async () => {
  const disk = fullFrom('accepted');
  const events = [];
  for await (const event of run({ ...on.ports, journal: { ...on.ports.journal, append: disk.append } })) {
    events.push(event);
    // The row that fills the disk is spent; from now on there is room.
    if (event.kind === 'creating') disk.append = on.ports.journal.append;
  }
  expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: 'done' });
  expect(events.filter(({ words }) => words.includes('ENOSPC'))).toHaveLength(1);
});

test('an intent that was never sent is ended as such, and the next restore goes ahead', async () => {
  const first = run();
  await first.next();
  await first.return();
  const events = await follow(run());
  expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: 'done' });
  expect(operations(on.rows).map(({ state }) => state)).toEqual(['rejected', 'done']);
});

test('a table that came to light only after its restore was given up belongs to the next try', async () => {
  on.sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'reset-after-commit' });
  const notFound = {
    code: 'ResourceNotFoundException',
    message: 'Requested resource not found: Table: x not found',
  };
  const first = run();
  for await (const event of first) {
    if (event.kind === 'unsure')
      on.sandbox.faults.add({ operation: 'DescribeTable', fault: notFound, times: 10_000 });
  }
  expect(operations(on.rows)).toEqual([expect.objectContaining({ state: 'unknown', unresolved: true })]);
  on.sandbox.faults.clear();
  on.sandbox.clock.advance(3_600_000);
  const events = await follow(run());
  expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: 'done' });
  expect(sent(on, 'RestoreTableFromBackup')).toBe(1);
  expect(operations(on.rows).map(({ state, adopted }) => [state, adopted])).toEqual([
    ['closed', false],
    ['done', true],
  ]);
});

test('somebody else’s table that came up meanwhile is left alone', async () => {
  on.sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'reset-before-commit' });
  const events = [];
  for await (const event of run()) {
    events.push(event);
    if (event.kind !== 'unsure') continue;
    const key = [{ AttributeName: 'other', KeyType: 'HASH' }];
    const types = [{ AttributeName: 'other', AttributeType: 'S' }];
    await on.sandbox.seed.table({
      region,
      table: { TableName: 'Orders-restored', KeySchema: key, AttributeDefinitions: types },
    });
  }
  expect(events.at(-1)).toMatchObject({ kind: 'finished', outcome: 'foreign' });
  expect(events.at(-1)?.words).toContain('was not touched');
});

describe('resume', () => {
  test('of what the journal does not know, or what has ended, does nothing', async () => {
    await expect(follow(resume('nothing', on.ports))).rejects.toBeInstanceOf(NothingToResume);
    await follow(run());
    const [operation] = operations(on.rows);
    await expect(follow(resume(operation?.op ?? '', on.ports))).rejects.toBeInstanceOf(NothingToResume);
  });

  test('under another account stops before it looks at a table', async () => {
    for await (const event of run()) if (event.kind === 'requested') break;
    const [operation] = operations(on.rows);
    await expect(follow(resume(operation?.op ?? '', elsewhere()))).rejects.toBeInstanceOf(WrongAccount);
    expect(operations(on.rows)[0]?.state).toBe('restoring');
  });

  test('under another account puts no setting back and gives no table up', async () => {
    plan = { ...plan, steps: [tagStep] };
    for await (const event of run()) if (event.kind === 'active') break;
    const [operation] = operations(on.rows);
    expect(operation?.state).toBe('settings');
    await expect(follow(resume(operation?.op ?? '', elsewhere()))).rejects.toBeInstanceOf(WrongAccount);
    expect(operations(on.rows)[0]?.state).toBe('settings');
    expect(outcome(await follow(resume(operation?.op ?? '', on.ports)))).toBe('done');
  });

  test('while somebody has it in hand is refused', async () => {
    const first = run();
    for (let event = await first.next(); event.value?.kind !== 'requested'; event = await first.next());
    const [operation] = operations(on.rows);
    await expect(follow(resume(operation?.op ?? '', on.ports))).rejects.toBeInstanceOf(AlreadyRunning);
    await follow(first);
  });
});

describe('a profile that is signed in to another account while its restore is watched', () => {
  const tables = { missing: undefined, 'of the same name': { TableId: 'another', TableStatus: 'ACTIVE' } };

  test.each(Object.entries(tables))('its table %s there tells nothing of ours', async (_, there) => {
    let isElsewhere = false;
    const read: Account['read'] = (region, operation, input, signal) => {
      if (!isElsewhere) return on.account.read(region, operation, input, signal);
      if (operation === 'DescribeTable' && there === undefined) return Promise.reject(noSuchTable);
      return operation === 'DescribeTable'
        ? Promise.resolve<never>({ Table: { TableName: 'Orders-restored', ...there } } as never)
        : ofAnother.read(region, operation, input, signal);
    };
    const watching = (async () => {
      for await (const event of run({ ...on.ports, account: { ...on.account, read } }))
        isElsewhere ||= event.kind === 'requested';
    })();
    await expect(watching).rejects.toBeInstanceOf(WrongAccount);
    expect(operations(on.rows)[0]?.state).toBe('restoring');
  });
});

test('a lock that cannot be given back does not make a finished restore a failed one', async () => {
  const locks = { take: async () => ({ release: () => Promise.reject(new Error('EPERM')) }) };
  expect(outcome(await follow(run({ ...on.ports, locks })))).toBe('done');
});

test('the hash is of the plan’s identity and of nothing else', () => {
  expect(hashOf(plan)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf({ ...plan, notes: ['other'] })).toBe(hashOf(plan));
  expect(hashOf({ ...plan, identity: 'other' })).not.toBe(hashOf(plan));
});
