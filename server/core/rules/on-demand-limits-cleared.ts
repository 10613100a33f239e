// In UpdateTable -1 removes a limit (API_OnDemandThroughput). What it does in a restore is not documented and was never measured
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-273 measured 0 only, which is refused).
import { onDemandLimits } from '../spec/indexes';
import { keysAt, numberAt } from '../spec/tree';
import type { Rule } from './rule';

export const onDemandLimitsCleared: Rule = {
  code: 'on-demand-limits-cleared',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'on-demand limits are limits, not the -1 that removes one',
  *find(spec) {
    for (const { path: place } of onDemandLimits(spec)) {
      for (const key of ['MaxReadRequestUnits', 'MaxWriteRequestUnits']) {
        const path = [...place, key];
        if (numberAt(spec, path) !== -1) continue;
        // Empty limits would be worse: see `on-demand-limits-empty`.
        const whole = keysAt(spec, place).length === 1 ? place : path;
        yield {
          at: { path, part: 'value' },
          message: `-1 removes a limit from a table that exists. Nobody has documented or measured what it does in a restore. Restore with the recorded limit, and remove it with UpdateTable afterwards.`,
          fixes: [{ title: `Remove ${whole.at(-1)}`, edits: [{ kind: 'remove', path: whole }] }],
        };
      }
    }
  },
};
