import { backupArn, backupWithIndexes, fromBackup, ordersBackup } from './facts';
import { testRule } from './marked';

const many = ordersBackup({
  features: {
    GlobalSecondaryIndexes: ['a', 'b', 'c', 'd', 'e'].map((name) => ({
      IndexName: `by-${name}`,
      KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    })),
  },
});

testRule('all-indexes-restored', {
  wrong: [
    {
      spec: `{ "BackupArn": "${backupArn}", "TargetTableName": «"Orders-2"» }`,
      facts: { backup: many },
      says: 'All 5 global indexes are restored.',
    },
  ],
  fine: [
    { spec: `{ ${fromBackup} }`, facts: { backup: ordersBackup() } },
    `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [] }`,
    { spec: `{ ${fromBackup} }`, facts: { backup: backupWithIndexes(4) } },
  ],
});
