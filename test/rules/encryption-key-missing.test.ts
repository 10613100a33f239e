import { byName, customerKeyIn, fromBackup } from './facts';
import { testRule } from './marked';

const encrypted = (key: string) =>
  `"SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": ${key} }`;
const arn = 'arn:aws:kms:eu-west-1:123456789012';
const alias = (name: string, id?: string) => ({
  AliasName: `alias/${name}`,
  AliasArn: `${arn}:alias/${name}`,
  ...(id === undefined ? {} : { TargetKeyId: id }),
});
// One without a key yet, one of AWS: neither is ever what is meant.
const aliases = [alias('ordrs'), alias('aws/ordres', 'x'), alias('customers', 'x'), alias('orders', 'x')];

testRule('encryption-key-missing', {
  wrong: [
    {
      spec: `{ ${fromBackup}, ${encrypted('«"alias/ordres"»')} }`,
      facts: { encryptionKey: 'missing', choices: { aliases } },
      says: 'There is no alias "alias/ordres" in eu-west-1. A restore encrypted with it is refused.',
      fixes: { 'Change to "alias/orders"': `{ ${fromBackup}, ${encrypted('"alias/orders"')} }` },
    },
    {
      spec: `{ ${fromBackup}, ${encrypted(`«"${arn}:alias/ordres"»`)} }`,
      facts: { encryptionKey: 'missing', choices: { aliases } },
      says: 'in eu-west-1',
      fixes: {
        [`Change to "${arn}:alias/orders"`]: `{ ${fromBackup}, ${encrypted(`"${arn}:alias/orders"`)} }`,
      },
    },
    {
      spec: `{ ${fromBackup}, ${encrypted('«"1234abcd-12ab-34cd-56ef-000000000000"»')} }`,
      facts: { encryptionKey: 'missing', sourceKey: customerKeyIn('eu-west-1') },
      says: 'There is no key "1234abcd-12ab-34cd-56ef-000000000000"',
      fixes: { 'Keep the key of the source: remove SSESpecificationOverride': `{ ${fromBackup} }` },
    },
    {
      spec: `{ ${byName}, ${encrypted('«"alias/ordres"»')} }`,
      facts: { encryptionKey: 'missing', regionInUse: 'eu-west-2' },
      says: 'in eu-west-2',
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, ${encrypted('"alias/orders"')} }`,
      facts: { encryptionKey: customerKeyIn('eu-west-1') },
    },
    `{ ${fromBackup}, ${encrypted('"alias/aws/dynamodb"')} }`,
    // Another account's: `encryption-key-account` tells it from the text.
    `{ ${fromBackup}, ${encrypted('"arn:aws:kms:eu-west-1:999988887777:alias/orders"')} }`,
    `{ ${fromBackup}, ${encrypted('"no key"')} }`,
    `{ ${fromBackup} }`,
  ],
});
