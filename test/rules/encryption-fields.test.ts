import { testRule } from './marked';

testRule('encryption-fields', {
  wrong: [
    {
      spec: '{ "SSESpecificationOverride": { "Enabled": false, «"SSEType"»: "KMS" } }',
      says: 'SSEType may not be given while Enabled is false.',
      fixes: {
        'Set Enabled to true': '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }',
        'Remove SSEType': '{ "SSESpecificationOverride": { "Enabled": false } }',
      },
    },
    {
      spec: '{ "SSESpecificationOverride": { "Enabled": true, «"KMSMasterKeyId"»: "alias/orders" } }',
      says: 'the SSEType must be given too',
      fixes: {
        'Add "SSEType": "KMS"':
          '{ "SSESpecificationOverride": { "Enabled": true, "KMSMasterKeyId": "alias/orders", "SSEType": "KMS" } }',
      },
    },
    {
      spec: '{ "SSESpecificationOverride": { "Enabled": false, «"SSEType"»: "KMS", «"KMSMasterKeyId"»: "alias/orders" } }',
      says: [
        'SSEType may not be given while Enabled is false.',
        'KMSMasterKeyId may not be given while Enabled is false.',
      ],
      fixes: {
        'Set Enabled to true':
          '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": "alias/orders" } }',
        'Remove SSEType':
          '{ "SSESpecificationOverride": { "Enabled": false, "KMSMasterKeyId": "alias/orders" } }',
      },
    },
  ],
  fine: [
    '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": "alias/orders" } }',
    '{ "SSESpecificationOverride": { "Enabled": false } }',
  ],
});
