import { testRule } from './marked';

testRule('encryption-aes256', {
  wrong: [
    {
      spec: '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": «"AES256"» } }',
      says: 'AES256 is not supported.',
      fixes: { 'Change to "KMS"': '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }' },
    },
  ],
  fine: ['{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }'],
});
