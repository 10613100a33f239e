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
    const isBefore = wholeSeconds(moment) < wholeSeconds(window.earliest);
    if (!isBefore && wholeSeconds(moment) <= wholeSeconds(latest)) return;
    yield {
      at: { path, part: 'value' },
      message:
        wholeSeconds(earliest) < wholeSeconds(latest)
          ? `The source can be restored to moments from ${formatIsoTime(earliest)} to ${formatIsoTime(latest)}.`
          : `Point-in-time recovery of the source was turned on at ${formatIsoTime(latest)}. That moment is all that can be restored yet.`,
      fixes: isBefore && earliest <= latest ? [backTo(earliest), toLatest] : [toLatest],
    };
  },
};

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

const toLatest: Fix = {
  title: 'Go back to the latest restorable time',
  edits: [
    { kind: 'remove', path },
    { kind: 'set', path: ['UseLatestRestorableTime'], value: true },
  ],
};

/** The first whole second of the window: a moment is written, and compared, in whole seconds. */
function backTo(ms: number): Fix {
  const value = formatIsoTime(ms);
  return { title: `Go back to ${value}`, edits: [{ kind: 'set', path, value }] };
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
