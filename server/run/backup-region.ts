import { plain } from '../core/explain';
import { parseBackupArn } from '../core/spec/arn';
import { Refused } from './refused';

/** The Region that a backup is asked for in: the one in its ARN. Throws `Refused` for what is no ARN of a backup. */
export function regionOf(backupArn: string): string {
  const region = parseBackupArn(backupArn)?.region;
  if (region !== undefined) return region;
  throw new Refused(
    'BackupArn',
    `${plain(backupArn)} is not the ARN of a DynamoDB backup. Nothing was sent.`,
  );
}
