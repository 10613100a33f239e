// A policy without Version is stored as "2008-10-17", the older language, in which ${aws:username} and other variables are plain text (IAM
// User Guide, "IAM JSON policy elements: Version"; aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-354).
import { policyPath, statementsOf } from '../spec/policy';
import { has } from '../spec/tree';
import type { Rule } from './rule';

export const policyWithoutVersion: Rule = {
  code: 'policy-without-version',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'the resource policy says which version of the policy language it is in',
  ofAbsence: true,
  applies: (spec) => statementsOf(spec).length > 0,
  *find(spec) {
    const path = [...policyPath, 'Version'];
    if (has(spec, path)) return;
    yield {
      at: { path: policyPath, part: 'key' },
      message:
        'Without Version this counts as the policy language of 2008, in which variables such as ${aws:username} are plain text.',
      fixes: ['2012-10-17', '2008-10-17'].map((value) => ({
        title: `Add "Version": "${value}"`,
        edits: [{ kind: 'set', path, value }],
      })),
    };
  },
};
