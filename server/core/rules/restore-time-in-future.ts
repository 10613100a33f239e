// API_RestoreTableToPointInTime: the latest restorable moment is typically five minutes before the current time.
import { formatIsoTime, parseIsoTime } from '../spec/iso-time';
import { sourceOf } from '../spec/request';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

export const restoreTimeInFuture: Rule = {
  code: 'restore-time-in-future',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the moment to go back to is in the past',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec, { now }) {
    const moment = parseIsoTime(stringAt(spec, ['RestoreDateTime']) ?? '');
    if (moment === undefined || moment <= now) return;
    yield {
      at: { path: ['RestoreDateTime'], part: 'value' },
      message: `This moment is still to come: it is ${formatIsoTime(now)} now.`,
      fixes: [
        {
          title: 'Go back to the latest restorable time',
          edits: [
            { kind: 'remove', path: ['RestoreDateTime'] },
            { kind: 'set', path: ['UseLatestRestorableTime'], value: true },
          ],
        },
      ],
    };
  },
};
