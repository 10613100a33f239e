// The key must be one of the destination Region: the ARN of another Region's key, even of the same multi-Region key, is answered with "KMS
// validation error: ...NotFoundException: Invalid arn <region>" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-328,
// 442).
import { parseKmsKey, partitionOf } from '../spec/arn';
import { destinationFact, destinationRegion } from '../spec/request';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

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
    const local = text.replace(`:kms:${key.region}:`, `:kms:${destination}:`);
    const isReplicable = text.includes('key/mrk-') && partitionOf(destination) === key.partition;
    yield {
      at: { path, part: 'value' },
      message: `This key is of ${quoted(key.region)}; the new table will stand in ${quoted(destination)} and needs a key of that Region.`,
      fixes: isReplicable
        ? [{ title: `Use its replica in ${destination}`, edits: [{ kind: 'set', path, value: local }] }]
        : [],
    };
  },
};
