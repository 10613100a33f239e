import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

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
export interface Spec {
  text: string;
  /** Undefined for an empty, too deep or too large text. After syntax errors: what could still be made out. */
  root: Node | undefined;
  syntax: SyntaxProblem[];
}

/** Deeper nesting is refused before it reaches the recursive parser, which overflows the stack at about 10,000. */
const maxDepth = 100;
const maxUnits = 1024 * 1024;
/** A text broken in more places than this is no spec any more. */
const maxSyntaxProblems = 100;

/** Read a spec: JSON with comments and trailing commas. Total: any text, any depth, any size gives a Spec. */
export function parseSpec(text: string): Spec {
  if (text.length > maxUnits) {
    const message =
      'This file is larger than 1 MiB and is not read. A restore needs a few kilobytes: is it the right file?';
    return { text, root: undefined, syntax: [{ code: 'too-large', message, ...inside(text, 0, 1) }] };
  }
  const readable = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const deep = offsetOfTooDeep(readable);
  if (deep !== undefined) {
    const message = `Objects and lists are nested deeper than ${maxDepth} here; the file is not read any further.`;
    return { text, root: undefined, syntax: [{ code: 'too-deep', message, ...inside(text, deep, 1) }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(readable, errors, { allowTrailingComma: true });
  const codes = errors.map(({ error }) => printParseErrorCode(error));
  const syntax = errors.flatMap(({ offset, length }, index): SyntaxProblem[] => {
    const code = codes[index] ?? '';
    if (codes[index - 1] === 'InvalidSymbol' && echoes.has(code)) return [];
    return [
      { code: 'syntax', message: syntaxMessage(code, root === undefined), ...inside(text, offset, length) },
    ];
  });
  return { text, root, syntax: syntax.slice(0, maxSyntaxProblems) };
}

/** Offset of the first bracket below the allowed depth. Mismatched closing brackets do not count, as the parser skips them. */
function offsetOfTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  const closers: string[] = [];
  // A bracket inside a text or a comment begins no token. The end is told by its offset: behind a comment without an end its length is 1.
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const first = text.charAt(scanner.getTokenOffset());
    if (first === '{' || first === '[') {
      closers.push(first === '{' ? '}' : ']');
      if (closers.length > maxDepth) return scanner.getTokenOffset();
    } else if (first === closers.at(-1)) {
      closers.pop();
    }
  }
  return undefined;
}

/** The parser says these once more of the place behind a symbol it could not read. */
const echoes = new Set(['ValueExpected', 'PropertyNameExpected']);

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON value. Texts are written in double quotes.',
  InvalidNumberFormat: 'This number is not complete.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here, between the key and its value.',
  CommaExpected: 'A comma is expected before this.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'Nothing may follow the end of the spec.',
  UnexpectedEndOfComment: 'This comment has no end.',
  UnexpectedEndOfString: 'This text has no closing double quote.',
  UnexpectedEndOfNumber: 'This number is not complete.',
  InvalidUnicode: 'After \\u four hexadecimal digits are expected.',
  InvalidEscapeCharacter: 'There is no such escape sequence in JSON.',
  InvalidCharacter: 'Control characters must be escaped in a text.',
};

function syntaxMessage(code: string, empty: boolean): string {
  if (empty && code === 'ValueExpected') return 'A spec begins with { and names a source and a target.';
  return messages[code] ?? 'This is not JSON.';
}

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

function inside(text: string, offset: number, length: number): { offset: number; length: number } {
  const { start, end } = wholeRange(text, offset, offset + length);
  return { offset: start, length: end - start };
}

function cutsInTwo(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const pair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return pair || (before === 0x0d && after === 0x0a);
}
