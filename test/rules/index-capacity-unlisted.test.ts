import { fromBackup, ordersBackup, provisionedBackup } from './facts';
import { testRule } from './marked';

const units = '"ProvisionedThroughputOverride": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';

testRule('index-capacity-unlisted', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": «"PROVISIONED"», ${units} }`,
      facts: { backup: ordersBackup() },
      says: 'list "byCustomer", "byStatus" in GlobalSecondaryIndexOverride',
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units} }`,
      facts: { backup: provisionedBackup() },
    },
    `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units}, "GlobalSecondaryIndexOverride": [] }`,
    `{ ${fromBackup} }`,
  ],
});
