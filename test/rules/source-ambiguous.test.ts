import { ordersArn, backupArn, fromBackup, fromTable, byName } from './facts';
import { testRule } from './marked';

testRule('source-ambiguous', {
  wrong: [
    {
      spec: `{ "BackupArn": "${backupArn}", «"SourceTableArn"»: "${ordersArn}", "UseLatestRestorableTime": true }`,
      says: 'this spec names BackupArn and SourceTableArn',
      fixes: {
        'Restore from BackupArn': `{ "BackupArn": "${backupArn}" }`,
        'Restore from SourceTableArn': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
      },
    },
    {
      spec: `{ «"SourceTableName"»: "Orders", "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
      says: 'this spec names SourceTableArn and SourceTableName',
      fixes: {
        'Restore from SourceTableArn': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
        'Restore from SourceTableName': '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true }',
      },
    },
  ],
  fine: [`{ ${fromBackup} }`, `{ ${fromTable} }`, `{ ${byName} }`],
});
