// "WarmThroughput ... in GlobalSecondaryIndexOverride results in a validation error" (API_RestoreTableToPointInTime). For a restore from a
// backup the documentation is silent; the shape is the same.
import { indexesIn } from '../spec/indexes';
import { has } from '../spec/tree';
import type { Rule } from './rule';

export const warmThroughputInIndex: Rule = {
  code: 'warm-throughput-in-index',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'no index is given WarmThroughput',
  *find(spec) {
    for (const index of indexesIn(spec, 'GlobalSecondaryIndexOverride')) {
      const path = [...index.path, 'WarmThroughput'];
      if (!has(spec, path)) continue;
      yield {
        at: { path, part: 'key' },
        message: 'A restore refuses WarmThroughput for an index. Set it on the new table afterwards.',
        fixes: [{ title: 'Remove WarmThroughput', edits: [{ kind: 'remove', path }], preferred: true }],
      };
    }
  },
};
