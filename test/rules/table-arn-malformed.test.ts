import { backupArn, fromTable, ordersArn } from './facts';
import { testRule } from './marked';

testRule('table-arn-malformed', {
  wrong: [
    {
      spec: '{ "SourceTableArn": «"Orders"», "UseLatestRestorableTime": true }',
      says: 'This is no table ARN.',
      fixes: {
        'Use it as SourceTableName': '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true }',
      },
    },
    {
      spec: `{ "SourceTableArn": «"${backupArn}"», "UseLatestRestorableTime": true }`,
      says: 'It looks like arn:aws:dynamodb:eu-west-1:123456789012:table/Orders.',
      fixes: { 'Restore from this backup': `{ "BackupArn": "${backupArn}" }` },
    },
    {
      spec: '{ "SourceTableArn": «"arn:aws:s3:::bucket"», "UseLatestRestorableTime": true }',
      says: 'no table ARN',
    },
    {
      spec: `{ "SourceTableArn": «"${ordersArn}/index/byStatus"», "UseLatestRestorableTime": true }`,
      says: 'no table ARN',
      fixes: {
        [`Change to ${ordersArn}`]: `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
      },
    },
    {
      spec: `{ "SourceTableArn": «" <${ordersArn}>;"», "UseLatestRestorableTime": true }`,
      says: 'no table ARN',
      fixes: {
        [`Change to ${ordersArn}`]: `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
      },
      sure: [`Change to ${ordersArn}`],
    },
    // What stands inside may be a piece that is lost.
    {
      spec: `{ "SourceTableArn": «"${ordersArn.replace('Orders', 'Or ders')}"», "UseLatestRestorableTime": true }`,
      says: 'This is no table ARN.',
    },
    // A backup holds one moment alone.
    {
      spec: `{ "SourceTableArn": «"${backupArn}"», "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
      says: 'This is no table ARN.',
      fixes: { 'Restore from this backup': `{ "BackupArn": "${backupArn}" }` },
      sure: [],
    },
  ],
  // Empty, says the rule on ranges.
  fine: [`{ ${fromTable} }`, '{ "SourceTableArn": "" }'],
});
