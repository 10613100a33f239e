// `SSESpecificationOverride: {}` is accepted and means the AWS owned key, also for a table that was encrypted with another
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-276, 463).
import { crossesRegions } from '../spec/request';
import { keysAt, nodeAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['SSESpecificationOverride'];

export const encryptionEmpty: Rule = {
  code: 'encryption-empty',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'SSESpecificationOverride is not empty',
  ofAbsence: true,
  *find(spec) {
    if (nodeAt(spec, path)?.type !== 'object' || keysAt(spec, path).length > 0) return;
    yield {
      at: { path, part: 'value' },
      message: crossesRegions(spec)
        ? 'Empty, this means the AWS owned key. Whether that is enough for a restore to another Region, nobody has documented or measured.'
        : 'Empty, this means the AWS owned key, whatever the source was encrypted with.',
      fixes: [
        { title: 'Say so: "Enabled": false', edits: [{ kind: 'set', path, value: { Enabled: false } }] },
        { title: 'Keep the recorded encryption', edits: [{ kind: 'remove', path }] },
      ],
    };
  },
};
