/** A place in a text as editors count: zero-based line and UTF-16 unit in the line. Lines end with LF, CRLF or CR. */
export interface Position {
  line: number;
  character: number;
}

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The position of an offset; an offset outside the text is moved into it. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (starts[low] ?? 0)) };
}

/** The offset of a position; a position outside the text is moved to the end of its line, or of the text. */
export function offsetAt(text: string, starts: readonly number[], position: Position): number {
  const start = starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : text.length;
  const next = starts[position.line + 1] ?? text.length;
  const line = text.slice(start, next).replace(/[\r\n]+$/, '');
  return start + Math.min(Math.max(0, position.character), line.length);
}
