import type { ContinuousBackupsDescription, TableDescription } from '../core/facts';
import { backupsBefore, deletedTables, tablesAfter, type BackupCursor } from '../run/list';
import type { Account } from '../run/ports';
import type { BackupRow, Page, PointInTimeWindow, TableDetails, TableRow } from '../protocol';
import { backupRow } from './backup-row';
import type { Catalogue } from './catalogue';
import { Refused } from './refusal';

/** The tree's questions. What they answer is fresh each time; what they saw is kept in the catalogue. */
interface Listings {
  listTables(region: string, more: string | undefined, signal?: AbortSignal): Promise<Page<TableRow>>;
  describeTable(region: string, table: string, signal?: AbortSignal): Promise<TableDetails>;
  pointInTimeWindow(region: string, table: string, signal?: AbortSignal): Promise<PointInTimeWindow>;
  listBackups(
    region: string,
    table: string,
    more: string | undefined,
    signal?: AbortSignal,
  ): Promise<Page<BackupRow>>;
  listDeletedTables(region: string, signal?: AbortSignal): Promise<BackupRow[]>;
}

export function listings(
  account: () => Promise<{ fresh: Account }>,
  seen: Pick<Catalogue, 'sawTables' | 'sawBackups'>,
  nowMs: () => number,
): Listings {
  return {
    async listTables(region, more, signal) {
      const { fresh } = await account();
      const { rows, next } = await tablesAfter(fresh, region, more, signal);
      seen.sawTables(region, rows, { isFirst: more === undefined, isLast: next === undefined });
      return { rows: rows.map((name) => ({ name })), ...(next === undefined ? {} : { more: next }) };
    },

    async describeTable(region, table, signal) {
      const { fresh } = await account();
      return detailsOf((await fresh.read(region, 'DescribeTable', { TableName: table }, signal)).Table);
    },

    async pointInTimeWindow(region, table, signal) {
      const { fresh } = await account();
      const answer = await fresh.read(region, 'DescribeContinuousBackups', { TableName: table }, signal);
      return windowOf(answer.ContinuousBackupsDescription);
    },

    async listBackups(region, table, more, signal) {
      const { fresh } = await account();
      const from = more === undefined ? { nowMs: nowMs() } : cursorFrom(more);
      const { rows, next } = await backupsBefore(fresh, region, table, from, signal ? { signal } : {});
      seen.sawBackups(rows);
      return {
        rows: rows.map((row) => backupRow(row, row)),
        ...(next === undefined ? {} : { more: JSON.stringify(next) }),
      };
    },

    async listDeletedTables(region, signal) {
      const { fresh } = await account();
      const left = await deletedTables(fresh, region, signal);
      seen.sawBackups(left);
      return left.map((row) => backupRow(row, row));
    },
  };
}

function cursorFrom(more: string): BackupCursor {
  try {
    // Each member is looked at below.
    const { beforeMs, widthMs } = JSON.parse(more) as Record<keyof BackupCursor, unknown>;
    if (typeof beforeMs === 'number' && typeof widthMs === 'number' && widthMs >= 1)
      return { beforeMs, widthMs };
  } catch {
    // Refused below, like a cursor of another form.
  }
  throw new Refused('BadCursor', 'This list cannot be continued from here. Refresh it and try again.');
}

function detailsOf(table: TableDescription): TableDetails {
  return {
    name: table.TableName,
    arn: table.TableArn,
    id: table.TableId,
    status: table.TableStatus,
    billingMode: table.BillingModeSummary?.BillingMode ?? 'PROVISIONED',
    restoring: table.RestoreSummary?.RestoreInProgress === true,
    ...(table.ItemCount === undefined ? {} : { itemCount: table.ItemCount }),
    ...(table.TableSizeBytes === undefined ? {} : { sizeBytes: table.TableSizeBytes }),
  };
}

/** ContinuousBackupsStatus is ENABLED on every table: the point-in-time flag is PointInTimeRecoveryStatus. */
function windowOf({
  PointInTimeRecoveryDescription: point,
}: ContinuousBackupsDescription): PointInTimeWindow {
  if (point?.PointInTimeRecoveryStatus !== 'ENABLED') return { enabled: false };
  return {
    enabled: true,
    ...(point.EarliestRestorableDateTime === undefined ? {} : { earliest: point.EarliestRestorableDateTime }),
    ...(point.LatestRestorableDateTime === undefined ? {} : { latest: point.LatestRestorableDateTime }),
    ...(point.RecoveryPeriodInDays === undefined ? {} : { periodDays: point.RecoveryPeriodInDays }),
  };
}
