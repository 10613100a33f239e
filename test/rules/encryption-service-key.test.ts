import { fromBackup } from './facts';
import { testRule } from './marked';

const spec = (key: string) =>
  `{ ${fromBackup}, "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS"${key} } }`;

testRule('encryption-service-key', {
  wrong: [
    {
      spec: spec(', "KMSMasterKeyId": «"alias/aws/s3"»'),
      says: '"alias/aws/s3" is the key of another AWS service; DynamoDB is not allowed to use it.',
      fixes: { 'Use the AWS managed key of DynamoDB': spec('') },
    },
    {
      spec: spec(', "KMSMasterKeyId": «"arn:aws:kms:eu-west-1:123456789012:alias/aws/backup"»'),
      says: '"alias/aws/backup" is the key of another AWS service',
      fixes: { 'Use the AWS managed key of DynamoDB': spec('') },
    },
    {
      spec: spec(', "KMSMasterKeyId": «"alias/aws/dynamodb-old"»'),
      says: 'is the key of another AWS service',
      fixes: { 'Use the AWS managed key of DynamoDB': spec('') },
    },
  ],
  fine: [
    spec(', "KMSMasterKeyId": "alias/aws/dynamodb"'),
    spec(', "KMSMasterKeyId": "alias/awsome"'),
    spec(''),
  ],
});
