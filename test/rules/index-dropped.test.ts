import { fromBackup, byCustomer, byStatus, ordersBackup, vectorBackup } from './facts';
import { testRule } from './marked';

testRule('index-dropped', {
  wrong: [
    {
      spec: `{ ${fromBackup}, «"GlobalSecondaryIndexOverride"»: [${byStatus}] }`,
      facts: { backup: ordersBackup() },
      says: 'Not restored, as not listed: "byCustomer".',
      fixes: { 'Restore all of them': `{ ${fromBackup} }` },
    },
    {
      spec: `{ ${fromBackup}, «"VectorIndexOverride"»: [] }`,
      facts: { backup: vectorBackup() },
      says: 'Not restored, as not listed: "byMeaning".',
      fixes: { 'Restore all of them': `{ ${fromBackup} }` },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer}] }`,
      facts: { backup: ordersBackup() },
    },
    `{ ${fromBackup} }`,
  ],
});
