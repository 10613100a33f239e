import type { KeyMetadata } from '../../server/core/facts';
import { customerKeyIn, fromBackup, byName } from './facts';
import { testRule } from './marked';

const key = (region: string, id: string) =>
  `"SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": "arn:aws:kms:${region}:123456789012:key/${id}" }`;
const own = '1234abcd-12ab-34cd-56ef-1234567890ab';
const multi = 'mrk-1234abcd12ab34cd56ef1234567890ab';
/** The key with its primary and its replicas. */
function replicated(primary: string, ...replicas: string[]): KeyMetadata {
  const at = (region: string) => ({ Region: region, Arn: `arn:aws:kms:${region}:123456789012:key/${multi}` });
  return customerKeyIn('eu-west-1', {
    MultiRegion: true,
    MultiRegionConfiguration: { PrimaryKey: at(primary), ReplicaKeys: replicas.map(at) },
  });
}

const marked = (text: string) => text.replace(/"arn:[^"]*"/, '«$&»');

testRule('encryption-key-region', {
  wrong: [
    {
      spec: `{ ${fromBackup}, ${marked(key('eu-west-2', own))} }`,
      says: 'This key is of "eu-west-2"; the new table will stand in "eu-west-1"',
    },
    {
      spec: `{ ${fromBackup}, "Region": "eu-west-2", ${marked(key('eu-west-1', multi))} }`,
      says: 'needs a key of that Region',
      fixes: {
        'Use the ARN of its replica in eu-west-2, if it has one': `{ ${fromBackup}, "Region": "eu-west-2", ${key('eu-west-2', multi)} }`,
      },
    },
    {
      spec: `{ ${fromBackup}, "Region": "eu-west-2", ${marked(key('eu-west-1', multi))} }`,
      facts: { encryptionKey: replicated('eu-west-1', 'eu-west-2', 'eu-central-1') },
      says: 'needs a key of that Region',
      fixes: {
        'Use its replica in eu-west-2': `{ ${fromBackup}, "Region": "eu-west-2", ${key('eu-west-2', multi)} }`,
      },
    },
    {
      // The named key is the replica, the destination has the primary.
      spec: `{ ${fromBackup}, "Region": "eu-west-2", ${marked(key('eu-west-1', multi))} }`,
      facts: { encryptionKey: replicated('eu-west-2', 'eu-west-1') },
      says: 'needs a key of that Region',
      fixes: {
        'Use its replica in eu-west-2': `{ ${fromBackup}, "Region": "eu-west-2", ${key('eu-west-2', multi)} }`,
      },
    },
    {
      spec: `{ ${fromBackup}, "Region": "eu-west-2", ${marked(key('eu-west-1', multi))} }`,
      facts: { encryptionKey: replicated('eu-west-1', 'eu-central-1') },
      says: 'needs a key of that Region',
    },
    {
      spec: `{ ${fromBackup}, "Region": "eu-west-2", ${marked(key('eu-west-1', multi))} }`,
      facts: { encryptionKey: 'missing' },
      says: 'needs a key of that Region',
    },
    {
      // A key of one Region only has no replica.
      spec: `{ ${fromBackup}, "Region": "eu-west-2", ${marked(key('eu-west-1', own))} }`,
      facts: { encryptionKey: customerKeyIn('eu-west-1') },
      says: 'This key is of "eu-west-1"; the new table will stand in "eu-west-2" and needs a key of that Region.',
    },
    {
      // No key has a replica in another partition.
      spec: `{ ${fromBackup}, "Region": "cn-north-1", ${marked(key('eu-west-1', multi))} }`,
      says: 'the new table will stand in "cn-north-1"',
    },
    {
      spec: `{ ${byName}, ${marked(key('eu-west-2', own))} }`,
      facts: { regionInUse: 'eu-west-1' },
      says: 'the new table will stand in "eu-west-1"',
    },
  ],
  fine: [
    `{ ${fromBackup}, ${key('eu-west-1', own)} }`,
    `{ ${fromBackup}, "SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": "alias/orders" } }`,
  ],
});
