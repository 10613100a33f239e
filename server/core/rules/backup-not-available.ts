// BackupStatus is CREATING, DELETED or AVAILABLE (API_BackupDetails); only an AVAILABLE backup can be restored.
import { otherBackups } from '../other-backups';
import { sourceOf } from '../spec/request';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const backupNotAvailable: Rule = {
  code: 'backup-not-available',
  severity: 'error',
  because: 'refused',
  needs: ['backup'],
  title: 'the backup is complete',
  applies: (spec) => sourceOf(spec)?.kind === 'backup',
  *find(spec, facts) {
    const { backup } = facts;
    if (typeof backup === 'string' || backup.BackupDetails.BackupStatus === 'AVAILABLE') return;
    const { BackupName: name, BackupStatus: status } = backup.BackupDetails;
    yield {
      at: { path: ['BackupArn'], part: 'value' },
      message:
        status === 'CREATING'
          ? `The backup ${quoted(name)} is still being made. Wait until it is AVAILABLE.`
          : `The backup ${quoted(name)} is ${status}. It cannot be restored.`,
      fixes: [...otherBackups(spec, facts)],
    };
  },
};
