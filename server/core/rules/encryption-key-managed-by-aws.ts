// The key that AWS manages for another service (alias/aws/s3) is refused: "KMS key access denied error: ... kms:CreateGrant"
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-461). Each of these keys serves one service (AWS KMS Developer Guide,
// "AWS managed keys"). Named by its alias, `encryption-service-key` tells it from the text alone.
import { describableKey, keyPath } from '../named-key';
import { keepSourceKey } from '../usable-key';
import type { Rule } from './rule';

export const encryptionKeyManagedByAws: Rule = {
  code: 'encryption-key-managed-by-aws',
  severity: 'error',
  because: 'refused',
  needs: ['encryptionKey'],
  title: 'the encryption key is not one that AWS manages for another service',
  applies: (spec) => describableKey(spec) !== undefined,
  *find(spec, facts) {
    const { encryptionKey: key } = facts;
    if (typeof key === 'string' || key.KeyManager !== 'AWS' || key.isDefault) return;
    yield {
      at: { path: keyPath, part: 'value' },
      message:
        'This is the key that AWS manages for another service, and DynamoDB may not use it. Name a key of your own, or none for the AWS managed key of DynamoDB.',
      fixes: [
        {
          title: 'Use the AWS managed key of DynamoDB: remove KMSMasterKeyId',
          edits: [{ kind: 'remove', path: keyPath }],
        },
        ...keepSourceKey(spec, facts),
      ],
    };
  },
};
