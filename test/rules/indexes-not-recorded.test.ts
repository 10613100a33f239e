import { fromBackup, byStatus, ordersBackup, systemBackup } from './facts';
import { testRule } from './marked';

testRule('indexes-not-recorded', {
  wrong: [
    {
      spec: `{ ${fromBackup}, «"GlobalSecondaryIndexOverride"»: [${byStatus}] }`,
      facts: { backup: systemBackup() },
      says: 'This backup does not tell which indexes it holds',
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      facts: { backup: ordersBackup() },
    },
    `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [] }`,
  ],
});
