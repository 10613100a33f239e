// The trap of the API: `OnDemandThroughputOverride: {}` is answered with TableInUseException "already being restored", while the restore
// has been started, three times out of three (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-463).
// API_OnDemandThroughput: at least one of the two members must be given.
import { onDemandLimits } from '../spec/indexes';
import type { Rule } from './rule';

export const onDemandLimitsEmpty: Rule = {
  code: 'on-demand-limits-empty',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'on-demand limits are not empty',
  ofAbsence: true,
  *find(spec) {
    for (const { path, node } of onDemandLimits(spec)) {
      if (node.type !== 'object' || node.children.length > 0) continue;
      yield {
        at: { path, part: 'value' },
        message:
          path.length === 1
            ? 'Empty limits start a restore that is answered with an error. Give at least one of the two limits, or leave the key out.'
            : 'The limits of an index must be at least one of the two. Give one, or leave the key out.',
        fixes: [{ title: `Remove ${path.at(-1)}`, edits: [{ kind: 'remove', path }], preferred: true }],
      };
    }
  },
};
