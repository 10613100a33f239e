import { ordersArn, fromBackup, fromTable, ordersTable, systemRow } from './facts';
import { testRule } from './marked';

testRule('source-being-deleted', {
  wrong: [
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"» }`,
      facts: { source: ordersTable({ TableStatus: 'DELETING' }) },
      says: 'This table is being deleted.',
    },
    {
      spec: '{ "SourceTableName": «"Orders"», "Region": "eu-west-1", "UseLatestRestorableTime": true, "TargetTableName": "Orders-2" }',
      facts: { source: ordersTable({ TableStatus: 'DELETING' }), choices: { backups: [systemRow] } },
      says: 'restore its SYSTEM backup',
      fixes: {
        'Restore the SYSTEM backup of 2026-11-23T09:43:20Z': `{ "BackupArn": "${systemRow.BackupArn}", "Region": "eu-west-1", "TargetTableName": "Orders-2" }`,
      },
    },
  ],
  fine: [{ spec: `{ ${fromTable} }`, facts: { source: ordersTable() } }, `{ ${fromBackup} }`],
});
