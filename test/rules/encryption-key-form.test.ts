import { testRule } from './marked';

testRule('encryption-key-form', {
  wrong: [
    {
      spec: '{ "SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": «"orders"» } }',
      says: '"orders" is neither a key id',
      fixes: {
        'Change to "alias/orders"':
          '{ "SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": "alias/orders" } }',
      },
    },
    {
      spec: '{ "SSESpecificationOverride": { "KMSMasterKeyId": «"arn:aws:kms:eu-west-1"» } }',
      says: 'nor the ARN of one',
    },
    {
      spec: '{ "SSESpecificationOverride": { "KMSMasterKeyId": «"alias/"» } }',
      says: '"alias/" is neither a key id, nor an alias ("alias/..."), nor the ARN of one.',
    },
  ],
  fine: [
    // Empty, says the rule on ranges.
    '{ "SSESpecificationOverride": { "KMSMasterKeyId": "" } }',
    '{ "SSESpecificationOverride": { "KMSMasterKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab" } }',
    '{ "SSESpecificationOverride": { "KMSMasterKeyId": "mrk-1234abcd12ab34cd56ef1234567890ab" } }',
    '{ "SSESpecificationOverride": { "KMSMasterKeyId": "arn:aws:kms:eu-west-1:123456789012:alias/orders" } }',
  ],
});
