/** What can be wrong with a text that is to be JSON with comments. */
export type Fault =
  | 'symbol'
  | 'number'
  | 'text'
  | 'escape'
  | 'unicode'
  | 'control'
  | 'comment'
  | 'key'
  | 'value'
  | 'colon'
  | 'comma'
  | 'brace'
  | 'bracket'
  | 'behind';

export interface FaultAt {
  fault: Fault;
  offset: number;
  end: number;
}

// The kind of a token is a character with which such tokens begin.
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const colon = 0x3a;
export const comma = 0x2c;
export const quote = 0x22;
export const digit = 0x30;
/** `true`, `false` or `null`. */
export const word = 0x74;
export const endOfText = -1;

const backslash = 0x5c;
const slash = 0x2f;
const minus = 0x2d;
const dot = 0x2e;

/** Deeper nesting ends the text, so that what reads the tokens may be recursive. */
export const maxDepth = 100;
/** A text broken in more places than this is no spec any more. */
const maxFaults = 100;

/**
 * The tokens of a text, one after the other: `next` moves on, and the members tell of the token it came to. Blanks and comments are no
 * tokens; whatever else is none is reported and passed over.
 */
export class Tokens {
  kind = endOfText;
  offset = 0;
  end: number;
  /** Of a text, a number or a word. */
  value: string | number | boolean | null = null;
  readonly faults: FaultAt[] = [];
  /** The bracket with which the nesting became too deep. The text ends there. */
  tooDeepAt: number | undefined;
  private lastFault: Fault | undefined;
  /** The brackets that would close what is open. A closing bracket that does not match closes nothing. */
  private readonly closers: number[] = [];

  constructor(
    private readonly source: string,
    start: number,
  ) {
    this.end = start;
  }

  next(): void {
    const { source } = this;
    let at = this.end;
    while (at < source.length) {
      const unit = source.charCodeAt(at);
      if (isBlank(unit)) at++;
      else if (unit === quote) return this.readText(at);
      else if (unit === comma || unit === colon) return this.found(unit, at, at + 1);
      else if (unit === openBrace) return this.open(unit, closeBrace, at);
      else if (unit === openBracket) return this.open(unit, closeBracket, at);
      else if (unit === closeBrace || unit === closeBracket) return this.close(unit, at);
      else if (unit === slash) at = this.afterComment(at);
      else if (isDigit(unit)) return this.readNumber(at, at);
      else if (unit === minus && isDigit(source.charCodeAt(at + 1))) return this.readNumber(at, at + 1);
      else if (this.readWord(at)) return;
      else at = this.end;
    }
    this.found(endOfText, source.length, source.length);
  }

  /** Report a fault of the current token. */
  report(fault: Fault): void {
    // What is no symbol was passed over; that it is missing as a key or a value would be said of one fault twice.
    const isEcho = this.lastFault === 'symbol' && (fault === 'key' || fault === 'value');
    this.lastFault = fault;
    if (!isEcho && this.faults.length < maxFaults)
      this.faults.push({ fault, offset: this.offset, end: this.end });
  }

  private found(kind: number, offset: number, end: number): void {
    this.kind = kind;
    this.offset = offset;
    this.end = end;
  }

  private open(bracket: number, closer: number, at: number): void {
    if (this.closers.push(closer) <= maxDepth) return this.found(bracket, at, at + 1);
    this.tooDeepAt = at;
    this.found(endOfText, this.source.length, this.source.length);
  }

  private close(bracket: number, at: number): void {
    if (this.closers.at(-1) === bracket) this.closers.pop();
    this.found(bracket, at, at + 1);
  }

  private readText(start: number): void {
    const { source } = this;
    for (let at = start + 1; at < source.length; at++) {
      const unit = source.charCodeAt(at);
      if (unit === quote) {
        this.value = source.slice(start + 1, at);
        return this.found(quote, start, at + 1);
      }
      if (unit === backslash || unit < 0x20) break;
    }
    this.readUnusualText(start);
  }

