import { fromBackup, byMeaning, byStatus, ordersBackup, systemBackup, vectorBackup, withMore } from './facts';
import { testRule } from './marked';

const provisioned =
  '"BillingModeOverride": "PROVISIONED", "ProvisionedThroughputOverride": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';
const units = '"ProvisionedThroughput": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';
const onDemand = '"BillingModeOverride": "PAY_PER_REQUEST"';
const none = '"GlobalSecondaryIndexOverride": []';

testRule('vector-index-needs-on-demand', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", «"VectorIndexOverride"»: [${byMeaning}] }`,
      says: 'A table with vector indexes must be PAY_PER_REQUEST.',
      fixes: {
        'Restore without vector indexes': `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", "VectorIndexOverride": [] }`,
        'Make the table PAY_PER_REQUEST': `{ ${fromBackup}, ${onDemand}, "VectorIndexOverride": [${byMeaning}] }`,
      },
    },
    {
      spec: `{ ${fromBackup}, ${none}, ${provisioned.replace('"PROVISIONED"', '«"PROVISIONED"»')} }`,
      facts: { backup: vectorBackup() },
      says: 'restore without its vector indexes',
      fixes: {
        'Restore without vector indexes': `{ ${fromBackup}, ${none}, ${provisioned}, "VectorIndexOverride": [] }`,
        'Make the table PAY_PER_REQUEST': `{ ${fromBackup}, ${none}, ${onDemand} }`,
      },
    },
    {
      // On demand, no index keeps a provisioned capacity either.
      spec: `{ ${fromBackup}, ${provisioned}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, units)}], «"VectorIndexOverride"»: [${byMeaning}] }`,
      says: 'A table with vector indexes must be PAY_PER_REQUEST. Make it so, or restore without its vector indexes.',
      fixes: {
        'Restore without vector indexes': `{ ${fromBackup}, ${provisioned}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, units)}], "VectorIndexOverride": [] }`,
        'Make the table PAY_PER_REQUEST': `{ ${fromBackup}, ${onDemand}, "GlobalSecondaryIndexOverride": [${byStatus}], "VectorIndexOverride": [${byMeaning}] }`,
      },
      sure: [],
    },
  ],
  fine: [
    // Gone, or telling of no indexes.
    { spec: `{ ${fromBackup}, ${provisioned} }`, facts: { backup: 'missing' } },
    { spec: `{ ${fromBackup}, ${provisioned} }`, facts: { backup: systemBackup() } },
    `{ ${fromBackup}, ${provisioned}, "VectorIndexOverride": [] }`,
    { spec: `{ ${fromBackup}, ${provisioned} }`, facts: { backup: ordersBackup() } },
    `{ ${fromBackup}, ${onDemand}, "VectorIndexOverride": [${byMeaning}] }`,
  ],
});
