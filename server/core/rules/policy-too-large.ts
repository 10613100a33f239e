// "The maximum size supported for a resource-based policy document is 20 KB" (API_PutResourcePolicy): 20,480 bytes
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-211).
import { policyPath } from '../spec/policy';
import { nodeAt, valueAt } from '../spec/tree';
import { utf8Bytes } from '../spec/utf8';
import type { Rule } from './rule';

const mostBytes = 20_480;

export const policyTooLarge: Rule = {
  code: 'policy-too-large',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the resource policy has no more than 20 KB',
  applies: (spec) => nodeAt(spec, policyPath)?.type === 'object',
  *find(spec) {
    const bytes = utf8Bytes(JSON.stringify(valueAt(spec, policyPath)));
    if (bytes <= mostBytes) return;
    yield {
      at: { path: policyPath, part: 'key' },
      message: `Without any white space this policy has ${bytes} bytes. A resource policy has at most ${mostBytes}.`,
    };
  },
};
