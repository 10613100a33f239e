import type { Node } from './node';
import { readTree } from './read';
import type { Remembering } from './remember';
import { maxDepth, type Fault, type FaultAt } from './tokens';

/** Where a restore reads from. */
export type Source =
  | { kind: 'backup'; backupArn: string }
  | {
      kind: 'point-in-time';
      tableName?: string;
      tableArn?: string;
      /** As written: ISO 8601 with offset. Absent with UseLatestRestorableTime. */
      restoreDateTime?: string;
    };

/** Why a text, or a part of it, could not be read as JSON. Offsets are in UTF-16 units, inside the text. */
export interface SyntaxProblem {
  code: 'syntax' | 'too-deep' | 'too-large';
  message: string;
  offset: number;
  length: number;
}

/** A parsed `.ddbbackup.json`. Every text gives one: what could not be read is in `syntax`. */
export interface Spec extends Remembering {
  text: string;
  /** Undefined for an empty, too deep or too large text. After syntax errors: what could still be made out. */
  root: Node | undefined;
  syntax: SyntaxProblem[];
}

const maxUnits = 1024 * 1024;

/** Read a spec: JSON with comments and trailing commas. Total: any text, any depth, any size gives a Spec. */
export function parseSpec(text: string): Spec {
  if (text.length > maxUnits) {
    const message =
      'This file is larger than 1 MiB and is not read. A restore needs a few kilobytes: is it the right file?';
    return unread(text, { code: 'too-large', message, ...inside(text, 0, 1) });
  }
  const { root, faults, tooDeepAt } = readTree(text);
  if (tooDeepAt !== undefined) {
    const message = `Objects and lists are nested deeper than ${maxDepth} here; the file is not read any further.`;
    return unread(text, { code: 'too-deep', message, ...inside(text, tooDeepAt, tooDeepAt + 1) });
  }
  const syntax = firstOfLines(text, faults).map(({ fault, offset, end }): SyntaxProblem => {
    const message = !root && fault === 'value' ? nothingYet : messageOf(fault, text.slice(offset, end));
    return { code: 'syntax', message, ...inside(text, offset, end) };
  });
  return { text, root, syntax, memory: new Map() };
}

/** What is broken further on in a line mostly comes of what is broken before: a key half typed, a text in single quotes. */
function firstOfLines(text: string, faults: readonly FaultAt[]): FaultAt[] {
  return faults.filter(
    ({ offset }, at) => at === 0 || /[\n\r]/.test(text.slice(faults[at - 1]?.offset, offset)),
  );
}

function messageOf(fault: Fault, written: string): string {
  const meant = fault === 'symbol' ? otherLanguages.get(written) : undefined;
  return meant === undefined ? messages[fault] : `JSON writes this as ${meant}.`;
}

/** Words of Python. */
const otherLanguages: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
]);

function unread(text: string, why: SyntaxProblem): Spec {
  return { text, root: undefined, syntax: [why], memory: new Map() };
}

const nothingYet = 'A spec begins with { and names a source and a target.';

const messages: Readonly<Record<Fault, string>> = {
  symbol: 'This is no JSON value. Texts and keys are written in double quotes.',
  number: 'This number is not complete.',
  key: 'A key in double quotes is expected here.',
  value: 'A value is expected here.',
  colon: 'A colon is expected here, between the key and its value.',
  comma: 'A comma is expected before this.',
  brace: 'A closing brace } is missing.',
  bracket: 'A closing bracket ] is missing.',
  behind: 'Nothing may follow the end of the spec.',
  comment: 'This comment has no end.',
  text: 'This text has no closing double quote.',
  unicode: 'After \\u four hexadecimal digits are expected.',
  escape: 'There is no such escape sequence in JSON.',
  control: 'Control characters must be escaped in a text.',
};

/** Half-open range of UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/** The nearest range inside the text that cuts no surrogate pair and no CRLF in two. */
export function wholeRange(text: string, start: number, end: number): Range {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  return { start: cutsInTwo(text, from) ? from - 1 : from, end: cutsInTwo(text, to) ? to + 1 : to };
}

function inside(text: string, offset: number, until: number): { offset: number; length: number } {
  const { start, end } = wholeRange(text, offset, until);
  return { offset: start, length: end - start };
}

function cutsInTwo(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const pair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return pair || (before === 0x0d && after === 0x0a);
}
