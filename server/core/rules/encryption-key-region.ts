// The key must be one of the destination Region: the ARN of another Region's key, even of the same multi-Region key, is answered with "KMS
// validation error: ...NotFoundException: Invalid arn <region>" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-328,
// 442). Which replicas a multi-Region key has is told by MultiRegionConfiguration (API_KeyMetadata of AWS KMS).
import type { Facts } from '../facts';
import { parseKmsKey, partitionOf } from '../spec/arn';
import { destinationFact, destinationRegion } from '../spec/request';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

const path = ['SSESpecificationOverride', 'KMSMasterKeyId'];

export const encryptionKeyRegion: Rule = {
  code: 'encryption-key-region',
  severity: 'error',
  because: 'refused',
  needs: [destinationFact],
  title: 'the key is one of the destination Region',
  applies: (spec) => 'region' in parseKmsKey(stringAt(spec, path) ?? ''),
  *find(spec, facts) {
    const text = stringAt(spec, path) ?? '';
    const key = parseKmsKey(text);
    const destination = destinationRegion(spec, facts);
    if (!('region' in key) || destination === undefined || key.region === destination) return;
    yield {
      at: { path, part: 'value' },
      message: `This key is of ${quoted(key.region)}; the new table will stand in ${quoted(destination)} and needs a key of that Region.`,
      fixes: [...replicaIn(destination, text, facts)],
    };
  },
};

/** The same key as it stands in the destination; while nobody could be asked, the ARN that a replica there would have. */
function* replicaIn(region: string, arn: string, { encryptionKey: key }: Facts): Iterable<Fix> {
  if (key === 'missing') return;
  if (key === 'unknown') {
    const parsed = parseKmsKey(arn);
    if (!('region' in parsed) || !arn.includes('key/mrk-') || partitionOf(region) !== parsed.partition)
      return;
    const value = arn.replace(`:kms:${parsed.region}:`, `:kms:${region}:`);
    yield {
      title: `Use the ARN of its replica in ${region}, if it has one`,
      edits: [{ kind: 'set', path, value }],
    };
    return;
  }
  const { PrimaryKey: primary, ReplicaKeys: replicas = [] } = key.MultiRegionConfiguration ?? {};
  const local = [primary, ...replicas].find((one) => one?.Region === region);
  if (local === undefined) return;
  yield {
    title: `Use its replica in ${region}`,
    edits: [{ kind: 'set', path, value: local.Arn }],
    preferred: true,
  };
}
