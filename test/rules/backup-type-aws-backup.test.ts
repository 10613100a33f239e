import { fromBackup, fromTable, ordersBackup, systemBackup } from './facts';
import { testRule } from './marked';

testRule('backup-type-aws-backup', {
  wrong: [
    {
      spec: `{ ${fromBackup.replace(/"arn:[^"]*"/, '«$&»')} }`,
      facts: { backup: ordersBackup({ details: { BackupType: 'AWS_BACKUP' } }) },
      says: 'made by AWS Backup, whose plan decides how long it is kept',
    },
  ],
  fine: [
    { spec: `{ ${fromBackup} }`, facts: { backup: ordersBackup() } },
    { spec: `{ ${fromBackup} }`, facts: { backup: systemBackup() } },
    `{ ${fromTable} }`,
  ],
});
