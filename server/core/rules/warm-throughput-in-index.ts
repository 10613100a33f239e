// "WarmThroughput ... in GlobalSecondaryIndexOverride results in a validation error" (API_RestoreTableToPointInTime). For a restore from a
// backup the documentation is silent: `warm-throughput-in-backup-index`.
import { warmIndexes } from '../spec/indexes';
import { sourceOf } from '../spec/request';
import type { Rule } from './rule';

export const warmThroughputInIndex: Rule = {
  code: 'warm-throughput-in-index',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'no index of a restore to a point in time is given WarmThroughput',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec) {
    for (const { path } of warmIndexes(spec)) {
      yield {
        at: { path, part: 'key' },
        message:
          'A restore to a point in time refuses WarmThroughput for an index. Set it on the new table afterwards.',
        fixes: [{ title: 'Remove WarmThroughput', edits: [{ kind: 'remove', path }], preferred: true }],
      };
    }
  },
};
