import { customerKeyIn, fromBackup } from './facts';
import { testRule } from './marked';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const spec = `{ ${fromBackup}, "SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": "${id}" } }`;
const managed = customerKeyIn('eu-west-1', { KeyManager: 'AWS' });

testRule('encryption-key-managed-by-aws', {
  wrong: [
    {
      spec: spec.replace(`"${id}"`, '«$&»'),
      facts: { encryptionKey: managed },
      says: 'the key that AWS manages for another service',
      fixes: {
        'Use the AWS managed key of DynamoDB: remove KMSMasterKeyId': `{ ${fromBackup}, "SSESpecificationOverride": { "SSEType": "KMS" } }`,
      },
    },
  ],
  fine: [
    { spec, facts: { encryptionKey: { ...managed, isDefault: true } } },
    { spec, facts: { encryptionKey: customerKeyIn('eu-west-1') } },
    // `encryption-service-key` and `encryption-default-key` tell these from the text.
    spec.replace(id, 'alias/aws/s3'),
    spec.replace(id, 'alias/aws/dynamodb'),
  ],
});
