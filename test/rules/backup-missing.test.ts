import { backupArn, fromBackup, fromTable, ordersBackup } from './facts';
import { testRule } from './marked';

testRule('backup-missing', {
  wrong: [
    {
      spec: `{ "BackupArn": «"${backupArn}"» }`,
      facts: { backup: 'missing' },
      says: 'There is no such backup',
    },
  ],
  fine: [{ spec: `{ ${fromBackup} }`, facts: { backup: ordersBackup() } }, `{ ${fromTable} }`],
});
