/** CreateBackup, DescribeBackup, ListBackups and DeleteBackup. */
import { backupId } from '../state/arn';
import {
  backupDescription,
  backupDetails,
  backupOf,
  backupSummary,
  isVisible,
  type Backup,
} from '../state/backup';
import { beginning, type Position } from '../state/backup-store';
import type { Table } from '../state/table';
import { nextBackupMoment } from '../state/world';
import { ApiError, invalidParameters, invalidRequest } from '../wire/error';
import { notKnown } from '../wire/gaps';
import { may, moment, must, oneOf, record, whole, type Infer } from '../wire/shape';
import { keyDisabled } from './encryption';
import { nameIn, expectBackupsEnabled, tableKnownToBackups } from './locate';
import { backupArnIn, backupIn, expectAvailable, isFeedingRestore } from './locate-backup';
import { operation, type Call, type Operation } from './operation';
import { freeText, name, tableName } from './shapes';

const listInput = record({
  TableName: may(tableName),
  Limit: may(whole({ min: 1, max: 100 })),
  TimeRangeLowerBound: may(moment),
  TimeRangeUpperBound: may(moment),
  ExclusiveStartBackupArn: may(freeText),
  BackupType: may(oneOf(['USER', 'SYSTEM', 'AWS_BACKUP', 'ALL'])),
});

/** There is no client token and names are not unique: every call that is accepted makes one more backup. */
function createBackup(input: { TableName: string; BackupName: string }, call: Call): object {
  const table = tableKnownToBackups(call, input.TableName);
  if (table.deletion === undefined) expectBackupsEnabled(call, table);
  if (table.trouble === 'ARCHIVING' || table.trouble === 'ARCHIVED') throw notKnown('backup-while-archived');
  expectKeyUsable(call, table);
  const at = nextBackupMoment(call.region, call.now);
  const backup = backupOf(table, {
    name: input.BackupName,
    type: 'USER',
    at,
    suffix: call.world.random.hex(8),
    availableAt: call.now + call.world.durations.backupCreating,
    visibleAt: call.now,
  });
  call.region.backups.add(backup);
  return { BackupDetails: backupDetails(backup, call.now, 'CREATING') };
}

function expectKeyUsable(call: Call, table: Table): void {
  const key = call.region.keys.find((candidate) => candidate.arn === table.settings.encryptionKey);
  if (key?.state === 'Disabled') throw keyDisabled(key);
}

function describeBackup(input: { BackupArn: string }, call: Call): object {
  const backup = backupIn(call, call.region, backupArnIn(call, input.BackupArn));
  return { BackupDescription: backupDescription(backup, call.now, undefined, input.BackupArn) };
}

function deleteBackup(input: { BackupArn: string }, call: Call): object {
  const backup = backupIn(call, call.region, backupArnIn(call, input.BackupArn));
  if (backup.type === 'SYSTEM') throw systemBackupStays(backup);
  if (backup.type === 'AWS_BACKUP') {
    throw notKnown('aws-backup-deleted');
  }
  if (isFeedingRestore(call, backup)) {
    throw new ApiError('BackupInUseException', `Backup is being used to restore table: ${backup.arn}`);
  }
  expectAvailable(call, backup);
  call.region.backups.remove(backup);
  return { BackupDescription: backupDescription(backup, call.now, 'DELETED', input.BackupArn) };
}

function systemBackupStays(backup: Backup): ApiError {
  const expiry = new Date(backup.expiresAt ?? backup.createdAt).toISOString();
  return invalidRequest(
    `User is not allowed to delete the system backup with arn ${backup.arn}. It will automatically expire on ${expiry}`,
  );
}

/** A missing or deleted table is no error here, and the cursor may name a backup that is gone or never was. */
function listBackups(input: Infer<typeof listInput>, call: Call): object {
  const { Limit: limit = 100, TimeRangeLowerBound: lower, TimeRangeUpperBound: upper } = input;
  if (lower !== undefined && upper !== undefined && lower > upper) {
    throw invalidParameters('Time range lower bound must be less than or equal to upper bound');
  }
  const matching = firstOf(matchingBackups(call, input), limit + 1);
  const page = matching.slice(0, limit);
  return {
    BackupSummaries: page.map((backup) => backupSummary(backup, call.now)),
    ...(matching.length > limit && { LastEvaluatedBackupArn: page.at(-1)?.arn }),
  };
}

function* matchingBackups(call: Call, input: Infer<typeof listInput>): Iterable<Backup> {
  const { TimeRangeLowerBound: lower = 0, TimeRangeUpperBound: upper = Infinity } = input;
  const { BackupType: type = 'USER', TableName: given } = input;
  const table = given === undefined ? undefined : nameIn(call, given);
  const cursor = cursorIn(call, input.ExclusiveStartBackupArn);
  const lowest = { id: backupId(Math.max(0, lower), ''), table: '' };
  for (const backup of call.region.backups.after(cursor.id > lowest.id ? cursor : lowest, table)) {
    if (backup.createdAt >= upper) return;
    if ((type === 'ALL' || backup.type === type) && isVisible(backup, call.now)) yield backup;
  }
}

function firstOf<T>(values: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const value of values) {
    first.push(value);
    if (first.length === count) break;
  }
  return first;
}

/** A cursor is a position, nothing more: ids sort by creation time. */
function cursorIn(call: Call, given: string | undefined): Position {
  if (given === undefined) return beginning;
  const arn = backupArnIn(call, given);
  if (arn.region !== call.region.name) {
    throw invalidRequest('The supplied ExclusiveStartBackupArn does not match the region');
  }
  return { id: arn.id, table: arn.table };
}

export const backupOperations: Record<string, Operation> = {
  CreateBackup: operation(record({ TableName: must(tableName), BackupName: must(name) }), createBackup),
  DescribeBackup: operation(record({ BackupArn: must(freeText) }), describeBackup),
  ListBackups: operation(listInput, listBackups),
  DeleteBackup: operation(record({ BackupArn: must(freeText) }), deleteBackup),
};
