// "KMS validation error: ...NotFoundException: Alias ... is not found" or "Key '...' does not exist", before anything is started
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-461). Looked up with DescribeKey of AWS KMS, which says
// NotFoundException.
import type { Facts } from '../facts';
import { describableKey, keyPath, namedKey } from '../named-key';
import { quoted } from '../plain-text';
import { parseKmsKey } from '../spec/arn';
import { nearest } from '../spec/nearest';
import type { Spec } from '../spec/spec';
import { keepSourceKey } from '../usable-key';
import type { Fix, Rule } from './rule';

export const encryptionKeyMissing: Rule = {
  code: 'encryption-key-missing',
  severity: 'error',
  because: 'refused',
  needs: ['encryptionKey'],
  title: 'the encryption key exists',
  applies: (spec) => describableKey(spec) !== undefined,
  *find(spec, facts) {
    const asked = namedKey(spec, facts);
    if (facts.encryptionKey !== 'missing' || asked === undefined) return;
    const { keyId, region } = asked;
    const what = keyId.includes('alias/') ? 'alias' : 'key';
    yield {
      at: { path: keyPath, part: 'value' },
      message: `There is no ${what} ${quoted(keyId)} in ${region}. A restore encrypted with it is refused.`,
      fixes: [...meant(spec, keyId, facts), ...keepSourceKey(spec, facts)],
    };
  },
};

/** The customer's alias that this one most likely means. */
function* meant(spec: Spec, keyId: string, { choices }: Facts): Iterable<Fix> {
  const own = (choices.aliases ?? []).filter(
    ({ AliasName, TargetKeyId }) => TargetKeyId !== undefined && !AliasName.startsWith('alias/aws/'),
  );
  const form = parseKmsKey(describableKey(spec) ?? '').kind === 'alias' ? 'AliasName' : 'AliasArn';
  const alias = nearest(
    keyId,
    own.map((one) => one[form]),
  );
  if (alias === undefined) return;
  yield { title: `Change to ${quoted(alias)}`, edits: [{ kind: 'set', path: keyPath, value: alias }] };
}
