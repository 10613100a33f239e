/** CreateBackup, DescribeBackup, ListBackups and DeleteBackup. */
import { backupDescription, backupDetails, backupOf, backupSummary, type Backup } from '../state/backup';
import type { Table } from '../state/table';
import { nextBackupMoment, visibleBackups } from '../state/world';
import { ApiError, invalidParameters, invalidRequest, notKnown } from '../wire/error';
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
  call.region.backups.set(backup.id, backup);
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
    throw notKnown(
      'how DynamoDB words its refusal to delete a backup of AWS Backup, which only AWS Backup may delete',
    );
  }
  if (isFeedingRestore(call, backup)) {
    throw new ApiError('BackupInUseException', `Backup is being used to restore table: ${backup.arn}`);
  }
  expectAvailable(call, backup);
  call.region.backups.delete(backup.id);
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
  const table = input.TableName === undefined ? undefined : nameIn(call, input.TableName);
  const after = cursorIn(call, input.ExclusiveStartBackupArn);
  const type = input.BackupType ?? 'USER';
  const matching = visibleBackups(call.region, call.now).filter(
    (backup) =>
      (type === 'ALL' || backup.type === type) &&
      (table === undefined || backup.source.name === table) &&
      (lower === undefined || backup.createdAt >= lower) &&
      (upper === undefined || backup.createdAt < upper) &&
      backup.id > after,
  );
  const page = matching.slice(0, limit);
  return {
    BackupSummaries: page.map((backup) => backupSummary(backup, call.now)),
    ...(matching.length > limit && { LastEvaluatedBackupArn: page.at(-1)?.arn }),
  };
}

/** A cursor is a position, nothing more: ids sort by creation time. */
function cursorIn(call: Call, given: string | undefined): string {
  if (given === undefined) return '';
  const arn = backupArnIn(call, given);
  if (arn.region !== call.region.name) {
    throw invalidRequest('The supplied ExclusiveStartBackupArn does not match the region');
  }
  return arn.id;
}

export const backupOperations: Record<string, Operation> = {
  CreateBackup: operation(record({ TableName: must(tableName), BackupName: must(name) }), createBackup),
  DescribeBackup: operation(record({ BackupArn: must(freeText) }), describeBackup),
  ListBackups: operation(listInput, listBackups),
  DeleteBackup: operation(record({ BackupArn: must(freeText) }), deleteBackup),
};
