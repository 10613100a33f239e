import { byStatus, withMore } from './facts';
import { testRule } from './marked';

testRule('warm-throughput-in-index', {
  wrong: [
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${withMore(byStatus, '«"WarmThroughput"»: { "ReadUnitsPerSecond": 15000 }')}] }`,
      says: 'A restore refuses WarmThroughput for an index.',
      fixes: { 'Remove WarmThroughput': `{ "GlobalSecondaryIndexOverride": [${byStatus}] }` },
    },
  ],
  fine: [`{ "GlobalSecondaryIndexOverride": [${byStatus}] }`],
});
