/** Longer texts say no more; AWS allows names of 255 characters. */
const LONGEST = 300;

/** Control, bidirectional and zero-width characters and variation selectors: they can make a text look like another one. */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these are the characters looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]|\u{e0001}|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu;

/** A text that came from AWS, as it may be shown: hidden characters are spelled out, and it is cut at 300 characters. */
export function shown(text: string): string {
  const characters = Array.from(text);
  const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
  return cut.replaceAll(HIDDEN, (hidden) => `\\u{${hidden.codePointAt(0)?.toString(16).toUpperCase()}}`);
}

/** For places where VS Code turns `[text](address)` into a link or `$(name)` into an icon: messages, quick picks, the status bar. */
export function unlinked(text: string): string {
  return text.replaceAll('](', '] (').replaceAll('$(', '$ (');
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** Bytes in the unit that reads best, in steps of 1024 as the DynamoDB console shows them: "1.2 MB". */
export function size(bytes: number): string {
  const power = Math.min(Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1)) / 10)), UNITS.length - 1);
  const amount = bytes / 1024 ** power;
  return `${power > 0 && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[power]}`;
}

const SPANS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** How far a moment lies from now: "3 days ago", "in 2 hours", "just now". @param iso ISO 8601. @param nowMs milliseconds since 1970. */
export function fromNow(iso: string, nowMs: number): string {
  const differenceMs = Date.parse(iso) - nowMs;
  if (Number.isNaN(differenceMs)) return shown(iso);
  const span = SPANS.find(([, lengthMs]) => Math.abs(differenceMs) >= lengthMs);
  return span === undefined ? 'just now' : RELATIVE.format(Math.trunc(differenceMs / span[1]), span[0]);
}

const SHORT_SPANS: readonly (readonly [string, number])[] = [
  ['y', 365 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
];

/** A length of time in the greatest unit that fits, for a narrow row: "35 d", "2 h", "0 min". @param lengthMs milliseconds. */
export function span(lengthMs: number): string {
  const [unit, unitMs] = SHORT_SPANS.find(([, ms]) => lengthMs >= ms) ?? ['min', 60_000];
  return `${Math.max(0, Math.trunc(lengthMs / unitMs))} ${unit}`;
}

/** How old, for a narrow row: "35 d", "just now". @param iso ISO 8601. @param nowMs milliseconds since 1970. */
export function age(iso: string, nowMs: number): string {
  const ageMs = nowMs - Date.parse(iso);
  if (Number.isNaN(ageMs)) return shown(iso);
  return ageMs < 60_000 ? 'just now' : span(ageMs);
}

/** The moment in UTC, to the second: "2026-11-20 14:03:22 UTC". What cannot be read is shown as it came. */
export function moment(iso: string): string {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? shown(iso) : `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
