import { systemRow, ordersArn, fromBackup, fromTable, byName, ordersTable } from './facts';
import { testRule } from './marked';

const elsewhere = { ...systemRow, BackupArn: systemRow.BackupArn.replace('eu-west-1', 'eu-west-2') };

testRule('source-missing-in-region', {
  wrong: [
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"», "UseLatestRestorableTime": true }`,
      facts: { source: 'missing' },
      says: 'There is no table "Orders" in eu-west-1.',
    },
    {
      spec: '{ "SourceTableName": «"Orders"» }',
      facts: { source: 'missing' },
      says: 'There is no table "Orders". If it was deleted, look for its SYSTEM backup.',
    },
    {
      spec: '{ "SourceTableName": «"Orders"», "Region": "eu-west-2" }',
      facts: { source: 'missing', regionInUse: 'eu-west-2' },
      says: 'There is no table "Orders" in eu-west-2.',
    },
    {
      spec: `{ "SourceTableArn": «"${ordersArn.replace('Orders', 'Ordres')}"», "TargetTableName": "Orders-2" }`,
      facts: { source: 'missing', choices: { sourceTables: ['Customers', 'Orders'] } },
      says: 'There is no table "Ordres" in eu-west-1.',
      fixes: { 'Change to "Orders"': `{ "SourceTableArn": "${ordersArn}", "TargetTableName": "Orders-2" }` },
    },
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"», "UseLatestRestorableTime": true }`,
      facts: { source: 'missing', choices: { sourceTables: ['Customers'], backups: [systemRow, elsewhere] } },
      says: 'look for its SYSTEM backup',
      fixes: {
        'Restore the SYSTEM backup of 2026-11-23T09:43:20Z': `{ "BackupArn": "${systemRow.BackupArn}" }`,
      },
    },
  ],
  fine: [
    { spec: `{ ${fromTable} }`, facts: { source: ordersTable() } },
    { spec: `{ ${byName}, "Region": "eu-west-2" }`, facts: { source: 'missing', regionInUse: 'eu-west-1' } },
    `{ ${fromBackup} }`,
  ],
});
