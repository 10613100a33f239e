// "LatestRestorableDateTime is typically 5 minutes before the current time" (API_RestoreTableToPointInTime); measured: exactly
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-085, 385). The moment becomes restorable by waiting. Where the
// recovery window is known, `restore-time-outside-window` says more.
import { formatIsoTime, parseIsoTime } from '../spec/iso-time';
import { sourceOf } from '../spec/request';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['RestoreDateTime'];
const lagMs = 300_000;

export const restoreTimeTooRecent: Rule = {
  code: 'restore-time-too-recent',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'the moment to go back to is at least five minutes ago',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec, { now, continuousBackups }) {
    const moment = parseIsoTime(stringAt(spec, path) ?? '');
    if (continuousBackups !== 'unknown' || moment === undefined) return;
    if (moment > now || moment <= now - lagMs) return;
    yield {
      at: { path, part: 'value' },
      message: `Less than five minutes ago, this moment can probably not be restored yet: try from ${formatIsoTime(moment + lagMs + 999)} on.`,
      fixes: [
        {
          title: 'Go back to the latest restorable time',
          edits: [
            { kind: 'remove', path },
            { kind: 'set', path: ['UseLatestRestorableTime'], value: true },
          ],
        },
      ],
    };
  },
};
