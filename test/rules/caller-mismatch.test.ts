import { backupArn, byName, fromBackup, ordersArn } from './facts';
import { testRule } from './marked';

const someoneElse = { Account: '210987654321', Arn: 'arn:aws:iam::210987654321:user/kim' };
const owner = { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' };

testRule('caller-mismatch', {
  wrong: [
    {
      spec: `{ ${byName}, "AccountId": «"123456789012"» }`,
      facts: { caller: someoneElse },
      says: 'This file is about account "123456789012"; you are signed in to 210987654321.',
    },
    {
      spec: `{ "BackupArn": «"${backupArn}"», "TargetTableName": "Orders-2" }`,
      facts: { caller: someoneElse },
      says: 'Choose another profile.',
    },
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"», "TargetTableName": "Orders-2" }`,
      facts: { caller: someoneElse },
      says: 'you are signed in to 210987654321. Choose another profile.',
    },
    {
      spec: `{ ${fromBackup}, "AccountId": «"123456789012"» }`,
      facts: { caller: someoneElse },
      says: 'This file is about account "123456789012"',
    },
  ],
  fine: [{ spec: `{ ${fromBackup} }`, facts: { caller: owner } }, `{ ${byName} }`],
});
