import { byStatus, withMore } from './facts';
import { testRule } from './marked';

const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    withMore(
      byStatus.replace('byStatus', `byStatus${at}`),
      '"ProvisionedThroughput": { "ReadCapacityUnits": 40000, "WriteCapacityUnits": 1 }',
    ),
  ).join(', ');

testRule('capacity-over-quota', {
  wrong: [
    {
      spec: '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": «40001», "WriteCapacityUnits": 40000 } }',
      says: 'ProvisionedThroughputOverride.ReadCapacityUnits is above 40000 units',
    },
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"ProvisionedThroughput": { "ReadCapacityUnits": 1, "WriteCapacityUnits": «50000» }')}] }`,
      says: 'GlobalSecondaryIndexOverride[0].ProvisionedThroughput.WriteCapacityUnits is above',
    },
    {
      spec: `{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": «40000», "WriteCapacityUnits": 1 }, "GlobalSecondaryIndexOverride": [${many(2)}] }`,
      says: 'With its listed indexes this table gets 120000 ReadCapacityUnits, more than 80000',
    },
    {
      spec: `{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": «39999» }, "GlobalSecondaryIndexOverride": [${many(2).replaceAll('"ReadCapacityUnits": 40000, "WriteCapacityUnits": 1', '"ReadCapacityUnits": 1, "WriteCapacityUnits": 20001')}] }`,
      says: 'With its listed indexes this table gets 80001 WriteCapacityUnits, more than 80000, the default quota for all tables of an account in a Region. Has it been raised there?',
    },
    // One index is above the quota for itself: that says enough.
    {
      spec: `{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": 40000, "WriteCapacityUnits": 1 }, "GlobalSecondaryIndexOverride": [${many(1).replace('40000', '«50000»')}] }`,
      says: 'GlobalSecondaryIndexOverride[0].ProvisionedThroughput.ReadCapacityUnits is above 40000 units, the default quota for one table or index.',
    },
  ],
  fine: [
    `{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": 40000, "WriteCapacityUnits": 1 }, "GlobalSecondaryIndexOverride": [${many(1)}] }`,
    '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": "40001" } }',
    '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": 40000, "WriteCapacityUnits": 1 } }',
  ],
});
