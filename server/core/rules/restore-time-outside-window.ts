// InvalidRestoreTimeException: "RestoreDateTime must be within EarliestRestorableDateTime and LatestRestorableDateTime". The latest moment
// follows the present at five minutes' distance (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-085), so a window that
// was read a while ago is open further than it says. The service compares whole seconds.
import type { ContinuousBackupsDescription } from '../facts';
import { formatIsoTime, parseIsoTime } from '../spec/iso-time';
import { sourceOf } from '../spec/request';
import { stringAt } from '../spec/tree';
import type { Fix, Rule } from './rule';

const path = ['RestoreDateTime'];
const lagMs = 300_000;

export const restoreTimeOutsideWindow: Rule = {
  code: 'restore-time-outside-window',
  severity: 'error',
  because: 'refused',
  needs: ['continuousBackups'],
  title: "the moment to go back to lies in the source's recovery window",
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time' && stringAt(spec, path) !== undefined,
  *find(spec, { continuousBackups, now }) {
    const moment = parseIsoTime(stringAt(spec, path) ?? '');
    const window = windowOf(continuousBackups);
    if (moment === undefined || moment > now || !window) return;
    const earliest = Math.ceil(window.earliest / 1000) * 1000;
    const latest = Math.max(window.latest, now - lagMs);
    if (moment >= earliest - 1000 && moment <= latest) return;
    const toLatest = { title: 'Go back to the latest restorable time', edits: latestTime };
    const toEarliest = {
      title: `Go back to ${formatIsoTime(earliest)}`,
      edits: setTo(formatIsoTime(earliest)),
    };
    yield {
      at: { path, part: 'value' },
      message: `The source can be restored to moments from ${formatIsoTime(earliest)} to ${formatIsoTime(latest)}.`,
      fixes: moment > latest ? [toLatest] : [toEarliest, toLatest],
    };
  },
};

const latestTime: Fix['edits'] = [
  { kind: 'remove', path },
  { kind: 'set', path: ['UseLatestRestorableTime'], value: true },
];

function setTo(value: string): Fix['edits'] {
  return [{ kind: 'set', path, value }];
}

function windowOf(
  description: ContinuousBackupsDescription | 'missing' | 'unknown',
): { earliest: number; latest: number } | undefined {
  if (typeof description === 'string') return undefined;
  const { EarliestRestorableDateTime, LatestRestorableDateTime } =
    description.PointInTimeRecoveryDescription ?? {};
  const earliest = parseIsoTime(EarliestRestorableDateTime ?? '');
  const latest = parseIsoTime(LatestRestorableDateTime ?? '');
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}
