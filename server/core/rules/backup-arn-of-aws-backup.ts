// A recovery point of AWS Backup with advanced features has an arn:aws:backup:... ARN and is restored by AWS Backup's StartRestoreJob
// (AWS Backup Developer Guide, "Advanced DynamoDB backup"; DynamoDB Developer Guide, "Restoring a DynamoDB table with AWS Backup").
import { isAwsBackupArn } from '../spec/arn';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

export const backupArnOfAwsBackup: Rule = {
  code: 'backup-arn-of-aws-backup',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: "the backup is one of DynamoDB's own",
  *find(spec) {
    const path = ['BackupArn'];
    if (!isAwsBackupArn(stringAt(spec, path) ?? '')) return;
    yield {
      at: { path, part: 'value' },
      message:
        'This is a recovery point of AWS Backup, which DynamoDB cannot restore. Restore it with AWS Backup (StartRestoreJob).',
    };
  },
};
