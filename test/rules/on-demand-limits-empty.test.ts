import { fromBackup, byStatus, withMore } from './facts';
import { testRule } from './marked';

testRule('on-demand-limits-empty', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "OnDemandThroughputOverride": «{}» }`,
      says: 'Empty limits start a restore that is answered with an error.',
      fixes: { 'Remove OnDemandThroughputOverride': `{ ${fromBackup} }` },
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"OnDemandThroughput": «{}»')}] }`,
      says: 'The limits of an index must be at least one of the two.',
      fixes: {
        'Remove OnDemandThroughput': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      },
    },
  ],
  fine: [
    `{ ${fromBackup}, "OnDemandThroughputOverride": { "MaxReadRequestUnits": 100 } }`,
    `{ ${fromBackup} }`,
  ],
});
