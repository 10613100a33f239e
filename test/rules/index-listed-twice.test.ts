import { fromBackup, byCustomer, byStatus, ordersBackup } from './facts';
import { testRule } from './marked';

const again = byStatus.replace('byStatus', 'byStatusToo');

testRule('index-listed-twice', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}, ${again.replace('"byStatusToo"', '«$&»')}] }`,
      facts: { backup: ordersBackup() },
      says: 'the source has such an index only once',
      fixes: { 'Remove this entry': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }` },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer}] }`,
      facts: { backup: ordersBackup() },
    },
    `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
    // The source has neither of the two, says another rule.
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${[byStatus, again].join(', ').replaceAll('"status"', '"state"')}] }`,
      facts: { backup: ordersBackup() },
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{ "IndexName": "one" }, { "IndexName": "two" }] }`,
      facts: { backup: ordersBackup() },
    },
  ],
});
