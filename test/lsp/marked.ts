import type { Position, Range } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Text with marks: « and » stand round a range, ‸ stands for the cursor. */
export interface Marked {
  text: string;
  ranges: Range[];
  cursors: Position[];
}

export function marked(source: string): Marked {
  const starts: number[] = [];
  const offsets: { start: number; end: number }[] = [];
  const cursors: number[] = [];
  let text = '';
  for (const part of source.split(/([«»‸])/)) {
    if (part === '«') starts.push(text.length);
    else if (part === '»') offsets.push({ start: starts.pop() ?? 0, end: text.length });
    else if (part === '‸') cursors.push(text.length);
    else text += part;
  }
  const document = TextDocument.create('', '', 0, text);
  return {
    text,
    ranges: offsets.map(({ start, end }) => ({
      start: document.positionAt(start),
      end: document.positionAt(end),
    })),
    cursors: cursors.map((offset) => document.positionAt(offset)),
  };
}

/** The text after edits by LSP ranges. */
export function edited(text: string, edits: { range: Range; newText: string }[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}
