import { testRule } from './marked';

testRule('encryption-default-key', {
  wrong: [
    {
      spec: '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": «"alias/aws/dynamodb"» } }',
      says: 'This is the default key.',
      fixes: {
        'Remove KMSMasterKeyId': '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }',
      },
    },
  ],
  fine: [
    '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": "alias/orders" } }',
  ],
});
