import { backupRow, ordersArn, ordersTable, fromBackup, fromTable, window } from './facts';
import { testRule } from './marked';

testRule('point-in-time-off', {
  wrong: [
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"» }`,
      facts: { continuousBackups: { ContinuousBackupsStatus: 'ENABLED' } },
      says: 'Point-in-time recovery is off for this table',
    },
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"», "RestoreDateTime": "2026-11-20T08:00:00Z", "TargetTableName": "Orders-2" }`,
      facts: {
        continuousBackups: { ContinuousBackupsStatus: 'ENABLED' },
        choices: { backups: [backupRow()] },
      },
      says: 'only its backups can be restored',
      fixes: {
        'Restore the backup "nightly" of 2026-11-20T10:00:00Z': `{ "BackupArn": "${backupRow().BackupArn}", "TargetTableName": "Orders-2" }`,
      },
    },
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"» }`,
      facts: { continuousBackups: 'missing', source: ordersTable({ TableStatus: 'CREATING' }) },
      says: 'This table is still being made.',
    },
    {
      spec: '{ "SourceTableName": «"Orders"» }',
      facts: { continuousBackups: { ContinuousBackupsStatus: 'ENABLED' } },
      says: 'Turning it on now does not bring back the past.',
    },
  ],
  fine: [
    {
      spec: `{ ${fromTable} }`,
      facts: { continuousBackups: window('2026-11-01T00:00:00Z', '2026-11-23T09:55:00Z') },
    },
    `{ ${fromBackup} }`,
    // Not there at all, or not any more: other rules say it.
    { spec: `{ ${fromTable} }`, facts: { continuousBackups: 'missing', source: 'missing' } },
    {
      spec: `{ ${fromTable} }`,
      facts: { continuousBackups: 'missing', source: ordersTable({ TableStatus: 'DELETING' }) },
    },
    // Asked a moment later, it was there.
    {
      spec: `{ ${fromTable} }`,
      facts: {
        continuousBackups: window('2026-11-01T00:00:00Z', '2026-11-23T09:55:00Z'),
        source: ordersTable({ TableStatus: 'CREATING' }),
      },
    },
  ],
});
