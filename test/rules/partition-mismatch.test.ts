import { fromBackup } from './facts';
import { testRule } from './marked';

testRule('partition-mismatch', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "Region": «"cn-north-1"» }`,
      says: '"cn-north-1" is in the partition aws-cn, the source in "aws".',
    },
    {
      spec: '{ "SourceTableArn": «"arn:aws:dynamodb:us-gov-west-1:123456789012:table/Orders"» }',
      says: 'The Region us-gov-west-1 belongs to the partition aws-us-gov',
    },
  ],
  fine: [`{ ${fromBackup}, "Region": "eu-central-1" }`, `{ ${fromBackup}, "Region": "eu-west-99" }`],
});
