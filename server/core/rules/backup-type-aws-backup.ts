// A backup that AWS Backup made without its advanced features has an ARN of DynamoDB and the type AWS_BACKUP; AWS says that it can be restored
// from the DynamoDB console too (AWS Backup Developer Guide, "Restore a DynamoDB table"). What RestoreTableFromBackup makes of one was never
// probed, and who may delete it is AWS Backup's plan.
import { sourceOf } from '../spec/request';
import type { Rule } from './rule';

export const backupTypeAwsBackup: Rule = {
  code: 'backup-type-aws-backup',
  severity: 'information',
  because: 'surprise',
  needs: ['backup'],
  title: 'the backup was not made by AWS Backup',
  applies: (spec) => sourceOf(spec)?.kind === 'backup',
  *find(_spec, { backup }) {
    if (typeof backup === 'string' || backup.BackupDetails.BackupType !== 'AWS_BACKUP') return;
    yield {
      at: { path: ['BackupArn'], part: 'value' },
      message:
        'This backup was made by AWS Backup, whose plan decides how long it is kept. DynamoDB can restore it by its own API as far as AWS documents; if it refuses, restore the recovery point with AWS Backup.',
    };
  },
};
