import { fromBackup, byCustomer, byStatus, withMore, ordersBackup, provisionedBackup } from './facts';
import { testRule } from './marked';

const limits = '"OnDemandThroughputOverride": { "MaxReadRequestUnits": 100 }';
const marked = limits.replace(/"\w+"/, '«$&»');

testRule('on-demand-limits-forbidden', {
  wrong: [
    {
      spec: `{ ${fromBackup}, ${marked} }`,
      facts: { backup: provisionedBackup() },
      says: 'The table is PROVISIONED',
      fixes: { 'Remove OnDemandThroughputOverride': `{ ${fromBackup} }` },
    },
    {
      spec: `{ "BillingModeOverride": "PROVISIONED", "GlobalSecondaryIndexOverride": [${withMore(byStatus, '«"OnDemandThroughput"»: { "MaxReadRequestUnits": 9 }')}] }`,
      says: 'only a PAY_PER_REQUEST table has on-demand limits',
      fixes: {
        'Remove OnDemandThroughput': `{ "BillingModeOverride": "PROVISIONED", "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      },
    },
    {
      spec: `{ "BillingModeOverride": "PROVISIONED", "OnDemandThroughputOverride": { "MaxReadRequestUnits": 0 }, "GlobalSecondaryIndexOverride": [${withMore(byStatus, '«"OnDemandThroughput"»: { "MaxReadRequestUnits": 9 }')}] }`,
      says: 'The table is PROVISIONED',
      fixes: {
        'Remove OnDemandThroughput': `{ "BillingModeOverride": "PROVISIONED", "OnDemandThroughputOverride": { "MaxReadRequestUnits": 0 }, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      },
    },
    // What is out of range in one index says nothing of another.
    {
      spec: `{ "BillingModeOverride": "PROVISIONED", "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"OnDemandThroughput": { "MaxReadRequestUnits": 0 }')}, ${withMore(byCustomer, '«"OnDemandThroughput"»: { "MaxReadRequestUnits": 9 }')}] }`,
      says: 'The table is PROVISIONED; only a PAY_PER_REQUEST table has on-demand limits.',
      fixes: {
        'Remove OnDemandThroughput': `{ "BillingModeOverride": "PROVISIONED", "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"OnDemandThroughput": { "MaxReadRequestUnits": 0 }')}, ${byCustomer}] }`,
      },
    },
  ],
  fine: [
    // Out of range, says another rule.
    '{ "BillingModeOverride": "PROVISIONED", "OnDemandThroughputOverride": { "MaxReadRequestUnits": 0 } }',
    `{ "BillingModeOverride": "PROVISIONED", "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"OnDemandThroughput": { "MaxReadRequestUnits": 0, "MaxWriteRequestUnits": 9 }')}] }`,
    { spec: `{ ${fromBackup}, ${limits} }`, facts: { backup: ordersBackup() } },
    `{ ${fromBackup}, "BillingModeOverride": "PAY_PER_REQUEST", ${limits} }`,
    `{ ${fromBackup} }`,
  ],
});