  /** A text with escape sequences or faults. It ends with its line at the latest. */
  private readUnusualText(start: number): void {
    const { source } = this;
    let fault: Fault | undefined;
    let value = '';
    let at = start + 1;
    for (;;) {
      const plain = matchAt(/[^"\\\n\r]*/y, source, at);
      if (hasControl(plain)) fault = 'control';
      value += plain;
      at += plain.length;
      if (source.charCodeAt(at) !== backslash || at + 1 === source.length) break;
      if (source.charAt(at + 1) === 'u') {
        const digits = matchAt(/[0-9a-fA-F]{0,4}/y, source, at + 2);
        if (digits.length === 4) value += String.fromCharCode(parseInt(digits, 16));
        else fault = 'unicode';
        at += 2 + digits.length;
      } else {
        const meant = escapes.get(source.charAt(at + 1));
        if (meant === undefined) fault = 'escape';
        value += meant ?? '';
        at += 2;
      }
    }
    const isClosed = source.charCodeAt(at) === quote;
    if (!isClosed) fault = 'text';
    // The only other end is a backslash that ends the file: it belongs to the text.
    if (isClosed || source.charCodeAt(at) === backslash) at++;
    this.value = value;
    this.found(quote, start, at);
    if (fault) this.report(fault);
  }

  private readNumber(start: number, firstDigit: number): void {
    const { source } = this;
    let at = source.charCodeAt(firstDigit) === digit ? firstDigit + 1 : afterDigits(source, firstDigit);
    let isWhole = true;
    let end = at;
    if (source.charCodeAt(at) === dot) {
      end = at = afterDigits(source, at + 1);
      isWhole = isDigit(source.charCodeAt(at - 1));
    }
    if (isWhole && isExponent(source.charCodeAt(at))) {
      const next = source.charCodeAt(at + 1);
      const first = next === minus || next === 0x2b ? at + 2 : at + 1;
      at = afterDigits(source, first);
      isWhole = at > first;
      if (isWhole) end = at;
    }
    this.value = Number(source.slice(start, end));
    this.found(digit, start, at);
    if (!isWhole) this.report('number');
  }

  /** Is there a word here? Everything else up to the next mark or blank is reported. */
  private readWord(start: number): boolean {
    const { source } = this;
    let at = start + 1;
    // A minus without a number stands alone.
    if (source.charCodeAt(start) !== minus) while (at < source.length && !isMark(source.charCodeAt(at))) at++;
    const value = words.get(source.slice(start, at));
    this.found(word, start, at);
    if (value === undefined) this.report('symbol');
    else this.value = value;
    return value !== undefined;
  }

  /** The offset behind the comment that begins at a slash. */
  private afterComment(start: number): number {
    const { source } = this;
    const second = source.charCodeAt(start + 1);
    if (second === slash) {
      let at = start + 2;
      while (at < source.length && !isLineBreak(source.charCodeAt(at))) at++;
      return at;
    }
    if (second === 0x2a) {
      const close = source.indexOf('*/', start + 2);
      if (close >= 0) return close + 2;
      this.found(endOfText, start, source.length);
      this.report('comment');
    } else {
      this.found(endOfText, start, start + 1);
      this.report('symbol');
    }
    return this.end;
  }
}

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isExponent(unit: number): boolean {
  return unit === 0x65 || unit === 0x45;
}

/** Does a word end here? */
function isMark(unit: number): boolean {
  return isBlank(unit) || marks.has(unit);
}

const marks: ReadonlySet<number> = new Set([
  openBrace,
  closeBrace,
  openBracket,
  closeBracket,
  colon,
  comma,
  quote,
  slash,
]);

function afterDigits(source: string, from: number): number {
  let at = from;
  while (at < source.length && isDigit(source.charCodeAt(at))) at++;
  return at;
}

function hasControl(value: string): boolean {
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) < 0x20) return true;
  return false;
}

function matchAt(sticky: RegExp, source: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(source)?.[0] ?? '';
}
