import { fromTable } from './facts';
import { testRule } from './marked';

testRule('cross-region-excluded', {
  wrong: [
    { spec: `{ ${fromTable}, "Region": «"me-south-1"» }`, says: 'not offered from or to me-south-1' },
    {
      spec: '{ "SourceTableArn": "arn:aws:dynamodb:ap-east-1:123456789012:table/Orders", "Region": «"eu-west-1"» }',
      says: 'not offered from or to ap-east-1',
    },
  ],
  fine: [
    `{ ${fromTable}, "Region": "eu-west-2" }`,
    '{ "SourceTableArn": "arn:aws:dynamodb:ap-east-1:123456789012:table/Orders", "Region": "ap-east-1" }',
  ],
});
