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
    {
      spec: `{ "SourceTableArn": "${ordersArn}", «"SourceTableName"»: "", "UseLatestRestorableTime": true }`,
      says: 'this spec names SourceTableArn and SourceTableName',
      fixes: {
        'Restore from SourceTableArn': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
        'Restore from SourceTableName': '{ "SourceTableName": "", "UseLatestRestorableTime": true }',
      },
      sure: ['Restore from SourceTableArn'],
    },
    {
      spec: '{ "SourceTableArn": "", «"SourceTableName"»: "", "UseLatestRestorableTime": true, "RestoreDateTime": "1970-01-01T00:00:00" }',
      says: 'this spec names SourceTableArn and SourceTableName',
      fixes: {
        'Restore from SourceTableArn':
          '{ "SourceTableArn": "", "UseLatestRestorableTime": true, "RestoreDateTime": "1970-01-01T00:00:00" }',
        'Restore from SourceTableName':
          '{ "SourceTableName": "", "UseLatestRestorableTime": true, "RestoreDateTime": "1970-01-01T00:00:00" }',
      },
      sure: [],
    },
    // A moment that is written would be given up: which of the two is meant?
    {
      spec: `{ ${fromBackup}, «"SourceTableName"»: "", "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
      says: 'BackupArn and SourceTableName',
      fixes: {
        'Restore from BackupArn': `{ ${fromBackup} }`,
        'Restore from SourceTableName':
          '{ "TargetTableName": "Orders-2", "SourceTableName": "", "RestoreDateTime": "2026-11-20T08:30:00Z" }',
      },
      sure: [],
    },
  ],
  fine: [`{ ${fromBackup} }`, `{ ${fromTable} }`, `{ ${byName} }`],
});
