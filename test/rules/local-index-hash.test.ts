import { fromBackup, byTotal, ordersBackup } from './facts';
import { testRule } from './marked';

const wrong = byTotal.replace('"orderId"', '"customerId"');
const range = '{ "AttributeName": "total", "KeyType": "RANGE" }';
const turned = (hash: string) =>
  `{ "IndexName": "byTotal", "KeySchema": [${range}, { "AttributeName": ${hash}, "KeyType": "HASH" }], "Projection": { "ProjectionType": "ALL" } }`;
const onlyRange = `{ "IndexName": "byTotal", "KeySchema": [${range}], "Projection": { "ProjectionType": "ALL" } }`;
const spec = (entry: string) => `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${entry}] }`;

testRule('local-index-hash', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${wrong.replace('"customerId"', '«$&»')}] }`,
      facts: { backup: ordersBackup() },
      says: 'A local index has the HASH key of its table, which is "orderId".',
      fixes: { 'Change to "orderId"': `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${byTotal}] }` },
      sure: ['Change to "orderId"'],
    },
    {
      // Where the keys stand in the wrong order it is still the HASH key that is meant.
      spec: spec(turned('«"customerId"»')),
      facts: { backup: ordersBackup() },
      says: 'which is "orderId"',
      fixes: { 'Change to "orderId"': spec(turned('"orderId"')) },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${byTotal}] }`,
      facts: { backup: ordersBackup() },
    },
    // The recorded HASH key, wherever it stands.
    {
      spec: spec(byTotal),
      facts: {
        backup: ordersBackup({
          table: { KeySchema: ordersBackup().SourceTableDetails.KeySchema.toReversed() },
        }),
      },
    },
    // Keys that are missing are other rules' matter.
    { spec: spec('{ "IndexName": "byTotal" }'), facts: { backup: ordersBackup() } },
    { spec: spec(onlyRange), facts: { backup: ordersBackup() } },
    `{ ${fromBackup}, "LocalSecondaryIndexOverride": [] }`,
  ],
});
