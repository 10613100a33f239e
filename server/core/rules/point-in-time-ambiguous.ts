// "Both RestoreDateTime and UseLatestRestorableTime cannot be set for point-in-time restore request"
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-272).
import { usesLatestTime } from '../spec/request';
import { has } from '../spec/tree';
import type { Rule } from './rule';

export const pointInTimeAmbiguous: Rule = {
  code: 'point-in-time-ambiguous',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the spec names one moment only',
  // Also while it is open by which of its two names the table is meant.
  applies: (spec) =>
    !has(spec, ['BackupArn']) && (has(spec, ['SourceTableArn']) || has(spec, ['SourceTableName'])),
  *find(spec) {
    if (!has(spec, ['RestoreDateTime']) || !usesLatestTime(spec)) return;
    yield {
      at: { path: ['UseLatestRestorableTime'], part: 'key' },
      message: 'RestoreDateTime and UseLatestRestorableTime contradict each other; one of them has to go.',
      fixes: [
        {
          title: 'Go back to RestoreDateTime',
          edits: [{ kind: 'remove', path: ['UseLatestRestorableTime'] }],
        },
        {
          title: 'Go back to the latest restorable time',
          edits: [{ kind: 'remove', path: ['RestoreDateTime'] }],
        },
      ],
    };
  },
};
