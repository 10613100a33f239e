import { backupArn, backupRow, fromBackup, fromTable, ordersBackup } from './facts';
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
    {
      spec: `{ "BackupArn": «"${backupArn}"» }`,
      facts: {
        backup: ordersBackup({ details: { BackupStatus: 'CREATING' } }),
        choices: { backups: [backupRow({ BackupArn: backupArn }), backupRow()] },
      },
      says: 'Wait until it is AVAILABLE',
      fixes: {
        'Restore the backup "nightly" of 2026-11-20T10:00:00Z': `{ "BackupArn": "${backupRow().BackupArn}" }`,
      },
    },
  ],
  fine: [{ spec: `{ ${fromBackup} }`, facts: { backup: ordersBackup() } }, `{ ${fromTable} }`],
});
