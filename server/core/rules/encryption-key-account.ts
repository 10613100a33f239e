// A table is encrypted with a key of its own account (Developer Guide, "Managing encrypted tables in DynamoDB"): another account's key is
// answered with AccessDeniedException.
import { parseKmsKey } from '../spec/arn';
import { tableAccount } from '../spec/request';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const path = ['SSESpecificationOverride', 'KMSMasterKeyId'];

export const encryptionKeyAccount: Rule = {
  code: 'encryption-key-account',
  severity: 'error',
  because: 'refused',
  needs: [(spec) => (tableAccount(spec) === undefined ? 'caller' : undefined)],
  title: "the key belongs to the table's account",
  applies: (spec) => 'account' in parseKmsKey(stringAt(spec, path) ?? ''),
  *find(spec, { caller }) {
    const key = parseKmsKey(stringAt(spec, path) ?? '');
    const account = tableAccount(spec) ?? (caller === 'unknown' ? undefined : caller.Account);
    if (!('account' in key) || account === undefined || key.account === account) return;
    yield {
      at: { path, part: 'value' },
      message: `This key belongs to account ${quoted(key.account)}, the new table to ${quoted(account)}. The key must be of the same account.`,
      fixes: [{ title: 'Use the AWS managed key', edits: [{ kind: 'remove', path }] }],
    };
  },
};
