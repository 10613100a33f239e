/** How a text is laid out round a place, so that what is written there looks like its neighbours. */
export interface Layout {
  /** White space at the beginning of the line. */
  indent: string;
  /** One step of indentation. */
  unit: string;
  eol: '\n' | '\r\n';
}

const lineWidth = 100;

export function layoutAt(text: string, offset: number): Layout {
  const unit = /^([ \t]+)["{[]/m.exec(text)?.[1] ?? '  ';
  return {
    indent: /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '',
    unit: unit.startsWith('\t') ? '\t' : unit,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Offset of the beginning of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

export function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

/** JSON on one line where it fits, else one child a line. */
export function printValue(value: unknown, layout: Layout): string {
  const line = onOneLine(value);
  if (typeof value !== 'object' || value === null) return line;
  if (layout.indent.length + line.length <= lineWidth) return line;
  const inner = { ...layout, indent: layout.indent + layout.unit };
  const children = Array.isArray(value)
    ? value.map((entry) => printValue(entry, inner))
    : Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${printValue(entry, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = children.map((child) => inner.indent + child).join(`,${layout.eol}`);
  return `${open}${layout.eol}${lines}${layout.eol}${layout.indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${onOneLine(entry)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
