// "The new resource policy will not allow you to update the resource policy in the future": a policy that denies its own writer
// PutResourcePolicy is refused unless ConfirmRemoveSelfResourceAccess is given, which nothing here gives (API_PutResourcePolicy;
// aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-210). Certain only where everybody is denied without a condition.
import type { Path } from '../spec/path';
import { covers, statementsOf, textsAt } from '../spec/policy';
import { sourceTableName, targetOf } from '../spec/request';
import type { Spec } from '../spec/spec';
import { has, stringAt } from '../spec/tree';
import type { Rule } from './rule';

export const policyLocksOut: Rule = {
  code: 'policy-locks-out',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the resource policy lets somebody change it again',
  *find(spec) {
    for (const statement of statementsOf(spec)) {
      const path = deniedAction(spec, statement);
      if (path === undefined) continue;
      yield {
        at: { path, part: 'value' },
        message:
          'This denies everybody, you included, to change the policy again, and DynamoDB refuses such a policy. Name the actions that are meant, or add a Condition.',
      };
    }
  },
};

/** Where a statement denies everybody on this table to put a policy. */
function deniedAction(spec: Spec, statement: Path): Path | undefined {
  const isDeny = /^deny$/i.test(stringAt(spec, [...statement, 'Effect']) ?? '');
  if (!isDeny || has(spec, [...statement, 'Condition'])) return undefined;
  const principals = [
    ...textsAt(spec, [...statement, 'Principal']),
    ...textsAt(spec, [...statement, 'Principal', 'AWS']),
  ];
  const isOfTable = textsAt(spec, [...statement, 'Resource']).some(({ text }) => coversTable(spec, text));
  if (!isOfTable || !principals.some(({ text }) => text === '*')) return undefined;
  const ofAction = textsAt(spec, [...statement, 'Action']);
  return ofAction.find(({ text }) => covers(text.toLowerCase(), 'dynamodb:putresourcepolicy'))?.path;
}

function coversTable(spec: Spec, resource: string): boolean {
  if (resource === '*') return true;
  const ofService = /^arn:[^:]+:dynamodb:[^:]*:[^:]*:(.+)$/.exec(resource)?.[1];
  return (
    ofService !== undefined &&
    [sourceTableName(spec), targetOf(spec)].some(
      (table) => table !== undefined && table.length <= 255 && covers(ofService, `table/${table}`),
    )
  );
}
