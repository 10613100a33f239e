// Two sources are refused: "Must provide exactly one of: sourceTableArn, sourceTableName" (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-272). BackupArn and a table belong to two different calls.
import { sourceKeys } from '../spec/request';
import { has, stringAt } from '../spec/tree';
import type { Fix, Rule } from './rule';

export const sourceAmbiguous: Rule = {
  code: 'source-ambiguous',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the spec names one source only',
  *find(spec) {
    const given = sourceKeys.filter((key) => has(spec, [key]));
    if (given.length < 2) return;
    const filled = given.filter((key) => stringAt(spec, [key]) !== '');
    const times = ['RestoreDateTime', 'UseLatestRestorableTime'].filter((key) => has(spec, [key]));
    const keep = (key: string): Fix => ({
      title: `Restore from ${key}`,
      edits: [...given.filter((other) => other !== key), ...(key === 'BackupArn' ? times : [])].map(
        (other) => ({
          kind: 'remove',
          path: [other],
        }),
      ),
      // The others are empty, as a skeleton has them, and no moment is given up.
      ...(filled.length === 1 &&
        filled[0] === key &&
        (key !== 'BackupArn' || times.length === 0) && { preferred: true }),
    });
    yield {
      at: { path: [given[1] ?? ''], part: 'key' },
      message: `A restore has one source; this spec names ${given.join(' and ')}.`,
      fixes: given.map(keep),
    };
  },
};
