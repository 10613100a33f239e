import { fromBackup, byStatus, withMore, ordersBackup, provisionedBackup } from './facts';
import { testRule } from './marked';

const units = '"ProvisionedThroughput": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';
const table =
  '"BillingModeOverride": "PROVISIONED", "ProvisionedThroughputOverride": { "ReadCapacityUnits": 7, "WriteCapacityUnits": 3 }';
const marked = byStatus.replace('"byStatus"', '«"byStatus"»');

testRule('index-capacity-missing', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${marked}] }`,
      facts: { backup: provisionedBackup() },
      says: 'the index "byStatus" needs ProvisionedThroughput here',
      fixes: {
        'Add the recorded capacity': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, units)}] }`,
      },
    },
    {
      spec: `{ ${fromBackup}, ${table}, "GlobalSecondaryIndexOverride": [${marked}] }`,
      says: 'The table is PROVISIONED',
      fixes: {
        "Add the table's capacity": `{ ${fromBackup}, ${table}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"ProvisionedThroughput": { "ReadCapacityUnits": 7, "WriteCapacityUnits": 3 }')}] }`,
      },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      facts: { backup: ordersBackup() },
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, units)}] }`,
      facts: { backup: provisionedBackup() },
    },
    `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [] }`,
  ],
});
