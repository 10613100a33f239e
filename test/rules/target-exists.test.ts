import { fromBackup, ordersTable } from './facts';
import { testRule } from './marked';

testRule('target-exists', {
  wrong: [
    {
      spec: '{ "TargetTableName": «"Orders"» }',
      facts: { target: ordersTable() },
      says: 'There is a table "Orders" already',
      fixes: { 'Restore into "Orders-2"': '{ "TargetTableName": "Orders-2" }' },
    },
    {
      spec: '{ "TargetTableName": «"Orders-9"» }',
      facts: { target: ordersTable({ TableName: 'Orders-9', TableStatus: 'DELETING' }) },
      says: 'still being deleted',
      fixes: { 'Restore into "Orders-10"': '{ "TargetTableName": "Orders-10" }' },
    },
  ],
  fine: [
    {
      spec: '{ "TargetTableName": "Orders" }',
      facts: { target: ordersTable(), ownRestore: { startedAt: '2026-11-23T09:58:00.000Z' } },
    },
    { spec: `{ ${fromBackup} }`, facts: { target: 'missing' } },
  ],
});
