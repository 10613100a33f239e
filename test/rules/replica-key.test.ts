import { byName, fromBackup } from './facts';
import { testRule } from './marked';

const own = '1234abcd-12ab-34cd-56ef-1234567890ab';
const multi = 'mrk-1234abcd12ab34cd56ef1234567890ab';
const arn = (region: string, id: string, account = '123456789012') =>
  `"arn:aws:kms:${region}:${account}:key/${id}"`;
const spec = (encryption: string, replica: string) =>
  `{ ${fromBackup}${encryption && `, "SSESpecificationOverride": { ${encryption} }`}, "AfterRestore": { "Replicas": [{ "RegionName": ${replica} }] } }`;
const mine = (key: string) => `"Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": ${key}`;

testRule('replica-key', {
  wrong: [
    {
      spec: spec(mine('"alias/orders"'), '«"eu-west-2"»'),
      says: 'The new table has a key of yours, so its replica in "eu-west-2" needs one too',
    },
    {
      spec: spec(mine(`"${multi}"`), '«"eu-west-2"»'),
      says: 'KMSMasterKeyId is missing.',
      fixes: {
        "Use the replica of the table's multi-Region key": spec(
          mine(`"${multi}"`),
          `"eu-west-2", "KMSMasterKeyId": "${multi}"`,
        ),
      },
    },
    // As an ARN; but an alias that is called like an id is none.
    {
      spec: spec(mine(arn('eu-west-1', multi)), '«"eu-west-2"»'),
      says: 'KMSMasterKeyId is missing.',
      fixes: {
        "Use the replica of the table's multi-Region key": spec(
          mine(arn('eu-west-1', multi)),
          `"eu-west-2", "KMSMasterKeyId": "${multi}"`,
        ),
      },
    },
    { spec: spec(mine(`"alias/${multi}"`), '«"eu-west-2"»'), says: 'KMSMasterKeyId is missing.' },
    {
      spec: spec('"Enabled": false', '"eu-west-2", «"KMSMasterKeyId"»: "alias/orders"'),
      says: 'The new table is to have the AWS owned key',
      fixes: { 'Remove KMSMasterKeyId': spec('"Enabled": false', '"eu-west-2"') },
    },
    {
      spec: spec('', `"eu-west-2", "KMSMasterKeyId": «${arn('eu-west-1', multi)}»`),
      says: 'This key is of "eu-west-1"; the replica in "eu-west-2" needs a key of its own Region.',
      fixes: {
        'Use its replica in eu-west-2': spec('', `"eu-west-2", "KMSMasterKeyId": ${arn('eu-west-2', multi)}`),
      },
      sure: ['Use its replica in eu-west-2'],
    },
    // A key of one Region has no replica elsewhere.
    {
      spec: spec('', `"eu-west-2", "KMSMasterKeyId": «${arn('eu-west-1', own)}»`),
      says: 'This key is of "eu-west-1"; the replica in "eu-west-2" needs a key of its own Region.',
    },
    ...['"Enabled": false, "SSEType": "KMS"', ' '].map((encryption) => ({
      spec: spec(encryption, '"eu-west-2", «"KMSMasterKeyId"»: "alias/orders"'),
      says: 'The new table is to have the AWS owned key, and so its replicas can have no key of their own.',
      fixes: { 'Remove KMSMasterKeyId': spec(encryption, '"eu-west-2"') },
      sure: ['Remove KMSMasterKeyId'],
    })),
    {
      spec: spec('', `"eu-west-2", "KMSMasterKeyId": «${arn('eu-west-2', own, '210987654321')}»`),
      says: 'belongs to account "210987654321"',
    },
  ],
  fine: [
    spec(mine('"alias/orders"'), '"eu-west-2", "KMSMasterKeyId": "alias/orders"'),
    spec('', `"eu-west-2", "KMSMasterKeyId": ${arn('eu-west-2', own)}`),
    spec('"Enabled": true', '"eu-west-2"'),
    spec('"SSEType": "KMS"', '"eu-west-2", "KMSMasterKeyId": "alias/orders"'),
    spec(mine('"alias/aws/dynamodb"'), '"eu-west-2"'),
    spec(mine('"arn:aws:kms:eu-west-1:123456789012:alias/aws/dynamodb"'), '"eu-west-2"'),
    spec('"Enabled": true', '"eu-west-2", "KMSMasterKeyId": "alias/orders"'),
    // Whose tables these are is not written.
    `{ ${byName}, "AfterRestore": { "Replicas": [{ "RegionName": "eu-west-2", "KMSMasterKeyId": ${arn('eu-west-2', own)} }] } }`,
    // Empty, without a Region, no text: other rules speak of these.
    spec(mine('""'), '"eu-west-2"'),
    `{ ${fromBackup}, "AfterRestore": { "Replicas": [{ "KMSMasterKeyId": ${arn('eu-west-1', own)} }] } }`,
    spec('', '"eu-west-2", "KMSMasterKeyId": 5'),
  ],
});
