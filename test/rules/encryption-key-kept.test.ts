import { backupArn, fromBackup, ordersBackup, systemBackup } from './facts';
import { testRule } from './marked';

const encrypted = ordersBackup({
  features: {
    SSEDescription: {
      Status: 'ENABLED',
      SSEType: 'KMS',
      KMSMasterKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
  },
});

testRule('encryption-key-kept', {
  wrong: [
    {
      spec: `{ "BackupArn": "${backupArn}", "TargetTableName": «"Orders-2"» }`,
      facts: { backup: encrypted },
      says: 'keeps the key of the source, "1234abcd-12ab-34cd-56ef-1234567890ab"',
    },
  ],
  fine: [
    { spec: `{ ${fromBackup} }`, facts: { backup: ordersBackup() } },
    { spec: `{ ${fromBackup} }`, facts: { backup: systemBackup() } },
    `{ ${fromBackup}, "SSESpecificationOverride": { "Enabled": false } }`,
  ],
});
