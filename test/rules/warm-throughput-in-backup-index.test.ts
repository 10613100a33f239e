import { byCustomer, byStatus, fromBackup, fromTable, withMore } from './facts';
import { testRule } from './marked';

const warm = '"WarmThroughput": { "ReadUnitsPerSecond": 15000 }';
const marked = '«"WarmThroughput"»: { "ReadUnitsPerSecond": 15000 }';
const spec = (source: string, ...entries: string[]) =>
  `{ ${source}, "GlobalSecondaryIndexOverride": [${entries.join(', ')}] }`;

testRule('warm-throughput-in-backup-index', {
  wrong: [
    {
      spec: spec(fromBackup, withMore(byStatus, marked)),
      says: 'for a restore from a backup nobody has documented or measured it',
      fixes: { 'Remove WarmThroughput': spec(fromBackup, byStatus) },
    },
    {
      spec: spec(fromBackup, byStatus, withMore(byCustomer, '«"WarmThroughput"»: {}')),
      says: 'Set it on the new table afterwards.',
      fixes: { 'Remove WarmThroughput': spec(fromBackup, byStatus, byCustomer) },
    },
    {
      spec: spec(fromBackup, withMore(byStatus, marked), withMore(byCustomer, marked)),
      says: 'WarmThroughput for an index',
      fixes: { 'Remove WarmThroughput': spec(fromBackup, byStatus, withMore(byCustomer, warm)) },
    },
  ],
  fine: [
    spec(fromBackup, byStatus),
    spec(fromTable, withMore(byStatus, warm)),
    `{ ${fromBackup}, "AfterRestore": { "WarmThroughput": { "ReadUnitsPerSecond": 15000 } } }`,
  ],
});
