import { fromTable } from './facts';
import { testRule } from './marked';

testRule('cross-region-excluded', {
  wrong: [
    { spec: `{ ${fromTable}, "Region": «"me-south-1"» }`, says: 'not offered from or to me-south-1' },
    {
      spec: '{ "SourceTableArn": "arn:aws:dynamodb:ap-east-1:123456789012:table/Orders", "Region": «"eu-west-1"» }',
      says: 'not offered from or to ap-east-1',
    },
    {
      spec: '{ "SourceTableArn": "arn:aws-iso:dynamodb:us-iso-east-1:123456789012:table/Orders", "Region": «"us-iso-west-1"» }',
      says: 'in the partition "aws-iso" is not documented',
    },
  ],
  fine: [
    '{ "SourceTableArn": "arn:aws-us-gov:dynamodb:us-gov-east-1:123456789012:table/Orders", "Region": "us-gov-west-1" }',
    '{ "SourceTableArn": "arn:aws-cn:dynamodb:cn-north-1:123456789012:table/Orders", "Region": "cn-northwest-1" }',
    `{ ${fromTable}, "Region": "eu-west-2" }`,
    '{ "SourceTableArn": "arn:aws:dynamodb:ap-east-1:123456789012:table/Orders", "Region": "ap-east-1" }',
  ],
});
