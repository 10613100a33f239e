import { quoted } from '../../server/core/plain-text';
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
    {
      spec: '{ "TargetTableName": «"Orders"» }',
      facts: {
        target: ordersTable(),
        choices: { destinationTables: ['Orders', 'Orders-2'] },
        runningRestores: [{ region: 'eu-west-1', target: 'Orders-3' }],
      },
      says: 'There is a table "Orders" already',
      fixes: { 'Restore into "Orders-4"': '{ "TargetTableName": "Orders-4" }' },
    },
    {
      spec: '{ "TargetTableName": «"Orders-restored"» }',
      facts: {
        target: ordersTable({ TableName: 'Orders-restored', TableStatus: 'CREATING' }),
        choices: { destinationTables: ['Orders-restored'] },
      },
      says: 'A table "Orders-restored" is being created at this moment.',
      fixes: { 'Restore into "Orders-restored-2"': '{ "TargetTableName": "Orders-restored-2" }' },
    },
    {
      spec: '{ "TargetTableName": «"Orders"» }',
      facts: {
        target: ordersTable({
          TableStatus: 'CREATING',
          RestoreSummary: { RestoreDateTime: '2026-11-23T09:00:00Z', RestoreInProgress: true },
        }),
      },
      says: 'is being restored at this moment. Wait to see what becomes of it',
      fixes: { 'Restore into "Orders-2"': '{ "TargetTableName": "Orders-2" }' },
    },
    {
      // Cut to fit, and still free.
      spec: `{ "TargetTableName": «"${'x'.repeat(255)}"» }`,
      facts: {
        target: ordersTable({ TableName: 'x'.repeat(255) }),
        choices: { destinationTables: ['x'.repeat(255), `${'x'.repeat(240)}-2`] },
      },
      says: 'already',
      fixes: {
        [`Restore into ${quoted(`${'x'.repeat(240)}-3`)}`]: `{ "TargetTableName": "${'x'.repeat(240)}-3" }`,
      },
    },
    // Only a number at the very end is counted up, and a date is none.
    ...[
      ['Orders-10', 'Orders-11'],
      ['Orders-2-old', 'Orders-2-old-2'],
      ['Orders-20261123', 'Orders-20261123-2'],
      ['Orders-2026-11-23', 'Orders-2026-11-23-2'],
    ].map(([name = '', free = '']) => ({
      spec: `{ "TargetTableName": «"${name}"» }`,
      facts: { target: ordersTable({ TableName: name }) },
      says: `There is a table "${name}" already, and a restore never overwrites one.`,
      fixes: { [`Restore into "${free}"`]: `{ "TargetTableName": "${free}" }` },
    })),
  ],
  fine: [
    {
      spec: '{ "TargetTableName": "Orders" }',
      facts: { target: ordersTable(), ownRestore: { startedAt: '2026-11-23T09:58:00.000Z' } },
    },
    { spec: `{ ${fromBackup} }`, facts: { target: 'missing' } },
  ],
});
