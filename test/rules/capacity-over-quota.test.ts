import { byStatus, withMore } from './facts';
import { testRule } from './marked';

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
  ],
  fine: ['{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": 40000, "WriteCapacityUnits": 1 } }'],
});
