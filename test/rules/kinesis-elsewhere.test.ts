import { byName, fromBackup } from './facts';
import { testRule } from './marked';

const spec = (source: string, arn: string) =>
  `{ ${source}, "AfterRestore": { "KinesisStreamingDestinations": [{ "StreamArn": ${arn} }] } }`;
const stream = (region: string, account = '123456789012', partition = 'aws') =>
  `"arn:${partition}:kinesis:${region}:${account}:stream/orders"`;

testRule('kinesis-elsewhere', {
  wrong: [
    {
      spec: spec(fromBackup, `«${stream('eu-west-2')}»`),
      says: 'This data stream is in "eu-west-2", the new table will be in "eu-west-1".',
      fixes: { 'Use the stream of the same name in eu-west-1': spec(fromBackup, stream('eu-west-1')) },
    },
    {
      spec: spec(fromBackup, `«${stream('eu-west-1', '210987654321')}»`),
      says: 'belongs to account "210987654321", the new table to "123456789012"',
    },
    {
      spec: spec(byName, `«${stream('eu-west-1')}»`),
      facts: { regionInUse: 'eu-west-3' },
      says: 'a stream of its own Region',
      fixes: { 'Use the stream of the same name in eu-west-3': spec(byName, stream('eu-west-3')) },
    },
    {
      spec: spec(fromBackup, `«${stream('eu-west-1', '123456789012', 'aws-cn')}»`),
      says: 'The Region eu-west-1 belongs to the partition aws, but this ARN says "aws-cn".',
    },
  ],
  fine: [
    spec(fromBackup, stream('eu-west-1')),
    spec(`${fromBackup}, "Region": "eu-west-2"`, stream('eu-west-2')),
    spec(fromBackup, '"arn:aws:kinesis:eu-west-2:1:stream/orders"'),
    // Of which partition it is cannot be told.
    spec(fromBackup.replace(':eu-west-1:', ':moon-base-1:'), stream('moon-base-1')),
  ],
});
