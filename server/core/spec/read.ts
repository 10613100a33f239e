import type { ListNode, Node, ObjectNode, Property } from './node';
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  digit,
  endOfText,
  openBrace,
  openBracket,
  quote,
} from './tokens';
import { Tokens, word, type Fault, type FaultAt } from './tokens';

export interface Reading {
  /** What could be made out; undefined where a text has no value at all. */
  root: Node | undefined;
  /** In the order of the text, at most a hundred. */
  faults: readonly FaultAt[];
  /** Where brackets are nested too deeply. Nothing behind is read, so that `root` is worth nothing. */
  tooDeepAt: number | undefined;
}

/**
 * Read JSON with comments and trailing commas in one pass. Total: of a broken or unfinished text it keeps what can be made out. What is
 * missing or too much is reported; reading goes on at the next comma or closing bracket.
 */
export function readTree(source: string): Reading {
  const tokens = new Tokens(source, source.charCodeAt(0) === byteOrderMark ? 1 : 0);
  tokens.next();
  const root = readValue({ tokens, values: [], properties: [] });
  if (!root) tokens.report('value');
  else if (tokens.kind !== endOfText) tokens.report('behind');
  return { root, faults: tokens.faults, tooDeepAt: tokens.tooDeepAt };
}

const byteOrderMark = 0xfeff;

interface Reader {
  readonly tokens: Tokens;
  /**
   * The children read so far of all lists, and of all objects, that are open. Each takes its own off the end when it is closed: as a list
   * of just their number, where one that grew by itself would be half empty.
   */
  readonly values: Node[];
  readonly properties: Property[];
}

/** The value at the current token, which ends up behind it; undefined, and nothing is passed, where no value begins. */
function readValue(reader: Reader): Node | undefined {
  switch (reader.tokens.kind) {
    case openBrace:
      return readObject(reader);
    case openBracket:
      return readList(reader);
    case quote:
    case digit:
    case word:
      return readScalar(reader.tokens);
    default:
      return undefined;
  }
}

function readScalar(tokens: Tokens): Node {
  const { kind, offset, end, value } = tokens;
  const type = kind === quote ? 'string' : kind === digit ? 'number' : value === null ? 'null' : 'boolean';
  tokens.next();
  return { type, offset, end, value, children: undefined };
}

function readObject(reader: Reader): ObjectNode {
  const { tokens, properties } = reader;
  const { offset } = tokens;
  const first = properties.length;
  tokens.next();
  for (let isFirst = true; !ends(tokens, closeBrace); isFirst = false) {
    if (!passComma(tokens, isFirst, closeBrace)) break;
    const property = readProperty(reader);
    if (property) properties.push(property);
  }
  const { end } = tokens;
  if (tokens.kind === closeBrace) tokens.next();
  else tokens.report('brace');
  return { type: 'object', offset, end, value: undefined, children: properties.splice(first) };
}

function readList(reader: Reader): ListNode {
  const { tokens, values } = reader;
  const { offset } = tokens;
  const first = values.length;
  tokens.next();
  for (let isFirst = true; !ends(tokens, closeBracket); isFirst = false) {
    if (!passComma(tokens, isFirst, closeBracket)) break;
    const value = readValue(reader);
    if (value) values.push(value);
    else leave(tokens, 'value', closeBracket);
  }
  const { end } = tokens;
  if (tokens.kind === closeBracket) tokens.next();
  else tokens.report('bracket');
  return { type: 'array', offset, end, value: undefined, children: values.splice(first) };
}

/** The property at the current token; undefined where no key begins. */
function readProperty(reader: Reader): Property | undefined {
  const { tokens } = reader;
  if (tokens.kind !== quote) {
    leave(tokens, 'key', closeBrace);
    tokens.report('value');
    return undefined;
  }
  const { offset, end: keyEnd } = tokens;
  const key = String(tokens.value);
  tokens.next();
  const fault = passColon(tokens) ? 'value' : 'colon';
  const value = fault === 'value' ? readValue(reader) : undefined;
  if (value) return { key, offset, keyEnd, value, end: value.end };
  leave(tokens, fault, closeBrace);
  return { key, offset, keyEnd, value, end: ends(tokens, closeBrace) ? tokens.end : tokens.offset };
}

function ends(tokens: Tokens, closer: number): boolean {
  return tokens.kind === closer || tokens.kind === endOfText;
}

function passColon(tokens: Tokens): boolean {
  const isThere = tokens.kind === colon;
  if (isThere) tokens.next();
  return isThere;
}

/** Pass the comma before a child; false when it was a trailing one. */
function passComma(tokens: Tokens, isFirst: boolean, closer: number): boolean {
  if (tokens.kind === comma) {
    if (isFirst) tokens.report('value');
    tokens.next();
    return tokens.kind !== closer;
  }
  if (!isFirst) tokens.report('comma');
  return true;
}

/** Report a fault and go on to the next comma or to the end of the object or list. */
function leave(tokens: Tokens, fault: Fault, closer: number): void {
  tokens.report(fault);
  while (tokens.kind !== comma && !ends(tokens, closer)) tokens.next();
}
