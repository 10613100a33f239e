// "Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both"; UseLatestRestorableTime: false counts as
// absent (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-272).
import { sourceOf, usesLatestTime } from '../spec/request';
import { booleanAt, has } from '../spec/tree';
import type { Rule } from './rule';

export const pointInTimeMissing: Rule = {
  code: 'point-in-time-missing',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'a restore from a table names the moment to go back to',
  ofAbsence: true,
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec) {
    if (has(spec, ['RestoreDateTime']) || usesLatestTime(spec)) return;
    const written = has(spec, ['UseLatestRestorableTime']);
    // "true" in quotes is a wrong type, which another rule says.
    if (written && booleanAt(spec, ['UseLatestRestorableTime']) === undefined) return;
    const source = has(spec, ['SourceTableArn']) ? 'SourceTableArn' : 'SourceTableName';
    yield {
      at: written ? { path: ['UseLatestRestorableTime'], part: 'value' } : { path: [source], part: 'key' },
      message:
        'A restore from a table needs the moment to go back to: RestoreDateTime, or UseLatestRestorableTime: true.',
      fixes: [
        {
          title: 'Go back to the latest restorable time',
          edits: [{ kind: 'set', path: ['UseLatestRestorableTime'], value: true }],
        },
      ],
    };
  },
};
