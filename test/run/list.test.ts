import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BackupSummary } from '../../server/core/facts';
import { backupsBefore, deletedTables, EndlessList, everyBackup, tablesAfter } from '../../server/run/list';
import type { Account } from '../../server/run/ports';
import { bench, region, type Bench } from './over-sockets';

let on: Bench;
beforeEach(async () => {
  on = await bench();
});
afterEach(() => on.close());

const dayMs = 86_400_000;
const nowMs = Date.parse('2026-11-20T10:00:00Z');

/** ListBackups as the service answers it: one type, [lower, upper), oldest first, at most `Limit`. Counts the questions. */
function holding(backups: readonly BackupSummary[]): { account: Account; asked: () => number } {
  let asked = 0;
  const sorted = backups.toSorted((a, b) => stamp(a) - stamp(b));
  const list = ({
    BackupType,
    Limit,
    TimeRangeLowerBound,
    TimeRangeUpperBound,
    ExclusiveStartBackupArn,
  }: Question) => {
    asked++;
    const after = sorted.findIndex(({ BackupArn }) => BackupArn === ExclusiveStartBackupArn) + 1;
    const fitting = sorted
      .slice(after)
      .filter((one) => one.BackupType === BackupType)
      .filter(
        (one) =>
          stamp(one) >= Date.parse(TimeRangeLowerBound) && stamp(one) < Date.parse(TimeRangeUpperBound),
      );
    const BackupSummaries = fitting.slice(0, Limit);
    const isAll = BackupSummaries.length === fitting.length;
    return {
      BackupSummaries,
      ...(isAll ? {} : { LastEvaluatedBackupArn: BackupSummaries.at(-1)?.BackupArn }),
    };
  };
  const read = async (_region: string, _operation: string, input: never) => list(input) as never;
  return { account: { read, write: () => Promise.reject(new Error('no write')) }, asked: () => asked };
}

interface Question {
  BackupType: string;
  Limit: number;
  TimeRangeLowerBound: string;
  TimeRangeUpperBound: string;
  ExclusiveStartBackupArn?: string;
}

const stamp = ({ BackupCreationDateTime }: BackupSummary) => Date.parse(BackupCreationDateTime);

/** Backups so many days old, some of them made by AWS Backup. */
function aged(days: readonly number[]): BackupSummary[] {
  return days.map((day, index) => ({
    TableName: 'Orders',
    TableId: 't',
    TableArn: 'arn',
    BackupArn: `arn-${index}`,
    BackupName: `b${index}`,
    BackupCreationDateTime: new Date(nowMs - Math.round(day * dayMs)).toISOString(),
    BackupStatus: 'AVAILABLE',
    BackupType: index % 7 === 3 ? 'AWS_BACKUP' : 'USER',
  }));
}

async function allPages(account: Account): Promise<BackupSummary[]> {
  let page = await backupsBefore(account, region, 'Orders', { nowMs });
  const found = [...page.rows];
  while (page.next !== undefined) {
    page = await backupsBefore(account, region, 'Orders', page.next);
    found.push(...page.rows);
  }
  return found;
}

test.each([
  ['a few', [1, 2, 30, 300]],
  ['none', []],
  ['one stamped by a clock ahead of ours', [-0.01]],
  ['one a day for a year', Array.from({ length: 350 }, (_, day) => day + 0.5)],
  [
    'hundreds on one day, and one long ago',
    [...Array.from({ length: 250 }, (_, n) => 20 + n / 1_000), 3_000],
  ],
  ['hundreds in one millisecond', Array.from({ length: 350 }, () => 5)],
])('a table with %s: every backup once, newest first', async (_, days) => {
  const backups = aged(days);
  const found = await allPages(holding(backups).account);
  expect(found.map(({ BackupArn }) => BackupArn).toSorted()).toEqual(
    backups.map(({ BackupArn }) => BackupArn).toSorted(),
  );
  expect(found.map(stamp)).toEqual(found.map(stamp).toSorted((a, b) => b - a));
});

test('the usual table takes one question for each type, the newest of thousands a few more', async () => {
  const few = holding(aged([1, 2, 30]));
  expect((await backupsBefore(few.account, region, 'Orders', { nowMs })).next).toBeUndefined();
  expect(few.asked()).toBe(3);
  const many = holding(aged(Array.from({ length: 5_000 }, (_, n) => n / 14)));
  const { rows } = await backupsBefore(many.account, region, 'Orders', { nowMs });
  expect(rows[0]?.BackupName).toBe('b0');
  expect(rows.length).toBeGreaterThanOrEqual(20);
  expect(many.asked()).toBeLessThanOrEqual(20);
});

