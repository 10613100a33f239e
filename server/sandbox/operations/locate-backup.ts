/** Finding the backup that an ARN names. The service does not look at every part of it the way one would think. */
import { backupInResource, isRegion, parseArn, partitionOf } from '../state/arn';
import { isVisible, type Backup } from '../state/backup';
import { runningRestores, type Region } from '../state/world';
import { ApiError, invalid, invalidRequest } from '../wire/error';
import { notKnown } from '../wire/gaps';
import { accessDenied } from './locate';
import type { Call } from './operation';

export interface BackupArn {
  readonly given: string;
  readonly region: string;
  readonly table: string;
  readonly id: string;
}

/** The parts of a backup ARN. @throws ApiError for one that names no backup of this account */
export function backupArnIn(call: Call, given: string): BackupArn {
  const arn = parseArn(given);
  if (arn?.service === 'backup') {
    throw notKnown('recovery-point-arn');
  }
  const named = arn === undefined ? undefined : backupInResource(arn.resource);
  if (arn === undefined || named === undefined) throw invalid('Invalid Backup ARN');
  if (arn.region === '') throw accessDenied();
  const isOurs = isRegion(arn.region) && arn.service === 'dynamodb';
  if (
    !isOurs ||
    arn.partition !== partitionOf(call.region.name) ||
    arn.partition !== partitionOf(arn.region)
  ) {
    throw invalidRequest('BackupArn is not valid');
  }
  if (arn.account !== call.world.account) throw accessDenied();
  return { given, region: arn.region, ...named };
}

/** The backup in a Region. @throws ApiError `BackupNotFoundException` */
export function backupIn(call: Call, region: Region, { given, table, id }: BackupArn): Backup {
  const backup = region.backups.find({ id, table });
  if (backup === undefined || !isVisible(backup, call.now)) {
    throw backupNotFound(given);
  }
  return backup;
}

export function backupNotFound(given: string): ApiError {
  return new ApiError('BackupNotFoundException', `Backup not found: ${given}`);
}

/** Whether a restore from the backup is running, in any Region. */
export function isFeedingRestore(call: Call, backup: Backup): boolean {
  return runningRestores(call.world).some((table) => table.restore?.backupArn === backup.arn);
}

/** The documented answer while a backup is still being made (API_RestoreTableFromBackup, BackupInUseException). */
export function expectAvailable(call: Call, backup: Backup): void {
  if (backup.availableAt <= call.now) return;
  throw new ApiError(
    'BackupInUseException',
    'There is another ongoing conflicting backup control plane operation on the table. ' +
      'The backup is either being created, deleted or restored to a table.',
  );
}
