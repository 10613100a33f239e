// Credentials, ARNs and endpoints belong to one partition; cross-Region restores are offered among the commercial Regions, among those of
// China, and among those of GovCloud (Developer Guide, "Restoring a DynamoDB table to a point in time").
import { partitionOf } from '../spec/arn';
import { sourceArn } from '../spec/request';
import { has, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const partitionMismatch: Rule = {
  code: 'partition-mismatch',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'source and destination are in one AWS partition',
  *find(spec) {
    const arn = sourceArn(spec);
    if (!arn) return;
    const key = has(spec, ['BackupArn']) ? 'BackupArn' : 'SourceTableArn';
    const own = partitionOf(arn.region);
    if (own !== undefined && own !== arn.partition) {
      yield {
        at: { path: [key], part: 'value' },
        message: `The Region ${arn.region} belongs to the partition ${own}, but this ARN says ${quoted(arn.partition)}.`,
      };
      return;
    }
    const region = stringAt(spec, ['Region']);
    const destination = partitionOf(region ?? '');
    if (destination === undefined || destination === arn.partition) return;
    yield {
      at: { path: ['Region'], part: 'value' },
      message: `${quoted(region ?? '')} is in the partition ${destination}, the source in ${quoted(arn.partition)}. DynamoDB does not restore across partitions.`,
    };
  },
};
