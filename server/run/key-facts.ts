import type { Facts, NamedKey } from '../core/facts';
import { recordedSource } from '../core/recorded';
import { namedKey } from '../core/named-key';
import { parseKmsKey } from '../core/spec/arn';
import type { Spec } from '../core/spec/spec';
import type { Reader } from './reader';

/** What AWS KMS says of the key that the spec names. */
export async function encryptionKeyFact(
  reader: Reader,
  spec: Spec,
  facts: Facts,
): Promise<Facts['encryptionKey']> {
  const asked = namedKey(spec, facts);
  if (asked === undefined) return 'unknown';
  const answer = await reader.read(asked.region, 'DescribeKey', { KeyId: asked.keyId });
  if (typeof answer === 'string') return answer;
  const key = answer.KeyMetadata;
  return key.KeyManager === 'AWS' ? toldApart(reader, asked.region, key) : key;
}

/** An AWS managed key is DynamoDB's own, or that of another service: nothing in its description tells which. */
async function toldApart(reader: Reader, region: string, key: NamedKey): Promise<Facts['encryptionKey']> {
  const own = await reader.read(region, 'DescribeKey', { KeyId: 'alias/aws/dynamodb' });
  if (own === 'unknown') return 'unknown';
  return own !== 'missing' && own.KeyMetadata.Arn === key.Arn ? { ...key, isDefault: true } : key;
}

/** What AWS KMS says of the key that the source is recorded to be encrypted with. */
export async function sourceKeyFact(reader: Reader, spec: Spec, facts: Facts): Promise<Facts['sourceKey']> {
  const recorded = recordedSource(spec, facts);
  if (recorded === 'unknown') return 'unknown';
  if (recorded === 'missing' || recorded.features === 'not recorded') return 'none';
  const arn = recorded.features.encryption?.KMSMasterKeyArn;
  const key = parseKmsKey(arn ?? '');
  if (arn === undefined || !('region' in key)) return 'none';
  const answer = await reader.read(key.region, 'DescribeKey', { KeyId: arn });
  return typeof answer === 'string' ? answer : answer.KeyMetadata;
}
