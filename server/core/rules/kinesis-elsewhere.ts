// The data stream must be in the account and the Region of the table (Developer Guide, "Using Kinesis Data Streams to capture changes to
// DynamoDB"). Another one is accepted, and fails a little later with ENABLE_FAILED (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-318).
import type { Facts } from '../facts';
import { parseStreamArn, partitionOf, type StreamArn } from '../spec/arn';
import { destinationFact, destinationRegion, tableAccount } from '../spec/request';
import type { Spec } from '../spec/spec';
import { entriesAt, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const list = ['AfterRestore', 'KinesisStreamingDestinations'];

export const kinesisElsewhere: Rule = {
  code: 'kinesis-elsewhere',
  severity: 'error',
  because: 'refused',
  needs: [destinationFact],
  title: 'the Kinesis data stream is in the Region and account of the new table',
  applies: (spec) => entriesAt(spec, list).length > 0,
  *find(spec, facts) {
    for (const entry of entriesAt(spec, list)) {
      const path = [...entry, 'StreamArn'];
      const text = stringAt(spec, path) ?? '';
      const stream = parseStreamArn(text);
      const fault = stream && faultOf(spec, facts, stream);
      if (stream === undefined || fault === undefined) continue;
      const region = destinationRegion(spec, facts) ?? stream.region;
      const local = text.replace(`:kinesis:${stream.region}:`, `:kinesis:${region}:`);
      yield {
        at: { path, part: 'value' },
        message: fault,
        fixes: [
          {
            title: `Use the stream of the same name in ${region}`,
            edits: [{ kind: 'set', path, value: local }],
          },
        ],
      };
    }
  },
};

function faultOf(spec: Spec, facts: Facts, { partition, region, account }: StreamArn): string | undefined {
  const destination = destinationRegion(spec, facts);
  const owner = tableAccount(spec);
  const own = partitionOf(region);
  if (destination !== undefined && region !== destination)
    return `This data stream is in ${quoted(region)}, the new table will be in ${quoted(destination)}. A table sends its changes to a stream of its own Region.`;
  if (owner !== undefined && account !== owner)
    return `This data stream belongs to account ${quoted(account)}, the new table to ${quoted(owner)}. A table sends its changes to a stream of its own account.`;
  return own !== undefined && own !== partition
    ? `The Region ${region} belongs to the partition ${own}, but this ARN says ${quoted(partition)}.`
    : undefined;
}
