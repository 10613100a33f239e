import { fromBackup } from './facts';
import { testRule } from './marked';

const table = (partition: string, region: string) =>
  `{ "SourceTableArn": "arn:${partition}:dynamodb:${region}:123456789012:table/Orders" }`;
const marked = (partition: string, region: string) => table(partition, region).replace(/"arn:[^"]*"/, '«$&»');

const key = (arn: string) =>
  `{ ${fromBackup}, "SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": ${arn} } }`;

testRule('partition-mismatch', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "Region": «"cn-north-1"» }`,
      says: '"cn-north-1" is in the partition aws-cn, the source in "aws".',
      fixes: { 'Restore in eu-west-1': `{ ${fromBackup}, "Region": "eu-west-1" }` },
    },
    ...[
      'aws-cn cn-north-1',
      'aws-us-gov us-gov-west-1',
      'aws-eusc eusc-de-east-1',
      'aws-iso us-iso-east-1',
    ].map((pair) => {
      const [own = '', region = ''] = pair.split(' ');
      return {
        spec: marked('aws', region),
        says: `The Region ${region} belongs to the partition ${own}, but this ARN says "aws".`,
        fixes: { [`Change the partition to ${own}`]: table(own, region) },
      };
    }),
    {
      spec: marked('aws-iso', 'us-isob-east-1'),
      says: 'belongs to the partition aws-iso-b',
      fixes: { 'Change the partition to aws-iso-b': table('aws-iso-b', 'us-isob-east-1') },
    },
    {
      spec: key('«"arn:aws-cn:kms:eu-west-1:123456789012:alias/orders"»'),
      says: 'The Region eu-west-1 belongs to the partition aws, but this ARN says "aws-cn".',
      fixes: { 'Change the partition to aws': key('"arn:aws:kms:eu-west-1:123456789012:alias/orders"') },
    },
  ],
  fine: [
    key('"arn:aws:kms:eu-west-1:123456789012:alias/orders"'),
    `{ ${fromBackup}, "Region": "eu-central-1" }`,
    `{ ${fromBackup}, "Region": "eu-west-99" }`,
    table('aws-us-gov', 'us-gov-east-1'),
    table('aws-iso-f', 'us-isof-south-1'),
    table('aws-eusc', 'eusc-de-east-1'),
    // Of which partition a Region is cannot always be told.
    table('aws', 'moon-base-1'),
    key('"arn:aws:kms:moon-base-1:123456789012:alias/orders"'),
  ],
});
