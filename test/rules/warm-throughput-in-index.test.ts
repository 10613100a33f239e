import { byName, byStatus, fromBackup, fromTable, withMore } from './facts';
import { testRule } from './marked';

const spec = (source: string, entry: string) => `{ ${source}, "GlobalSecondaryIndexOverride": [${entry}] }`;

testRule('warm-throughput-in-index', {
  wrong: [
    {
      spec: spec(fromTable, withMore(byStatus, '«"WarmThroughput"»: { "ReadUnitsPerSecond": 15000 }')),
      says: 'A restore to a point in time refuses WarmThroughput for an index.',
      fixes: { 'Remove WarmThroughput': spec(fromTable, byStatus) },
    },
    {
      spec: spec(byName, withMore(byStatus, '«"WarmThroughput"»: {}')),
      says: 'Set it on the new table afterwards.',
      fixes: { 'Remove WarmThroughput': spec(byName, byStatus) },
    },
    {
      spec: spec(fromTable, withMore(byStatus, '«"WarmThroughput"»: { "WriteUnitsPerSecond": 1 }')),
      says: 'refuses WarmThroughput',
      fixes: { 'Remove WarmThroughput': spec(fromTable, byStatus) },
    },
  ],
  fine: [
    spec(fromTable, byStatus),
    spec(fromBackup, withMore(byStatus, '"WarmThroughput": { "ReadUnitsPerSecond": 15000 }')),
    `{ ${fromTable}, "AfterRestore": { "WarmThroughput": { "ReadUnitsPerSecond": 15000 } } }`,
  ],
});
