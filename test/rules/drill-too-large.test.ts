import { fromBackup, fromTable, ordersBackup, ordersTable } from './facts';
import { testRule } from './marked';

const spec = (limit: string) =>
  `{ ${fromBackup}, "Drill": { "NamePrefix": "Orders", "MaxTableSizeGiB": ${limit} } }`;

testRule('drill-too-large', {
  wrong: [
    {
      spec: spec('«4.5»'),
      facts: { backup: ordersBackup() },
      says: 'The source has 5.0 GiB, more than this drill allows.',
    },
  ],
  fine: [
    { spec: spec('5'), facts: { backup: ordersBackup() } },
    // A table that DynamoDB has told no size of.
    { spec: spec('0.1').replace(fromBackup, fromTable), facts: { source: ordersTable() } },
    `{ ${fromBackup}, "Drill": { "NamePrefix": "Orders" } }`,
  ],
});
