// "KMS key disabled error: ... is disabled", "KMSInvalidStateException: ... is pending deletion" (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-461). The other states in which a key does no work: AWS KMS Developer Guide, "Key states of AWS KMS keys".
import { describableKey, keyPath } from '../named-key';
import { quoted } from '../plain-text';
import { isUsable, keepSourceKey } from '../usable-key';
import type { Rule } from './rule';

const remedies: Readonly<Record<string, string>> = {
  Disabled: 'is disabled. Enable it first (EnableKey)',
  PendingDeletion: 'is waiting to be deleted. Cancel that (CancelKeyDeletion) and enable it first',
  PendingReplicaDeletion: 'is waiting to be deleted. Cancel that (CancelKeyDeletion) first',
  PendingImport: 'has no key material yet. Import it first',
  Creating: 'is still being made. Wait until it is Enabled',
  Unavailable: 'is in a key store that is not connected. Connect it first',
};

export const encryptionKeyNotEnabled: Rule = {
  code: 'encryption-key-not-enabled',
  severity: 'error',
  because: 'refused',
  needs: ['encryptionKey'],
  title: 'the encryption key is enabled',
  applies: (spec) => describableKey(spec) !== undefined,
  *find(spec, facts) {
    const { encryptionKey: key } = facts;
    if (typeof key === 'string' || isUsable(key)) return;
    const state = key.KeyState ?? '';
    yield {
      at: { path: keyPath, part: 'value' },
      message: `The key ${quoted(key.KeyId)} ${remedies[state] ?? `is ${quoted(state)}. Only an enabled key can be used`}, or name another key.`,
      fixes: [...keepSourceKey(spec, facts)],
    };
  },
};
