import { regionName } from '../region-names';

const ago = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

const SPANS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** "3 days ago", "in 2 hours"; empty for a time that cannot be read. */
export function agoInWords(time: string | number, nowMs: number): string {
  const ms = typeof time === 'number' ? time : Date.parse(time);
  if (Number.isNaN(ms)) return '';
  const span = ms - nowMs;
  const [unit, unitMs] = SPANS.find(([, length]) => Math.abs(span) >= length) ?? ['second', 1_000];
  return ago.format(Math.trunc(span / unitMs), unit);
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** "1.2 GB": in steps of 1024 as the DynamoDB console and the tree show it. */
export function sizeInWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const amount = bytes / 1024 ** power;
  return `${power > 0 && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[power]}`;
}

/** "2026-11-20 08:30:00 UTC"; empty for a time that cannot be read. */
export function momentInWords(time: string | number): string {
  const ms = typeof time === 'number' ? time : Date.parse(time);
  return Number.isNaN(ms) ? '' : `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** "eu-west-1, Europe (Ireland)" */
export function regionInWords(region: string): string {
  const name = regionName(region);
  return name === undefined ? region : `${region}, ${name}`;
}

/** "2026-11-20 09:30:00 +01:00": by the clock of the machine where the server runs. */
export function localInWords(ms: number): string {
  const offset = -new Date(ms).getTimezoneOffset();
  const wall = new Date(ms + offset * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  return `${wall} ${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
