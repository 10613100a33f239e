const ago = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const SPANS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** "3 days ago"; empty for a time that cannot be read. */
export function agoInWords(time: string | number, nowMs: number): string {
  const ms = typeof time === 'number' ? time : Date.parse(time);
  if (Number.isNaN(ms)) return '';
  const span = ms - nowMs;
  const [unit, unitMs] = SPANS.find(([, length]) => Math.abs(span) >= length) ?? ['second', 1_000];
  return ago.format(Math.trunc(span / unitMs), unit);
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** "1.5 GiB" */
export function sizeInWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return `${oneDecimal.format(bytes / 1024 ** power)} ${UNITS[power]}`;
}
