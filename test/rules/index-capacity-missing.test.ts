import { fromBackup, byStatus, withMore, ordersBackup, provisionedBackup, systemBackup } from './facts';
import { testRule } from './marked';

const units = '"ProvisionedThroughput": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';
const table =
  '"BillingModeOverride": "PROVISIONED", "ProvisionedThroughputOverride": { "ReadCapacityUnits": 7, "WriteCapacityUnits": 3 }';
const marked = byStatus.replace('"byStatus"', '«"byStatus"»');

/** The same table, but byStatus has more than byCustomer. */
const { SourceTableDetails: details, SourceTableFeatureDetails: features } = provisionedBackup();
const unlike = ordersBackup({
  table: details,
  features: {
    GlobalSecondaryIndexes: (features.GlobalSecondaryIndexes ?? []).map((index) =>
      index.IndexName === 'byStatus'
        ? { ...index, ProvisionedThroughput: { ReadCapacityUnits: 9, WriteCapacityUnits: 8 } }
        : index,
    ),
  },
});

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
    // Each index gets its own, and an index that the source does not have gets none.
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${marked}] }`,
      facts: { backup: unlike },
      says: 'The table is PROVISIONED, so the index "byStatus" needs ProvisionedThroughput here.',
      fixes: {
        'Add the recorded capacity': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"ProvisionedThroughput": { "ReadCapacityUnits": 9, "WriteCapacityUnits": 8 }')}] }`,
      },
      sure: ['Add the recorded capacity'],
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${marked.replace('"KEYS_ONLY"', '"ALL"')}] }`,
      facts: { backup: unlike },
      says: 'needs ProvisionedThroughput',
    },
    {
      spec: `{ ${fromBackup}, ${table}, "GlobalSecondaryIndexOverride": [${marked}] }`,
      facts: { backup: systemBackup() },
      says: 'needs ProvisionedThroughput',
      fixes: {
        "Add the table's capacity": `{ ${fromBackup}, ${table}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"ProvisionedThroughput": { "ReadCapacityUnits": 7, "WriteCapacityUnits": 3 }')}] }`,
      },
      sure: [],
    },
  ],
  fine: [
    // It has no name to speak of it by.
    `{ ${fromBackup}, ${table}, "GlobalSecondaryIndexOverride": [{}] }`,
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
