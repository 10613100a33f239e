import { testRule } from './marked';

const spec = (arn: string) =>
  `{ "AfterRestore": { "KinesisStreamingDestinations": [{ "StreamArn": ${arn} }] } }`;
const good = 'arn:aws:kinesis:eu-west-1:123456789012:stream/orders';

testRule('kinesis-arn-malformed', {
  wrong: [
    {
      spec: spec('«"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/stream/2026-11-01T00:00:00.000"»'),
      says: 'This is the stream of a DynamoDB table. A Kinesis data stream is meant',
    },
    {
      spec: spec('«"arn:aws:kinesis:eu-west-1:12345:stream/orders"»'),
      says: 'This is no ARN of a Kinesis data stream. It looks like arn:aws:kinesis:eu-west-1:123456789012:stream/orders.',
    },
    {
      spec: spec('«"arn:aws:firehose:eu-west-1:123456789012:deliverystream/orders"»'),
      says: 'no ARN of a Kinesis data stream',
    },
    {
      spec: spec(`«"${good} "»`),
      says: 'It looks like',
      fixes: { 'Remove the blanks': spec(`"${good}"`) },
      sure: ['Remove the blanks'],
    },
  ],
  fine: [
    spec(`"${good}"`),
    spec('"arn:aws-cn:kinesis:cn-north-1:123456789012:stream/orders"'),
    // Of what is no ARN at all another rule speaks.
    spec('"orders"'),
    spec(`"see ${good}"`),
  ],
});
