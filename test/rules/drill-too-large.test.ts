import { fromBackup, ordersBackup } from './facts';
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
    `{ ${fromBackup}, "Drill": { "NamePrefix": "Orders" } }`,
  ],
});
