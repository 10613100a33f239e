// "DynamoDB supports only symmetric KMS keys" (API_SSESpecification). An HMAC or RSA key is answered with HTTP 500, "EncryptionContext is
// supported only when creating a grant for a symmetric encryption KMS key", each time (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-461).
import { describableKey, keyPath } from '../named-key';
import { quoted } from '../plain-text';
import { keepSourceKey } from '../usable-key';
import type { Rule } from './rule';

export const encryptionKeyNotSymmetric: Rule = {
  code: 'encryption-key-not-symmetric',
  severity: 'error',
  because: 'refused',
  needs: ['encryptionKey'],
  title: 'the encryption key is a symmetric one',
  applies: (spec) => describableKey(spec) !== undefined,
  *find(spec, facts) {
    const { encryptionKey: key } = facts;
    if (typeof key === 'string' || key.KeySpec === undefined || key.KeySpec === 'SYMMETRIC_DEFAULT') return;
    yield {
      at: { path: keyPath, part: 'value' },
      message: `The key ${quoted(key.KeyId)} is of the kind ${key.KeySpec}. DynamoDB encrypts with symmetric keys (SYMMETRIC_DEFAULT) only; it answers this with HTTP 500, however often it is tried.`,
      fixes: [...keepSourceKey(spec, facts)],
    };
  },
};
