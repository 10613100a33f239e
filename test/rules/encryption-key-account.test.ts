import { fromBackup, byName } from './facts';
import { testRule } from './marked';

const key = (account: string) =>
  `"SSESpecificationOverride": { "SSEType": "KMS", "KMSMasterKeyId": "arn:aws:kms:eu-west-1:${account}:alias/orders" }`;
const managed = '"SSESpecificationOverride": { "SSEType": "KMS" }';
const marked = (text: string) => text.replace(/"arn:[^"]*"/, '«$&»');

testRule('encryption-key-account', {
  wrong: [
    {
      spec: `{ ${fromBackup}, ${marked(key('210987654321'))} }`,
      says: 'This key belongs to account "210987654321", the new table to "123456789012".',
      fixes: { 'Use the AWS managed key': `{ ${fromBackup}, ${managed} }` },
    },
    {
      spec: `{ ${byName}, ${marked(key('210987654321'))} }`,
      facts: { caller: { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' } },
      says: 'The key must be of the same account.',
      fixes: { 'Use the AWS managed key': `{ ${byName}, ${managed} }` },
    },
  ],
  fine: [
    `{ ${fromBackup}, ${key('123456789012')} }`,
    // What is wrong with AccountId is said of AccountId.
    `{ "AccountId": "restored-too", ${fromBackup}, ${key('123456789012')} }`,
    `{ "AccountId": "210987654321", ${fromBackup}, ${key('123456789012')} }`,
    // No account is written in it.
    `{ ${fromBackup}, ${key('123456789012').replace(/arn:[^"]*/, 'alias/orders')} }`,
  ],
});
