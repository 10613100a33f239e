import { ordersArn, backupArn, fromTable } from './facts';
import { testRule } from './marked';

testRule('target-is-source', {
  wrong: [
    {
      spec: '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true, "TargetTableName": «"Orders"» }',
      says: 'cannot have the name of its source',
      fixes: {
        'Restore into "Orders-restored"':
          '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true, "TargetTableName": "Orders-restored" }',
      },
    },
  ],
  fine: [
    '{ "SourceTableName": "", "UseLatestRestorableTime": true, "TargetTableName": "" }',
    `{ ${fromTable} }`,
    `{ "BackupArn": "${backupArn}", "TargetTableName": "Orders" }`,
    `{ "SourceTableArn": "${ordersArn}", "TargetTableName": "Orders", "Region": "eu-west-2" }`,
  ],
});
