// The last part of a backup's ARN is the moment of the backup, 14 digits of epoch milliseconds, and eight hexadecimal digits
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-BACKUP-006). AWS does not promise it, so this is a warning.
import { parseBackupArn } from '../spec/arn';
import { formatIsoTime } from '../spec/iso-time';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['BackupArn'];
/** Clocks of this machine may be wrong by this much. */
const slackMs = 86_400_000;

export const backupIdUnusual: Rule = {
  code: 'backup-id-unusual',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: "the backup's ARN ends as DynamoDB's backups do",
  *find(spec, { backup, now }) {
    const arn = parseBackupArn(stringAt(spec, path) ?? '');
    // A backup that was looked at is known to be there, or not: `backup-missing`.
    if (arn === undefined || backup !== 'unknown') return;
    if (!/^\d{14}-[0-9a-f]{8}$/.test(arn.backupId)) {
      yield {
        at: { path, part: 'value' },
        message: `Backups of DynamoDB end in 14 digits, a hyphen and eight hexadecimal digits, such as 01791504762511-2779fadd. Is this ARN copied in full?`,
      };
    } else if (arn.createdAtMs !== undefined && arn.createdAtMs > now + slackMs) {
      yield {
        at: { path, part: 'value' },
        message: `By its number this backup would be of ${formatIsoTime(arn.createdAtMs)}, which is still to come. Is a digit wrong?`,
      };
    }
  },
};
