import type { BackupDetails, BackupSummary } from '../core/facts';
import type { BackupRow } from '../protocol';

/** A backup as the tree shows it; CreateBackup does not answer whose it is. */
export function backupRow(
  backup: BackupDetails,
  { TableName, TableId }: Pick<BackupSummary, 'TableName' | 'TableId'>,
): BackupRow {
  return {
    backupArn: backup.BackupArn,
    backupName: backup.BackupName,
    tableName: TableName,
    tableId: TableId,
    type: backup.BackupType,
    status: backup.BackupStatus,
    createdAt: backup.BackupCreationDateTime,
    ...(backup.BackupExpiryDateTime === undefined ? {} : { expiresAt: backup.BackupExpiryDateTime }),
    ...(backup.BackupSizeBytes === undefined ? {} : { sizeBytes: backup.BackupSizeBytes }),
  };
}
