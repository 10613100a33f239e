// UpdateTable with `WarmThroughput: {}` is answered with HTTP 500 and an empty text, every time (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-448). API_WarmThroughput: at least one of the two members must be given.
import { keysAt, nodeAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AfterRestore', 'WarmThroughput'];

export const warmThroughputEmpty: Rule = {
  code: 'warm-throughput-empty',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'warm throughput that is put back is not empty',
  ofAbsence: true,
  *find(spec) {
    if (nodeAt(spec, path)?.type !== 'object' || keysAt(spec, path).length > 0) return;
    yield {
      at: { path, part: 'value' },
      message:
        'WarmThroughput needs ReadUnitsPerSecond, WriteUnitsPerSecond or both. Empty, it is answered with an error of the server.',
      fixes: [
        {
          title: 'Leave WarmThroughput behind',
          edits: [{ kind: 'set', path, value: 'Skip' }],
          preferred: true,
        },
      ],
    };
  },
};
