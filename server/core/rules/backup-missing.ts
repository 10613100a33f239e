// BackupNotFoundException: "Backup not found: <arn>" (API_DescribeBackup). A SYSTEM backup, made when a table with point-in-time recovery
// is deleted, disappears after 35 days.
import { inItsRegion, otherBackups } from '../other-backups';
import { sourceOf } from '../spec/request';
import type { Rule } from './rule';

export const backupMissing: Rule = {
  code: 'backup-missing',
  severity: 'error',
  because: 'refused',
  needs: ['backup'],
  title: 'the backup exists',
  applies: (spec) => sourceOf(spec)?.kind === 'backup',
  *find(spec, facts) {
    if (facts.backup !== 'missing') return;
    yield {
      at: { path: ['BackupArn'], part: 'value' },
      message:
        'There is no such backup in this account and Region. It may have been deleted, or have expired.',
      fixes: [...inItsRegion(spec, facts), ...otherBackups(spec, facts)],
    };
  },
};
