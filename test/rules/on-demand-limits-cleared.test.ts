import { byStatus, fromBackup, withMore } from './facts';
import { testRule } from './marked';

const limits = (members: string) => `{ ${fromBackup}, "OnDemandThroughputOverride": { ${members} } }`;

testRule('on-demand-limits-cleared', {
  wrong: [
    {
      spec: limits('"MaxReadRequestUnits": «-1», "MaxWriteRequestUnits": 100'),
      says: '-1 removes a limit from a table that exists. Nobody has documented or measured',
      fixes: { 'Remove MaxReadRequestUnits': limits('"MaxWriteRequestUnits": 100') },
    },
    {
      spec: limits('"MaxWriteRequestUnits": «-1»'),
      says: 'remove it with UpdateTable afterwards',
      fixes: { 'Remove OnDemandThroughputOverride': `{ ${fromBackup} }` },
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"OnDemandThroughput": { "MaxReadRequestUnits": «-1» }')}] }`,
      says: 'in a restore',
      fixes: {
        'Remove OnDemandThroughput': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      },
    },
  ],
  fine: [
    limits('"MaxReadRequestUnits": 1'),
    // Refused for certain: `out-of-range` says so.
    limits('"MaxReadRequestUnits": 0'),
    limits('"MaxReadRequestUnits": -2'),
  ],
});
