import { ordersArn, fromBackup, fromTable, ordersTable } from './facts';
import { testRule } from './marked';

testRule('source-being-deleted', {
  wrong: [
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"» }`,
      facts: { source: ordersTable({ TableStatus: 'DELETING' }) },
      says: 'This table is being deleted.',
    },
  ],
  fine: [{ spec: `{ ${fromTable} }`, facts: { source: ordersTable() } }, `{ ${fromBackup} }`],
});
