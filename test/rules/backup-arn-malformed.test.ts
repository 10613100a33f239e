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
      sure: ['Remove what does not belong to the ARN'],
    },
    // A moment that is written stays.
    {
      spec: `{ "BackupArn": «"${ordersArn}"», "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
      says: 'A table is restored from SourceTableArn, to a moment in time.',
      fixes: {
        'Restore from this table, to a moment in time': `{ "SourceTableArn": "${ordersArn}", "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
      },
      sure: [],
    },
    // What stands inside may be a piece that is lost.
    {
      spec: `{ "BackupArn": «"${backupArn.replace('Orders', 'Or ders')}"» }`,
      says: 'This is no backup ARN.',
    },
    {
      spec: '{ "BackupArn": «"01791504762511-2779fadd"» }',
      says: 'It looks like arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd.',
    },
    { spec: '{ "BackupArn": «"arn:aws:s3:::mybucket/backup"» }', says: 'This is no backup ARN.' },
    { spec: `{ "BackupArn": «"${'x'.repeat(1025)}"» }`, says: 'This is no backup ARN.' },
  ],
  fine: [
    `{ ${fromBackup} }`,
    // Empty, says the rule on ranges.
    '{ "BackupArn": "" }',
    '{ "BackupArn": "arn:aws:backup:eu-west-1:123456789012:recovery-point:x" }',
  ],
});
