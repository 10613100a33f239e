import { customerKeyIn, fromBackup } from './facts';
import { testRule } from './marked';

const spec = `{ ${fromBackup}, "SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": "alias/orders" } }`;
const marked = spec.replace('"alias/orders"', '«$&»');
const key = (KeyState: string) => customerKeyIn('eu-west-1', { KeyState });

testRule('encryption-key-not-enabled', {
  wrong: [
    {
      spec: marked,
      facts: { encryptionKey: key('Disabled') },
      says: 'is disabled. Enable it first (EnableKey), or name another key.',
    },
    { spec: marked, facts: { encryptionKey: key('PendingDeletion') }, says: 'CancelKeyDeletion' },
    { spec: marked, facts: { encryptionKey: key('PendingReplicaDeletion') }, says: 'waiting to be deleted' },
    { spec: marked, facts: { encryptionKey: key('PendingImport') }, says: 'has no key material yet' },
    { spec: marked, facts: { encryptionKey: key('Creating') }, says: 'Wait until it is Enabled' },
    { spec: marked, facts: { encryptionKey: key('Unavailable') }, says: 'key store that is not connected' },
    {
      spec: marked,
      facts: { encryptionKey: key('NewState') },
      says: 'is "NewState". Only an enabled key can be used',
    },
    {
      spec: marked,
      facts: { encryptionKey: key('Disabled'), sourceKey: key('Enabled') },
      says: 'is disabled',
      fixes: { 'Keep the key of the source: remove SSESpecificationOverride': `{ ${fromBackup} }` },
    },
    {
      // A key of the source that works no more, and one that is not of the destination, are no help.
      spec: marked,
      facts: { encryptionKey: key('Disabled'), sourceKey: key('Disabled') },
      says: 'is disabled',
    },
    {
      spec: marked.replace('"TargetTableName"', '"Region": "eu-west-2", "TargetTableName"'),
      facts: { encryptionKey: key('Disabled'), sourceKey: key('Enabled') },
      says: 'is disabled',
    },
  ],
  fine: [
    { spec, facts: { encryptionKey: key('Enabled') } },
    { spec, facts: { encryptionKey: key('Updating') } },
    { spec, facts: { encryptionKey: 'missing' } },
    `{ ${fromBackup} }`,
  ],
});
