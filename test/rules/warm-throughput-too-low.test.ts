import { fromBackup, ordersBackup, provisionedBackup } from './facts';
import { testRule } from './marked';

const spec = (mode: string, members: string) =>
  `{ ${fromBackup}${mode}, "AfterRestore": { "WarmThroughput": { ${members} } } }`;
const onDemand = ', "BillingModeOverride": "PAY_PER_REQUEST"';
const units = '"ProvisionedThroughputOverride": { "ReadCapacityUnits": 20, "WriteCapacityUnits": 5 }';
const provisioned = `, "BillingModeOverride": "PROVISIONED", ${units}`;

testRule('warm-throughput-too-low', {
  wrong: [
    {
      spec: spec(onDemand, '"ReadUnitsPerSecond": «1000», "WriteUnitsPerSecond": 4000'),
      says: 'ready for 12000 at once, and warm throughput cannot be lowered: 1000 will probably be refused.',
      fixes: {
        'Change to 12000': spec(onDemand, '"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000'),
      },
    },
    {
      spec: spec(provisioned, '"ReadUnitsPerSecond": «10»'),
      says: 'ready for 20 at once',
      fixes: { 'Change to 20': spec(provisioned, '"ReadUnitsPerSecond": 20') },
    },
    {
      spec: spec('', '"WriteUnitsPerSecond": «3999»'),
      facts: { backup: ordersBackup() },
      says: 'ready for 4000 at once',
      fixes: { 'Change to 4000': spec('', '"WriteUnitsPerSecond": 4000') },
    },
    {
      spec: spec('', '"ReadUnitsPerSecond": «9», "WriteUnitsPerSecond": «1»'),
      facts: { backup: provisionedBackup() },
      says: [
        'A new table like this one is ready for 10 at once, and warm throughput cannot be lowered: 9 will probably be refused.',
        'A new table like this one is ready for 5 at once, and warm throughput cannot be lowered: 1 will probably be refused.',
      ],
      fixes: { 'Change to 10': spec('', '"ReadUnitsPerSecond": 10, "WriteUnitsPerSecond": 1') },
    },
  ],
  fine: [
    // Out of range, says another rule.
    spec(onDemand, '"ReadUnitsPerSecond": 0'),
    // How much it will have is not written, nor recorded of a table that was on demand.
    spec(', "BillingModeOverride": "PROVISIONED"', '"ReadUnitsPerSecond": 1'),
    {
      spec: spec(', "BillingModeOverride": "PROVISIONED"', '"ReadUnitsPerSecond": 1'),
      facts: { backup: ordersBackup() },
    },
    spec(onDemand, '"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4001'),
    spec(provisioned, '"ReadUnitsPerSecond": 20, "WriteUnitsPerSecond": 5'),
    { spec: spec('', '"ReadUnitsPerSecond": 10'), facts: { backup: provisionedBackup() } },
    `{ ${fromBackup}, "AfterRestore": { "WarmThroughput": "Skip" } }`,
  ],
});
