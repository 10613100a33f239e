import { fromBackup, byTotal, ordersBackup } from './facts';
import { testRule } from './marked';

testRule('local-index-lost', {
  wrong: [
    {
      spec: `{ ${fromBackup}, «"LocalSecondaryIndexOverride"»: [] }`,
      facts: { backup: ordersBackup() },
      says: 'Lost for good, as not listed: "byTotal".',
      fixes: { 'Restore all local indexes': `{ ${fromBackup} }` },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${byTotal}] }`,
      facts: { backup: ordersBackup() },
    },
    `{ ${fromBackup} }`,
  ],
});
