import { fromBackup, byStatus, withMore, ordersBackup, provisionedBackup } from './facts';
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
    // Limits that no table can have are forbidden all the same: "at least 1" alone would send the reader the wrong way.
    {
      spec: `{ ${fromBackup}, «"OnDemandThroughputOverride"»: { "MaxReadRequestUnits": 0 }, "GlobalSecondaryIndexOverride": [${withMore(byStatus, '«"OnDemandThroughput"»: { "MaxReadRequestUnits": 0 }')}] }`,
      facts: { backup: provisionedBackup() },
      says: 'The table is PROVISIONED; only a PAY_PER_REQUEST table has on-demand limits.',
      fixes: {
        'Remove OnDemandThroughputOverride': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"OnDemandThroughput": { "MaxReadRequestUnits": 0 }')}] }`,
      },
    },
  ],
  fine: [
    { spec: `{ ${fromBackup}, ${limits} }`, facts: { backup: ordersBackup() } },
    `{ ${fromBackup}, "BillingModeOverride": "PAY_PER_REQUEST", ${limits} }`,
    `{ ${fromBackup} }`,
  ],
});
