// The trap of the API: `OnDemandThroughputOverride: {}` is answered with TableInUseException "already being restored", while the restore
// has been started, three times out of three (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-463).
// API_OnDemandThroughput: at least one of the two members must be given.
import type { Path } from '../spec/edit';
import { indexesIn } from '../spec/indexes';
import { keysAt, nodeAt } from '../spec/tree';
import type { Rule } from './rule';

export const onDemandLimitsEmpty: Rule = {
  code: 'on-demand-limits-empty',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'on-demand limits are not empty',
  ofAbsence: true,
  *find(spec) {
    const ofIndexes = indexesIn(spec, 'GlobalSecondaryIndexOverride').map(({ path }) => [
      ...path,
      'OnDemandThroughput',
    ]);
    const paths: Path[] = [['OnDemandThroughputOverride'], ...ofIndexes];
    for (const path of paths) {
      if (nodeAt(spec, path)?.type !== 'object' || keysAt(spec, path).length > 0) continue;
      yield {
        at: { path, part: 'value' },
        message:
          'Empty limits start a restore that is answered with an error. Give at least one of the two limits, or leave the key out.',
        fixes: [{ title: `Remove ${path.at(-1)}`, edits: [{ kind: 'remove', path }], preferred: true }],
      };
    }
  },
};
