// In the first five minutes after point-in-time recovery was turned on, the earliest and the latest moment are both the moment it was
// turned on; UseLatestRestorableTime goes back to that, and not to five minutes ago (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-086).
import { formatIsoTime, parseIsoTime } from '../spec/iso-time';
import { sourceOf, usesLatestTime } from '../spec/request';
import type { Rule } from './rule';

export const pointInTimeYoung: Rule = {
  code: 'point-in-time-young',
  severity: 'warning',
  because: 'surprise',
  needs: ['continuousBackups'],
  title: 'the recovery window is more than a moment long',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time' && usesLatestTime(spec),
  *find(_spec, { continuousBackups, now }) {
    if (typeof continuousBackups === 'string') return;
    const window = continuousBackups.PointInTimeRecoveryDescription;
    const earliest = parseIsoTime(window?.EarliestRestorableDateTime ?? '');
    if (
      window?.PointInTimeRecoveryStatus !== 'ENABLED' ||
      earliest === undefined ||
      earliest <= now - 300_000
    )
      return;
    yield {
      at: { path: ['UseLatestRestorableTime'], part: 'key' },
      message: `Point-in-time recovery was turned on at ${formatIsoTime(earliest)}, less than five minutes ago. That moment is all that can be restored yet.`,
    };
  },
};
