import { backupArn, backupRow, fromBackup, fromTable, ordersBackup } from './facts';
import { testRule } from './marked';

const row = (createdAt: string, id: string, more: object = {}) =>
  backupRow({
    BackupName: id,
    BackupArn: backupArn.replace(/[^/]+$/, id),
    BackupCreationDateTime: createdAt,
    ...more,
  });
const after = row('2026-10-10T00:00:00.000Z', '01791590400000-00000001');
const before = row('2026-10-08T12:00:00.000Z', '01791460800000-00000002');
const far = row('2026-11-20T00:00:00.000Z', '01795132800000-00000003');
const farther = row('2026-11-21T00:00:00.000Z', '01795219200000-00000004');
const inTheMaking = row('2026-10-09T00:00:00.000Z', '01791504000000-00000005', { BackupStatus: 'CREATING' });
const elsewhere = backupRow({
  BackupArn: backupArn.replace('eu-west-1', 'eu-west-2'),
  BackupCreationDateTime: '2026-10-09T00:12:42.511Z',
});

testRule('backup-missing', {
  wrong: [
    {
      spec: `{ "BackupArn": «"${backupArn}"» }`,
      facts: { backup: 'missing' },
      says: 'There is no such backup',
    },
    {
      spec: `{ "BackupArn": «"${backupArn}"» }`,
      facts: { backup: 'missing', choices: { backups: [farther, far, after, inTheMaking, before] } },
      says: 'There is no such backup',
      fixes: {
        'Restore the backup "01791460800000-00000002" of 2026-10-08T12:00:00Z': `{ "BackupArn": "${before.BackupArn}" }`,
        'Restore the backup "01791590400000-00000001" of 2026-10-10T00:00:00Z': `{ "BackupArn": "${after.BackupArn}" }`,
        'Restore the backup "01795132800000-00000003" of 2026-11-20T00:00:00Z': `{ "BackupArn": "${far.BackupArn}" }`,
      },
    },
    {
      spec: `{ "BackupArn": «"${backupArn}"» }`,
      facts: { backup: 'missing', choices: { backups: [elsewhere] } },
      says: 'There is no such backup',
      fixes: {
        'Change the Region in the ARN to eu-west-2, where this backup is': `{ "BackupArn": "${elsewhere.BackupArn}" }`,
      },
    },
  ],
  fine: [{ spec: `{ ${fromBackup} }`, facts: { backup: ordersBackup() } }, `{ ${fromTable} }`],
});
