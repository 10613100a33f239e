import { byCustomer, byMeaning, byStatus, fromBackup, ordersBackup, withMore } from './facts';
import { testRule } from './marked';

const units = '{ "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';
const ofTable = `"ProvisionedThroughputOverride": ${units}`;
const priced = withMore(byStatus, `"ProvisionedThroughput": ${units}`);
const global = (...entries: string[]) => `"GlobalSecondaryIndexOverride": [${entries.join(', ')}]`;
const named = (entry: string) => entry.replace(/"IndexName": ("[^"]+")/, '"IndexName": «$1»');

testRule('billing-mode-contradiction', {
  wrong: [
    {
      spec: `{ ${fromBackup}, ${ofTable}, «"OnDemandThroughputOverride"»: { "MaxReadRequestUnits": 100 } }`,
      says: 'On-demand limits are for a PAY_PER_REQUEST table, and this file gives provisioned capacity too',
      fixes: {
        'Remove the provisioned capacity': `{ ${fromBackup}, "OnDemandThroughputOverride": { "MaxReadRequestUnits": 100 } }`,
        'Remove the on-demand limits': `{ ${fromBackup}, ${ofTable} }`,
      },
    },
    {
      spec: `{ ${fromBackup}, ${global(priced, named(byCustomer))} }`,
      says: 'possible on a PAY_PER_REQUEST table only',
      fixes: {
        'Remove the provisioned capacity': `{ ${fromBackup}, ${global(byStatus, byCustomer)} }`,
      },
    },
    {
      spec: `{ ${fromBackup}, ${ofTable}, «"VectorIndexOverride"»: [${byMeaning}] }`,
      says: 'One of the two is refused.',
      fixes: {
        'Remove the provisioned capacity': `{ ${fromBackup}, "VectorIndexOverride": [${byMeaning}] }`,
      },
    },
    {
      spec: `{ ${fromBackup}, ${global(withMore(byCustomer, `"ProvisionedThroughput": ${units}`), withMore(byStatus, '«"OnDemandThroughput"»: { "MaxReadRequestUnits": 9 }'))} }`,
      says: 'On-demand limits are for a PAY_PER_REQUEST table, and this file gives provisioned capacity too, for which the table must be PROVISIONED. One of the two is refused.',
      fixes: {
        'Remove the provisioned capacity': `{ ${fromBackup}, ${global(byCustomer, withMore(byStatus, '"OnDemandThroughput": { "MaxReadRequestUnits": 9 }'))} }`,
      },
    },
  ],
  fine: [
    `{ ${fromBackup}, ${ofTable}, ${global(priced)}, "VectorIndexOverride": [] }`,
    `{ ${fromBackup}, ${global(byStatus, byCustomer)}, "OnDemandThroughputOverride": { "MaxReadRequestUnits": 1 } }`,
    // The rules about one mode say it where the mode is known.
    `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${ofTable}, ${global(byStatus)} }`,
    { spec: `{ ${fromBackup}, ${ofTable}, ${global(byStatus)} }`, facts: { backup: ordersBackup() } },
    // An index that has no name yet.
    `{ ${fromBackup}, ${ofTable}, ${global('{}')} }`,
  ],
});
