import { backupArn, ordersArn, fromBackup } from './facts';
import { testRule } from './marked';

testRule('backup-arn-malformed', {
  wrong: [
    {
      spec: '{ "BackupArn": «"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/export/0179"» }',
      says: 'This is no backup ARN.',
    },
    {
      spec: `{ "BackupArn": «"${ordersArn}"» }`,
      says: 'This is the ARN of a table, not of a backup.',
      fixes: {
        'Restore from this table, to a moment in time': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
      },
    },
    {
      spec: `{ "BackupArn": «" '${backupArn}',"» }`,
      says: 'This is no backup ARN.',
      fixes: { 'Remove what does not belong to the ARN': `{ "BackupArn": "${backupArn}" }` },
    },
  ],
  fine: [
    `{ ${fromBackup} }`,
    '{ "BackupArn": "too short" }',
    '{ "BackupArn": "arn:aws:backup:eu-west-1:123456789012:recovery-point:x" }',
  ],
});
