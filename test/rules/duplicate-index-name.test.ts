import { byCustomer, byStatus, byTotal } from './facts';
import { testRule } from './marked';

const renamed = byTotal.replace('byTotal', 'byStatus');

testRule('duplicate-index-name', {
  wrong: [
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${byStatus}], "LocalSecondaryIndexOverride": [${renamed.replace('"byStatus"', '«"byStatus"»')}] }`,
      says: 'There is another index called "byStatus" in this file',
      fixes: {
        'Remove this entry': `{ "GlobalSecondaryIndexOverride": [${byStatus}], "LocalSecondaryIndexOverride": [] }`,
      },
    },
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${byStatus}, ${byStatus.replace('"byStatus"', '«"byStatus"»')}] }`,
      says: 'share one set of names',
      fixes: { 'Remove this entry': `{ "GlobalSecondaryIndexOverride": [${byStatus}] }` },
    },
  ],
  fine: [
    `{ "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer}], "LocalSecondaryIndexOverride": [${byTotal}] }`,
  ],
});
