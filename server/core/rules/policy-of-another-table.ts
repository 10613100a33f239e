// "The policy takes effect only if the specified ARN matches the ARN of the DynamoDB resource to which it is attached" (Developer Guide,
// "DynamoDB resource-based policy examples"). Another table in Resource is accepted without a word (aws-controllers-k8s/
// dynamodb-controller, docs/api-quirks, DDB-TABLE-212). The source's ARNs are rewritten to the new table's.
import { statementsOf, textsAt } from '../spec/policy';
import { sourceTableName, targetOf } from '../spec/request';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const policyOfAnotherTable: Rule = {
  code: 'policy-of-another-table',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'the resource policy is about the source or the new table',
  applies: (spec) => sourceTableName(spec) !== undefined && targetOf(spec) !== undefined,
  *find(spec) {
    const target = targetOf(spec) ?? '';
    const own = [sourceTableName(spec), target];
    for (const statement of statementsOf(spec)) {
      for (const { path, text } of textsAt(spec, [...statement, 'Resource'])) {
        const table = /^arn:[^:]+:dynamodb:[^:]*:[^:]*:table\/([a-zA-Z0-9_.-]+)(?:\/|$)/.exec(text)?.[1];
        if (table === undefined || own.includes(table)) continue;
        const value = text.replace(`:table/${table}`, `:table/${target}`);
        yield {
          at: { path, part: 'value' },
          message: `The table ${quoted(table)} is neither the source nor the new table: on the new table this Statement does nothing.`,
          fixes: [{ title: `Name ${quoted(target)} instead`, edits: [{ kind: 'set', path, value }] }],
        };
      }
    }
  },
};
