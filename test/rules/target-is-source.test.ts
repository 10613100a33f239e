import { quoted } from '../../server/core/plain-text';
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
    // Cut to the length that a name may have.
    {
      spec: `{ "SourceTableName": "${'x'.repeat(255)}", "UseLatestRestorableTime": true, "TargetTableName": «"${'x'.repeat(255)}"» }`,
      says: 'A restore never overwrites a table.',
      fixes: {
        [`Restore into ${quoted(`${'x'.repeat(246)}-restored`)}`]: `{ "SourceTableName": "${'x'.repeat(255)}", "UseLatestRestorableTime": true, "TargetTableName": "${'x'.repeat(246)}-restored" }`,
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
