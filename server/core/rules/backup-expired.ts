// A SYSTEM backup, made when a table with point-in-time recovery is deleted, is kept for 35 days (Developer Guide, "Point-in-time recovery:
// How it works"). Its id ends in -00000000 and begins with the moment it was made (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-BACKUP-015).
import { parseBackupArn } from '../spec/arn';
import { formatIsoTime } from '../spec/iso-time';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['BackupArn'];
const keptMs = 35 * 86_400_000;

export const backupExpired: Rule = {
  code: 'backup-expired',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'the backup of a deleted table is not older than it is kept',
  *find(spec, { backup, now }) {
    const arn = parseBackupArn(stringAt(spec, path) ?? '');
    // A backup that was looked at is known to be there, or not: `backup-missing`.
    if (arn?.createdAtMs === undefined || backup !== 'unknown' || !arn.backupId.endsWith('-00000000')) return;
    if (arn.createdAtMs + keptMs >= now) return;
    yield {
      at: { path, part: 'value' },
      message: `DynamoDB made this backup when the table was deleted and keeps it for 35 days: it expired on ${formatIsoTime(arn.createdAtMs + keptMs)}. Look for another backup of the table.`,
    };
  },
};
