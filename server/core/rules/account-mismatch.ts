// DynamoDB restores within one account: a backup ARN of another account is answered with AccessDeniedException, a table ARN with "This
// action is only supported by accounts that match the resource owner's account" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks,
// DDB-TABLE-272, 273).
import { sourceArn } from '../spec/request';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AccountId'];

export const accountMismatch: Rule = {
  code: 'account-mismatch',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'AccountId is the account of the source',
  *find(spec) {
    const written = stringAt(spec, path);
    const source = sourceArn(spec)?.account;
    if (written === undefined || source === undefined || written === source || !/^\d{12}$/.test(written))
      return;
    yield {
      at: { path, part: 'value' },
      message: `The source belongs to account ${source}. DynamoDB does not restore across accounts.`,
      fixes: [{ title: `Change to "${source}"`, edits: [{ kind: 'set', path, value: source }] }],
    };
  },
};
