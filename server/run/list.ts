import type { BackupSummary, BackupType } from '../core/facts';
import { isMissingTable } from './missing-table';
import type { Account } from './ports';

/** Rows of a list, and where the next ones begin; `next` absent = that was all. */
export interface Listing<Row, Cursor> {
  rows: Row[];
  next?: Cursor;
}

/** The service gave the same page token twice, or pages without end: what was got so far is not the whole list. */
export class EndlessList extends Error {
  override readonly name = 'EndlessList';
}

/** The most one answer holds (API_ListBackups, API_ListTables). */
const pageSize = 100;
const mostPages = 20_000;

/** Up to 100 table names, in the service's order (bytes: upper case first). */
export async function tablesAfter(
  account: Account,
  region: string,
  after?: string,
  signal?: AbortSignal,
): Promise<Listing<string, string>> {
  const start = after === undefined ? {} : { ExclusiveStartTableName: after };
  const answer = await account.read(region, 'ListTables', { Limit: pageSize, ...start }, signal);
  const { TableNames: rows, LastEvaluatedTableName: next } = answer;
  if (next !== undefined && next === after) throw new EndlessList(endless('ListTables', region));
  return next === undefined ? { rows } : { rows, next };
}

export interface BackupCursor {
  /** Epoch milliseconds, exclusive. */
  beforeMs: number;
  widthMs: number;
}

/** ListBackups hides all but USER backups when no type is named, so each type is asked for. */
const everyType: readonly BackupType[] = ['USER', 'SYSTEM', 'AWS_BACKUP'];
/** DynamoDB has had on-demand backups since 29 November 2017. */
const firstBackupMs = Date.UTC(2017, 10, 1);
/** The service stamps with its own clock, which may be ahead of ours. */
const aheadMs = 86_400_000;
/** A page with fewer rows than this goes on to the next window. */
const enough = 20;

/**
 * A table's backups of the types asked for, newest first; those of all tables of the Region when no table is named. The service answers
 * oldest first, so windows of time are asked for from now backwards; the first one reaches back to the beginning, and one that does not
 * fit in an answer is cut to a quarter.
 */
export async function backupsBefore(
  account: Account,
  region: string,
  tableName: string | undefined,
  from: BackupCursor | { nowMs: number },
  options: { types?: readonly BackupType[]; signal?: AbortSignal } = {},
): Promise<Listing<BackupSummary, BackupCursor>> {
  const { types = everyType, signal } = options;
  let cursor: BackupCursor = 'nowMs' in from ? wholePast(from.nowMs) : from;
  const found = new Map<string, BackupSummary>();
  for (let page = 0; found.size < enough && cursor.beforeMs > firstBackupMs; page++) {
    if (page >= mostPages) throw new EndlessList(endless('ListBackups', region));
    const window = await newestWindow(account, region, tableName, cursor, types, signal);
    for (const backup of window.rows) found.set(backup.BackupArn, backup);
    const widthMs = window.rows.length < enough ? window.widthMs * 4 : window.widthMs;
    cursor = { beforeMs: window.fromMs, widthMs };
  }
  const rows = newestFirst(found.values());
  return cursor.beforeMs > firstBackupMs ? { rows, next: cursor } : { rows };
}

function wholePast(nowMs: number): BackupCursor {
  const beforeMs = nowMs + aheadMs;
  return { beforeMs, widthMs: beforeMs - firstBackupMs };
}

interface Window {
  rows: BackupSummary[];
  fromMs: number;
  widthMs: number;
}

/** The widest window before a moment whose backups fit in one answer per type. Only a type that overflowed is asked again. */
async function newestWindow(
  account: Account,
  region: string,
  tableName: string | undefined,
  { beforeMs, widthMs: firstWidthMs }: BackupCursor,
  types: readonly BackupType[],
  signal?: AbortSignal,
): Promise<Window> {
  const rows: BackupSummary[] = [];
  let open = types;
  let widthMs = firstWidthMs;
  for (;;) {
    const fromMs = Math.max(firstBackupMs, beforeMs - widthMs);
    const TimeRangeLowerBound = new Date(fromMs).toISOString();
    const TimeRangeUpperBound = new Date(beforeMs).toISOString();
    const table = tableName === undefined ? {} : { TableName: tableName };
    const range = { ...table, TimeRangeLowerBound, TimeRangeUpperBound };
    const tooFull: BackupType[] = [];
    for (const BackupType of open) {
      const input = { ...range, BackupType };
      if (widthMs <= 1) rows.push(...(await everyBackup(account, region, input, signal)));
      else {
        const answer = await account.read(region, 'ListBackups', { ...input, Limit: pageSize }, signal);
        if (answer.LastEvaluatedBackupArn === undefined) rows.push(...answer.BackupSummaries);
        else tooFull.push(BackupType);
      }
    }
    if (tooFull.length === 0) {
      return { rows: rows.filter((one) => createdMs(one) >= fromMs), fromMs, widthMs };
    }
    open = tooFull;
    widthMs = Math.max(1, Math.floor((beforeMs - fromMs) / 4));
  }
}

/** All pages of one question, merged by ARN. Only an absent token ends a list: a page may be empty and not the last. */
export async function everyBackup(
  account: Account,
  region: string,
  input: {
    TableName?: string;
    BackupType: BackupType;
    TimeRangeLowerBound?: string;
    TimeRangeUpperBound?: string;
  },
  signal?: AbortSignal,
): Promise<BackupSummary[]> {
  const found = new Map<string, BackupSummary>();
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const start = token === undefined ? {} : { ExclusiveStartBackupArn: token };
    const answer = await account.read(region, 'ListBackups', { ...input, Limit: pageSize, ...start }, signal);
    for (const backup of answer.BackupSummaries) found.set(backup.BackupArn, backup);
    token = answer.LastEvaluatedBackupArn;
    if (token !== undefined && (seen.has(token) || seen.size >= mostPages)) {
      throw new EndlessList(endless('ListBackups', region));
    }
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return [...found.values()];
}

/**
 * The backups DynamoDB made when tables with point-in-time recovery were deleted, newest first; without those whose table still stands
 * (one of the same name with another TableId is another table).
 */
export async function deletedTables(
  account: Account,
  region: string,
  signal?: AbortSignal,
): Promise<BackupSummary[]> {
  const backups = await everyBackup(account, region, { BackupType: 'SYSTEM' }, signal);
  const standing = new Map<string, string | undefined>();
  for (const name of new Set(backups.map(({ TableName }) => TableName))) {
    standing.set(name, await tableIdOf(account, region, name, signal));
  }
  return newestFirst(backups.filter(({ TableName, TableId }) => standing.get(TableName) !== TableId));
}

async function tableIdOf(
  account: Account,
  region: string,
  name: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    return (await account.read(region, 'DescribeTable', { TableName: name }, signal)).Table.TableId;
  } catch (error) {
    if (isMissingTable(error)) return undefined;
    throw error;
  }
}

/** By time of creation, the ARN deciding between equals so that the order never changes. */
export function newestFirst(backups: Iterable<BackupSummary>): BackupSummary[] {
  return [...backups].toSorted((a, b) => createdMs(b) - createdMs(a) || (a.BackupArn < b.BackupArn ? -1 : 1));
}

function createdMs({ BackupCreationDateTime }: BackupSummary): number {
  return Date.parse(BackupCreationDateTime);
}

function endless(operation: string, region: string): string {
  return `${operation} in ${region} does not come to an end: the list is not complete. Refresh it; when it goes on, look at the endpoint.`;
}
