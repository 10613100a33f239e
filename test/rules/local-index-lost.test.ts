import { fromBackup, byTotal, ordersBackup } from './facts';
import { testRule } from './marked';

const local = ordersBackup().SourceTableFeatureDetails.LocalSecondaryIndexes ?? [];
const two = ordersBackup({
  features: {
    LocalSecondaryIndexes: [
      ...local,
      {
        IndexName: 'byState',
        KeySchema: [
          { AttributeName: 'orderId', KeyType: 'HASH' },
          { AttributeName: 'state', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  },
});

testRule('local-index-lost', {
  wrong: [
    {
      spec: `{ ${fromBackup}, «"LocalSecondaryIndexOverride"»: [] }`,
      facts: { backup: ordersBackup() },
      says: 'Lost for good, as not listed: "byTotal".',
      fixes: { 'Restore all local indexes': `{ ${fromBackup} }` },
    },
    {
      spec: `{ ${fromBackup}, «"LocalSecondaryIndexOverride"»: [] }`,
      facts: { backup: two },
      says: 'Lost for good, as not listed: "byTotal", "byState". A local index cannot be added to a table later.',
      fixes: { 'Restore all local indexes': `{ ${fromBackup} }` },
    },
    {
      spec: `{ ${fromBackup}, «"LocalSecondaryIndexOverride"»: [${byTotal}] }`,
      facts: { backup: two },
      says: 'Lost for good, as not listed: "byState".',
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
