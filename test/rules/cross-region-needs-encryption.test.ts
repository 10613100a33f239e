import { fromBackup, byName } from './facts';
import { testRule } from './marked';

testRule('cross-region-needs-encryption', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "Region": «"eu-west-2"» }`,
      says: 'SSESpecificationOverride is missing',
      fixes: {
        'Encrypt with the AWS managed key of the destination': `{ ${fromBackup}, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }`,
        'Encrypt with the AWS owned key': `{ ${fromBackup}, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": false } }`,
      },
    },
    // What is wrong elsewhere says nothing of the Region.
    {
      spec: `{ "AccountId": "12", ${fromBackup}, "Region": «"eu-west-2"» }`,
      says: 'A restore to another Region must say how the table is encrypted there: SSESpecificationOverride is missing.',
      fixes: {
        'Encrypt with the AWS managed key of the destination': `{ "AccountId": "12", ${fromBackup}, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }`,
        'Encrypt with the AWS owned key': `{ "AccountId": "12", ${fromBackup}, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": false } }`,
      },
    },
  ],
  fine: [
    `{ ${fromBackup}, "Region": "eu-west-1" }`,
    `{ ${fromBackup}, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": false } }`,
    `{ ${byName}, "Region": "eu-west-2" }`,
    `{ ${fromBackup}, "Region": "eu-west1" }`,
  ],
});
