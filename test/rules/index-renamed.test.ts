import { fromBackup, byStatus, ordersBackup } from './facts';
import { testRule } from './marked';

const renamed = byStatus.replace('"byStatus"', '«"byState"»');

testRule('index-renamed', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${renamed}] }`,
      facts: { backup: ordersBackup() },
      says: 'is called "byStatus" in the source. It would come back as "byState".',
      fixes: { 'Change to "byStatus"': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }` },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      facts: { backup: ordersBackup() },
    },
    `{ ${fromBackup} }`,
  ],
});
