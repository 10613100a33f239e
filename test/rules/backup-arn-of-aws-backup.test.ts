import { fromBackup } from './facts';
import { testRule } from './marked';

testRule('backup-arn-of-aws-backup', {
  wrong: [
    {
      spec: '{ "BackupArn": «"arn:aws:backup:eu-west-1:123456789012:recovery-point:6f1a"» }',
      says: 'Restore it with AWS Backup (StartRestoreJob).',
    },
  ],
  fine: [`{ ${fromBackup} }`],
});
