// BackupExpiryDateTime: "Time at which the automatic on-demand backup created by DynamoDB will expire. This SYSTEM on-demand backup expires
// automatically 35 days after its creation" (API_BackupDetails).
import { formatIsoTime, parseIsoTime } from '../spec/iso-time';
import { sourceOf } from '../spec/request';
import type { Rule } from './rule';

const soonMs = 86_400_000;

export const backupExpiring: Rule = {
  code: 'backup-expiring',
  severity: 'warning',
  because: 'surprise',
  needs: ['backup'],
  title: 'the backup does not expire within a day',
  applies: (spec) => sourceOf(spec)?.kind === 'backup',
  *find(_spec, { backup, now }) {
    if (typeof backup === 'string') return;
    const expiry = parseIsoTime(backup.BackupDetails.BackupExpiryDateTime ?? '');
    if (expiry === undefined || expiry > now + soonMs) return;
    const when = formatIsoTime(expiry);
    yield {
      at: { path: ['BackupArn'], part: 'value' },
      message:
        expiry <= now
          ? `This backup expired at ${when} and may be gone at any moment.`
          : `This backup expires at ${when}. Restore it before then: nothing keeps it longer, and it cannot be copied.`,
    };
  },
};
