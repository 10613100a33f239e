import { fromBackup, provisionedBackup } from './facts';
import { testRule } from './marked';

const provisioned = `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED"`;

testRule('provisioned-without-capacity', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": «"PROVISIONED"» }`,
      says: 'ProvisionedThroughputOverride is missing',
      fixes: {
        'Add 5 read and 5 write units, to be adjusted': `${provisioned}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 5, "WriteCapacityUnits": 5 } }`,
      },
    },
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": «"PROVISIONED"» }`,
      facts: { backup: provisionedBackup() },
      says: 'must say with what capacity',
      fixes: {
        'Add 10 read and 5 write units, as recorded': `${provisioned}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 10, "WriteCapacityUnits": 5 } }`,
        'Keep the recorded billing mode': `{ ${fromBackup} }`,
      },
    },
  ],
  fine: [
    `${provisioned}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 10, "WriteCapacityUnits": 5 } }`,
    `{ ${fromBackup}, "BillingModeOverride": "PAY_PER_REQUEST" }`,
    `${provisioned}, `,
  ],
});