test('over sockets: USER and AWS_BACKUP backups of a table, newest first, or only the type asked for', async () => {
  await on.sandbox.seed.table({ region, table: { TableName: 'Orders' }, createdAt: nowMs - 400 * dayMs });
  for (const [day, type] of [
    [3, 'USER'],
    [2, 'AWS_BACKUP'],
    [1, 'USER'],
  ] as const) {
    on.sandbox.seed.backup({ region, table: 'Orders', name: `day-${day}`, at: nowMs - day * dayMs, type });
  }
  const all = await backupsBefore(on.account, region, 'Orders', { nowMs });
  expect(all.rows.map(({ BackupName }) => BackupName)).toEqual(['day-1', 'day-2', 'day-3']);
  const some = await backupsBefore(on.account, region, 'Orders', { nowMs }, { types: ['AWS_BACKUP'] });
  expect(some.rows.map(({ BackupName }) => BackupName)).toEqual(['day-2']);
});

test('a deleted table shows by the backup that DynamoDB made of it, unless it still stands', async () => {
  const now = on.sandbox.clock.now();
  await on.sandbox.seed.table({ region, table: { TableName: 'Gone' }, pointInTime: { since: now - dayMs } });
  on.sandbox.seed.deleteTable(region, 'Gone', now);
  on.sandbox.clock.advance(60_000);
  const before = await deletedTables(on.account, region);
  expect(before.map(({ TableName, BackupType }) => [TableName, BackupType])).toEqual([['Gone', 'SYSTEM']]);
  await on.sandbox.seed.table({ region, table: { TableName: 'Gone' } });
  expect(await deletedTables(on.account, region)).toHaveLength(1);
  const standing = { ...on.account, read: alwaysStanding(on.account, before[0]?.TableId ?? '') } as Account;
  expect(await deletedTables(standing, region)).toEqual([]);
});

function alwaysStanding(account: Account, TableId: string) {
  return (region: string, operation: never, input: never) =>
    operation === 'DescribeTable'
      ? Promise.resolve({ Table: { TableId } })
      : account.read(region, operation, input);
}

test('tables come by pages of a hundred, in the service’s order', async () => {
  for (let n = 0; n < 105; n++) await on.sandbox.seed.table({ region, table: { TableName: `Table${n}` } });
  const first = await tablesAfter(on.account, region);
  const second = await tablesAfter(on.account, region, first.next);
  expect([first.rows.length, second.rows.length, second.next]).toEqual([100, 5, undefined]);
  expect(new Set([...first.rows, ...second.rows]).size).toBe(105);
});

describe('a service that never comes to an end', () => {
  const answering = (answers: (call: number) => unknown): Account => {
    let calls = 0;
    return {
      read: async () => answers(calls++) as never,
      write: async () => Promise.reject(new Error('no write')),
    };
  };

  test('a token that comes again stops the list', async () => {
    const account = answering(() => ({ BackupSummaries: [], LastEvaluatedBackupArn: 'again' }));
    await expect(everyBackup(account, region, { BackupType: 'USER' })).rejects.toBeInstanceOf(EndlessList);
  });

  test('a list of more than 20,000 pages is stopped', async () => {
    let asked = 0;
    const account = answering((call) => {
      asked = call + 1;
      return { BackupSummaries: [], LastEvaluatedBackupArn: `token ${call}` };
    });
    await expect(everyBackup(account, region, { BackupType: 'USER' })).rejects.toBeInstanceOf(EndlessList);
    expect(asked).toBe(20_001);
  });

  test('an empty page with a token is not the end', async () => {
    const backup = { BackupArn: 'a' };
    const account = answering((call) =>
      call === 0
        ? { BackupSummaries: [], LastEvaluatedBackupArn: 'next' }
        : { BackupSummaries: [backup, backup] },
    );
    expect(await everyBackup(account, region, { BackupType: 'USER' })).toEqual([backup]);
  });

  test('a page of tables that leads back to itself is refused', async () => {
    const account = answering(() => ({ TableNames: [], LastEvaluatedTableName: 'T' }));
    await expect(tablesAfter(account, region, 'T')).rejects.toBeInstanceOf(EndlessList);
  });
});
