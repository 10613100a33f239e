// "Resource-based policy grants unbounded access": a policy that allows everybody is not taken (Developer Guide, "Blocking public access
// with resource-based policies in DynamoDB"; aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-211). What a Condition
// narrows is for the service to judge.
import type { Path } from '../spec/path';
import { statementsOf, textsAt } from '../spec/policy';
import type { Spec } from '../spec/spec';
import { has, stringAt } from '../spec/tree';
import type { Rule } from './rule';

export const policyOpenToAll: Rule = {
  code: 'policy-open-to-all',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the resource policy does not allow everybody',
  *find(spec) {
    for (const statement of statementsOf(spec)) {
      const isAllow = /^allow$/i.test(stringAt(spec, [...statement, 'Effect']) ?? '');
      if (!isAllow || has(spec, [...statement, 'Condition'])) continue;
      const path = everybody(spec, [...statement, 'Principal']);
      if (path === undefined) continue;
      yield {
        at: { path, part: 'value' },
        message:
          'This allows everybody in the world, and DynamoDB refuses such a policy. Name the accounts, roles or users, or add a Condition.',
      };
    }
  },
};

function everybody(spec: Spec, principal: Path): Path | undefined {
  const places = [...textsAt(spec, principal), ...textsAt(spec, [...principal, 'AWS'])];
  return places.find(({ text }) => text === '*')?.path;
}
