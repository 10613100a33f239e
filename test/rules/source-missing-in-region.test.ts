import { ordersArn, fromBackup, fromTable, byName, ordersTable } from './facts';
import { testRule } from './marked';

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
  ],
  fine: [
    { spec: `{ ${fromTable} }`, facts: { source: ordersTable() } },
    { spec: `{ ${byName}, "Region": "eu-west-2" }`, facts: { source: 'missing', regionInUse: 'eu-west-1' } },
    `{ ${fromBackup} }`,
  ],
});
