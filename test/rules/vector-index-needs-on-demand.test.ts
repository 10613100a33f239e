import { fromBackup, byMeaning, ordersBackup, vectorBackup } from './facts';
import { testRule } from './marked';

const provisioned =
  '"BillingModeOverride": "PROVISIONED", "ProvisionedThroughputOverride": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';
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
  ],
  fine: [
    `{ ${fromBackup}, ${provisioned}, "VectorIndexOverride": [] }`,
    { spec: `{ ${fromBackup}, ${provisioned} }`, facts: { backup: ordersBackup() } },
    `{ ${fromBackup}, ${onDemand}, "VectorIndexOverride": [${byMeaning}] }`,
  ],
});
