// EnableKinesisStreamingDestination accepts any ARN and fails a second or two later with ENABLE_FAILED when it names no data stream
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-318). The ARN of a stream: Service Authorization Reference, "Actions,
// resources, and condition keys for Amazon Kinesis Data Streams".
import { parseStreamArn } from '../spec/arn';
import { entriesAt, stringAt } from '../spec/tree';
import type { Rule } from './rule';

export const kinesisArnMalformed: Rule = {
  code: 'kinesis-arn-malformed',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'StreamArn has the form of the ARN of a Kinesis data stream',
  *find(spec) {
    for (const entry of entriesAt(spec, ['AfterRestore', 'KinesisStreamingDestinations'])) {
      const path = [...entry, 'StreamArn'];
      const text = stringAt(spec, path);
      // What is no ARN at all is said by the rule on patterns.
      if (text === undefined || !/^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/.test(text) || parseStreamArn(text))
        continue;
      const trimmed = text.trim();
      yield {
        at: { path, part: 'value' },
        message: /:dynamodb:.*\/stream\//.test(text)
          ? 'This is the stream of a DynamoDB table. A Kinesis data stream is meant: arn:aws:kinesis:eu-west-1:123456789012:stream/orders.'
          : 'This is no ARN of a Kinesis data stream. It looks like arn:aws:kinesis:eu-west-1:123456789012:stream/orders.',
        fixes: parseStreamArn(trimmed)
          ? [
              {
                title: 'Remove the blanks',
                edits: [{ kind: 'set', path, value: trimmed }],
                preferred: true,
              },
            ]
          : [],
      };
    }
  },
};
