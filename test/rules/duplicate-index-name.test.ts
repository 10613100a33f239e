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
      sure: [],
    },
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${byStatus}, ${byStatus.replace('"byStatus"', '«"byStatus"»')}] }`,
      says: 'share one set of names',
      fixes: { 'Remove this entry': `{ "GlobalSecondaryIndexOverride": [${byStatus}] }` },
      sure: ['Remove this entry'],
    },
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer.replace('"byCustomer"', '«"byStatus"»')}] }`,
      says: 'share one set of names',
      fixes: { 'Remove this entry': `{ "GlobalSecondaryIndexOverride": [${byStatus}] }` },
      sure: [],
    },
    // The same to the letter, but not of the same kind.
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${byTotal}], "LocalSecondaryIndexOverride": [${byTotal.replace('"byTotal"', '«"byTotal"»')}] }`,
      says: 'There is another index called "byTotal" in this file; global, local and vector indexes share one set of names.',
      fixes: {
        'Remove this entry': `{ "GlobalSecondaryIndexOverride": [${byTotal}], "LocalSecondaryIndexOverride": [] }`,
      },
      sure: [],
    },
  ],
  fine: [
    '{ "GlobalSecondaryIndexOverride": [{ "IndexName": "" }], "LocalSecondaryIndexOverride": [{ "IndexName": "" }] }',
    `{ "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer}], "LocalSecondaryIndexOverride": [${byTotal}] }`,
    // Without a name, says another rule.
    '{ "GlobalSecondaryIndexOverride": [{ "Projection": {} }, { "Projection": {} }] }',
  ],
});
