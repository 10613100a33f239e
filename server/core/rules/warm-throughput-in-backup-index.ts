// API_RestoreTableToPointInTime says that WarmThroughput of an index is refused there (`warm-throughput-in-index`).
// API_RestoreTableFromBackup says nothing about it, and nobody has measured it; in no restore does it come back by itself.
import { warmIndexes } from '../spec/indexes';
import { sourceOf } from '../spec/request';
import type { Rule } from './rule';

export const warmThroughputInBackupIndex: Rule = {
  code: 'warm-throughput-in-backup-index',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'no index of a backup is given WarmThroughput',
  applies: (spec) => sourceOf(spec)?.kind === 'backup',
  *find(spec) {
    for (const { path } of warmIndexes(spec)) {
      yield {
        at: { path, part: 'key' },
        message:
          'A restore to a point in time refuses WarmThroughput for an index; for a restore from a backup nobody has documented or measured it. Set it on the new table afterwards.',
        fixes: [{ title: 'Remove WarmThroughput', edits: [{ kind: 'remove', path }] }],
      };
    }
  },
};
