import { fromBackup, byTotal, ordersBackup } from './facts';
import { testRule } from './marked';

const wrong = byTotal.replace('"orderId"', '"customerId"');

testRule('local-index-hash', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${wrong.replace('"customerId"', '«$&»')}] }`,
      facts: { backup: ordersBackup() },
      says: 'A local index has the HASH key of its table, which is "orderId".',
      fixes: { 'Change to "orderId"': `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${byTotal}] }` },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${byTotal}] }`,
      facts: { backup: ordersBackup() },
    },
    `{ ${fromBackup}, "LocalSecondaryIndexOverride": [] }`,
  ],
});
