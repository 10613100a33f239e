import { fromBackup, fromTable, ordersBackup, ordersTable } from './facts';
import { testRule } from './marked';

const spec = (source: string, key: string) => `{ ${source}, "Verify": { "SampleKeys": [${key}] } }`;
const whole = '{ "orderId": { "S": "o-1001" }, "createdAt": { "N": "1790000000" } }';

testRule('sample-key-attributes', {
  wrong: [
    {
      spec: spec(fromBackup, '«{ "orderId": { "S": "o-1001" } }»'),
      facts: { backup: ordersBackup() },
      says: 'The key of this table is "orderId" and "createdAt"; a sample key has exactly these attributes.',
    },
    {
      spec: spec(fromTable, '«{ "orderId": { "S": "o-1001" }, "total": { "N": "1" } }»'),
      facts: { source: ordersTable() },
      says: 'The key of this table is',
    },
    {
      spec: spec(fromBackup, `«${whole.replace(/ }$/, ', "total": { "N": "1" } }')}»`),
      facts: { backup: ordersBackup() },
      says: 'a sample key has exactly these attributes.',
    },
  ],
  fine: [
    { spec: spec(fromBackup, whole), facts: { backup: ordersBackup() } },
    `{ ${fromBackup} }`,
    // No key at all, says another rule.
    { spec: spec(fromBackup, '"o-1001"'), facts: { backup: ordersBackup() } },
  ],
});
