// RestoreTableFromBackup has no member for a time (API_RestoreTableFromBackup): the SDK would drop it, and the table would come back as of
// the moment of the backup.
import { sourceOf } from '../spec/request';
import { has } from '../spec/tree';
import type { Rule } from './rule';

export const timeWithBackup: Rule = {
  code: 'time-with-backup',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'a restore from a backup names no other moment',
  applies: (spec) => sourceOf(spec)?.kind === 'backup',
  *find(spec) {
    for (const key of ['RestoreDateTime', 'UseLatestRestorableTime']) {
      if (!has(spec, [key])) continue;
      yield {
        at: { path: [key], part: 'key' },
        message: `A backup is restored as of the moment it was made; ${key} would be ignored.`,
        fixes: [
          {
            title: `Remove ${key}`,
            edits: [{ kind: 'remove', path: [key] }],
            preferred: key !== 'RestoreDateTime',
          },
        ],
      };
    }
  },
};
