import { backupWithIndexes, fromBackup, byCustomer, byStatus, ordersBackup, vectorBackup } from './facts';
import { testRule } from './marked';

testRule('index-dropped', {
  wrong: [
    {
      spec: `{ ${fromBackup}, «"GlobalSecondaryIndexOverride"»: [${byStatus}] }`,
      facts: { backup: ordersBackup() },
      says: 'Not restored, as not listed: "byCustomer".',
      fixes: { 'Restore all of them': `{ ${fromBackup} }` },
    },
    {
      spec: `{ ${fromBackup}, «"VectorIndexOverride"»: [] }`,
      facts: { backup: vectorBackup() },
      says: 'Not restored, as not listed: "byMeaning".',
      fixes: { 'Restore all of them': `{ ${fromBackup} }` },
    },
    ...[
      { count: 5, more: '' },
      { count: 6, more: ' and 1 more' },
    ].map(({ count, more }) => ({
      spec: `{ ${fromBackup}, «"GlobalSecondaryIndexOverride"»: [] }`,
      facts: { backup: backupWithIndexes(count) },
      says: `Not restored, as not listed: "by1", "by2", "by3", "by4", "by5"${more}. A restore with fewer indexes is faster and cheaper; an index added later costs its own build.`,
      fixes: { 'Restore all of them': `{ ${fromBackup} }` },
    })),
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer}] }`,
      facts: { backup: ordersBackup() },
    },
    `{ ${fromBackup} }`,
  ],
});
