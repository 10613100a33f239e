// "WarmThroughput ... in GlobalSecondaryIndexOverride results in a validation error" (API_RestoreTableToPointInTime). For a restore from a
// backup the documentation is silent: `warm-throughput-in-backup-index`.
import { indexesIn } from '../spec/indexes';
import { sourceOf } from '../spec/request';
import { childOf } from '../spec/tree';
import type { Rule } from './rule';

export const warmThroughputInIndex: Rule = {
  code: 'warm-throughput-in-index',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'no index of a restore to a point in time is given WarmThroughput',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec) {
    for (const index of indexesIn(spec, 'GlobalSecondaryIndexOverride')) {
      if (!childOf(index.node, 'WarmThroughput')) continue;
      const path = [...index.path, 'WarmThroughput'];
      yield {
        at: { path, part: 'key' },
        message:
          'A restore to a point in time refuses WarmThroughput for an index. Set it on the new table afterwards.',
        fixes: [{ title: 'Remove WarmThroughput', edits: [{ kind: 'remove', path }], preferred: true }],
      };
    }
  },
};
