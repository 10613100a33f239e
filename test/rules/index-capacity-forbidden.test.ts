import { fromBackup, byStatus, withMore, ordersBackup, provisionedBackup } from './facts';
import { testRule } from './marked';

const entry = withMore(
  byStatus,
  '"ProvisionedThroughput": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }',
);
const marked = entry.replace('"ProvisionedThroughput"', '«"ProvisionedThroughput"»');

testRule('index-capacity-forbidden', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${marked}] }`,
      facts: { backup: ordersBackup() },
      says: 'its indexes have no provisioned capacity',
      fixes: {
        'Remove ProvisionedThroughput': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      },
    },
    {
      spec: `{ "BillingModeOverride": "PAY_PER_REQUEST", "GlobalSecondaryIndexOverride": [${marked}] }`,
      says: 'The table is PAY_PER_REQUEST',
      fixes: {
        'Remove ProvisionedThroughput': `{ "BillingModeOverride": "PAY_PER_REQUEST", "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${entry}] }`,
      facts: { backup: provisionedBackup() },
    },
    `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
  ],
});
