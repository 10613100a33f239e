// RecoveryPeriodInDays is 1 to 35 (API_PointInTimeRecoverySpecification): no moment further back can be restored from a table.
import { formatIsoTime, parseIsoTime } from '../spec/iso-time';
import { sourceOf } from '../spec/request';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const longestPeriodMs = 35 * 86_400_000;

export const restoreTimeTooOld: Rule = {
  code: 'restore-time-too-old',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the moment to go back to is no more than 35 days ago',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec, { now }) {
    const moment = parseIsoTime(stringAt(spec, ['RestoreDateTime']) ?? '');
    if (moment === undefined || wholeSeconds(moment) >= wholeSeconds(now - longestPeriodMs)) return;
    yield {
      at: { path: ['RestoreDateTime'], part: 'value' },
      message: `Point-in-time recovery reaches back 35 days at most, to ${formatIsoTime(now - longestPeriodMs)}. Older data is only in backups.`,
    };
  },
};

/** As the service compares moments. */
function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
