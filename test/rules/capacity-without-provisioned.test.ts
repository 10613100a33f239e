import { fromBackup, ordersBackup, provisionedBackup } from './facts';
import { testRule } from './marked';

const units = '"ProvisionedThroughputOverride": { "ReadCapacityUnits": 5, "WriteCapacityUnits": 5 }';
const marked = units.replace(/"\w+"/, '«$&»');

testRule('capacity-without-provisioned', {
  wrong: [
    {
      spec: `{ ${fromBackup}, ${marked} }`,
      facts: { backup: ordersBackup() },
      says: 'The table was recorded as PAY_PER_REQUEST',
      fixes: {
        'Remove ProvisionedThroughputOverride': `{ ${fromBackup} }`,
        'Make the table PROVISIONED': `{ ${fromBackup}, ${units}, "BillingModeOverride": "PROVISIONED" }`,
      },
    },
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": "PAY_PER_REQUEST", ${marked} }`,
      says: 'The table is to be PAY_PER_REQUEST',
      fixes: {
        'Remove ProvisionedThroughputOverride': `{ ${fromBackup}, "BillingModeOverride": "PAY_PER_REQUEST" }`,
        'Make the table PROVISIONED': `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units} }`,
      },
    },
  ],
  fine: [
    { spec: `{ ${fromBackup}, ${units} }`, facts: { backup: provisionedBackup() } },
    `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units} }`,
    `{ ${fromBackup} }`,
  ],
});
