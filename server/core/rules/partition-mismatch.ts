// Credentials, ARNs and endpoints belong to one partition; cross-Region restores are offered among the commercial Regions, among those of
// China, and among those of GovCloud (Developer Guide, "Restoring a DynamoDB table to a point in time").
import { parseKmsKey, partitionOf } from '../spec/arn';
import type { Path } from '../spec/path';
import { sourceArn } from '../spec/request';
import { entriesAt, has, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Spec } from '../spec/spec';
import type { Finding, Rule } from './rule';

export const partitionMismatch: Rule = {
  code: 'partition-mismatch',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'every ARN is in the partition of its Region, and source and destination are in one',
  *find(spec) {
    yield* ofKeys(spec);
    const arn = sourceArn(spec);
    if (!arn) return;
    const key = has(spec, ['BackupArn']) ? 'BackupArn' : 'SourceTableArn';
    const own = partitionOf(arn.region);
    if (own !== undefined && own !== arn.partition) {
      yield otherPartition(spec, [key], arn, own);
      return;
    }
    const region = stringAt(spec, ['Region']);
    const destination = partitionOf(region ?? '');
    if (destination === undefined || destination === arn.partition) return;
    yield {
      at: { path: ['Region'], part: 'value' },
      message: `${quoted(region ?? '')} is in the partition ${destination}, the source in ${quoted(arn.partition)}. DynamoDB does not restore across partitions.`,
      fixes: [
        { title: `Restore in ${arn.region}`, edits: [{ kind: 'set', path: ['Region'], value: arn.region }] },
      ],
    };
  },
};

/** The ARNs of keys: of the table's, and of those of its replicas. */
function* ofKeys(spec: Spec): Iterable<Finding> {
  const replicas = entriesAt(spec, ['AfterRestore', 'Replicas']);
  for (const path of [['SSESpecificationOverride'], ...replicas].map((place) => [
    ...place,
    'KMSMasterKeyId',
  ])) {
    const key = parseKmsKey(stringAt(spec, path) ?? '');
    const own = 'region' in key ? partitionOf(key.region) : undefined;
    if ('region' in key && own !== undefined && own !== key.partition)
      yield otherPartition(spec, path, key, own);
  }
}

function otherPartition(
  spec: Spec,
  path: Path,
  arn: { partition: string; region: string },
  own: string,
): Finding {
  const value = (stringAt(spec, path) ?? '').replace(`arn:${arn.partition}:`, `arn:${own}:`);
  return {
    at: { path, part: 'value' },
    message: `The Region ${arn.region} belongs to the partition ${own}, but this ARN says ${quoted(arn.partition)}.`,
    fixes: [{ title: `Change the partition to ${own}`, edits: [{ kind: 'set', path, value }] }],
  };
}
