import { formatIsoTime, parseIsoTime } from '../../core/spec/iso-time';
import { agoInWords, momentInWords } from '../in-words';
import { all, type LiveValue, type LiveValues, type Scene } from './scene';

const HOUR_MS = 3_600_000;

interface Window {
  earliestMs: number;
  latestMs: number;
}

/** The two ends of the window and some moments inside it; without a window only what the clock tells. */
export function momentValues({ facts }: Scene): LiveValues {
  const window = windowOf(facts);
  const { now } = facts;
  const moments: [string, number | undefined][] = [
    ['Latest', window?.latestMs],
    ['An hour ago', now - HOUR_MS],
    ['Midnight UTC', Math.floor(now / (24 * HOUR_MS)) * 24 * HOUR_MS],
    ['A day ago', now - 24 * HOUR_MS],
    ['Earliest', window?.earliestMs],
  ];
  const values = moments
    .filter((moment): moment is [string, number] => isOffered(moment[1], window))
    .toSorted(([, a], [, b]) => b - a)
    .map(([label, ms]) => momentValue(label, ms, now, window !== undefined));
  return all(values);
}

function isOffered(ms: number | undefined, window: Window | undefined): boolean {
  return ms !== undefined && (window === undefined || (ms >= window.earliestMs && ms <= window.latestMs));
}

function momentValue(label: string, ms: number, now: number, inWindow: boolean): LiveValue {
  const value = formatIsoTime(ms);
  return {
    label,
    value,
    ...(label.endsWith('ago') ? {} : { beside: agoInWords(ms, now) }),
    right: value,
    detail: inWindow
      ? `${momentInWords(ms)}, inside the window`
      : `${momentInWords(ms)}; the window is not known`,
    search: `${value} ${label}`,
  };
}

/** Whole seconds inside the window that the source can be restored to; undefined when it is not known, or there is none. */
export function windowOf(facts: Scene['facts']): Window | undefined {
  if (typeof facts.continuousBackups === 'string') return undefined;
  const point = facts.continuousBackups.PointInTimeRecoveryDescription;
  const earliest = parseIsoTime(point?.EarliestRestorableDateTime ?? '');
  const latest = parseIsoTime(point?.LatestRestorableDateTime ?? '');
  if (point?.PointInTimeRecoveryStatus !== 'ENABLED' || earliest === undefined || latest === undefined) {
    return undefined;
  }
  return { earliestMs: Math.ceil(earliest / 1000) * 1000, latestMs: Math.floor(latest / 1000) * 1000 };
}
