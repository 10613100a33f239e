import { ordersArn, fromBackup, fromTable } from './facts';
import { testRule } from './marked';

testRule('point-in-time-missing', {
  wrong: [
    {
      spec: '{ «"SourceTableName"»: "Orders" }',
      says: 'RestoreDateTime, or UseLatestRestorableTime: true',
      fixes: {
        'Go back to the latest restorable time':
          '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true }',
      },
    },
    {
      spec: `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": «false» }`,
      says: 'needs the moment to go back to',
      fixes: {
        'Go back to the latest restorable time': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
      },
    },
    {
      spec: `{ «"SourceTableArn"»: "${ordersArn}", "TargetTableName": "Orders-2" }`,
      says: 'A restore from a table needs the moment to go back to: RestoreDateTime, or UseLatestRestorableTime: true.',
      fixes: {
        'Go back to the latest restorable time': `{ "SourceTableArn": "${ordersArn}", "TargetTableName": "Orders-2", "UseLatestRestorableTime": true }`,
      },
    },
  ],
  fine: [
    `{ ${fromTable} }`,
    `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": "true" }`,
    `{ ${fromBackup} }`,
    '{ "SourceTableName": "Orders", "RestoreDateTime": "2026-11-20T08:30:00Z" }',
  ],
});
