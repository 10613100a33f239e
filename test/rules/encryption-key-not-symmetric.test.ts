import { customerKeyIn, fromBackup } from './facts';
import { testRule } from './marked';

const spec = `{ ${fromBackup}, "SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": "alias/orders" } }`;
const marked = spec.replace('"alias/orders"', '«$&»');
const key = (KeySpec: string) => customerKeyIn('eu-west-1', { KeySpec });

testRule('encryption-key-not-symmetric', {
  wrong: [
    { spec: marked, facts: { encryptionKey: key('HMAC_256') }, says: 'is of the kind HMAC_256' },
    {
      spec: marked,
      facts: { encryptionKey: key('RSA_2048'), sourceKey: customerKeyIn('eu-west-1') },
      says: 'it answers this with HTTP 500, however often it is tried',
      fixes: { 'Keep the key of the source: remove SSESpecificationOverride': `{ ${fromBackup} }` },
    },
  ],
  fine: [
    { spec, facts: { encryptionKey: key('SYMMETRIC_DEFAULT') } },
    { spec, facts: { encryptionKey: 'missing' } },
  ],
});
