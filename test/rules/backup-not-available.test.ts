import { backupArn, fromBackup, fromTable, ordersBackup } from './facts';
import { testRule } from './marked';

testRule('backup-not-available', {
  wrong: [
    {
      spec: `{ "BackupArn": «"${backupArn}"» }`,
      facts: { backup: ordersBackup({ details: { BackupStatus: 'CREATING' } }) },
      says: 'The backup "before-migration" is still being made.',
    },
    {
      spec: `{ "BackupArn": «"${backupArn}"» }`,
      facts: { backup: ordersBackup({ details: { BackupStatus: 'DELETED' } }) },
      says: 'is DELETED',
    },
  ],
  fine: [{ spec: `{ ${fromBackup} }`, facts: { backup: ordersBackup() } }, `{ ${fromTable} }`],
});
