import type {
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { firstOf } from './texts';

// What the Language Server Protocol 3.17 asks of answers. An editor drops what breaks it, or fails itself.

/** Positions that a text does not have come back as others. */
export function placeFault(document: TextDocument, { start, end }: Range): string | undefined {
  const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
  const back = [document.positionAt(from), document.positionAt(to)];
  if (JSON.stringify(back) === JSON.stringify([start, end]) && from <= to) return undefined;
  return `${JSON.stringify({ start, end })} is no range of the text.`;
}

export function hoverFault(
  document: TextDocument,
  position: Position,
  hover: Hover | null,
): string | undefined {
  if (hover?.range === undefined) return undefined;
  return (
    placeFault(document, hover.range) ??
    (contains(document, hover.range, position) ? undefined : 'It hovers elsewhere.')
  );
}

/** "The edit must be a single line edit, and contain the position at which completion was requested." */
export function completionFault(
  document: TextDocument,
  position: Position,
  item: CompletionItem,
): string | undefined {
  const { textEdit, label } = item;
  if (textEdit === undefined || !('range' in textEdit)) return undefined;
  const { range } = textEdit;
  const place = placeFault(document, range);
  if (place !== undefined) return place;
  if (range.start.line !== range.end.line) return `"${label}" would replace several lines.`;
  return contains(document, range, position) ? undefined : `"${label}" would be put elsewhere.`;
}

/** Each range lies in the next; the first holds the position. */
export function selectionFault(
  document: TextDocument,
  position: Position,
  innermost: SelectionRange,
): string | undefined {
  let inner: Range = { start: position, end: position };
  for (let outer: SelectionRange | undefined = innermost; outer !== undefined; outer = outer.parent) {
    const place = placeFault(document, outer.range);
    if (place !== undefined) return place;
    if (!contains(document, outer.range, inner.start) || !contains(document, outer.range, inner.end))
      return 'A selection does not hold the one before.';
    inner = outer.range;
  }
  return undefined;
}

/** "The selection range must be contained in the range"; and VS Code refuses a symbol without a name. */
export function symbolFault(
  document: TextDocument,
  symbol: DocumentSymbol | SymbolInformation,
): string | undefined {
  if (symbol.name === '') return 'A symbol has no name.';
  if ('location' in symbol) return placeFault(document, symbol.location.range);
  const { range, selectionRange, children = [] } = symbol;
  const place = placeFault(document, range) ?? placeFault(document, selectionRange);
  if (place !== undefined) return place;
  if (!contains(document, range, selectionRange.start) || !contains(document, range, selectionRange.end))
    return `The name of ${symbol.name} lies outside of it.`;
  return firstOf(children, (child) => symbolFault(document, child));
}

export function foldingFault(
  document: TextDocument,
  { startLine, endLine }: FoldingRange,
): string | undefined {
  if (startLine >= 0 && startLine <= endLine && endLine < document.lineCount) return undefined;
  return `The lines ${startLine} to ${endLine} cannot be folded.`;
}

function contains(document: TextDocument, { start, end }: Range, position: Position): boolean {
  const offset = document.offsetAt(position);
  return document.offsetAt(start) <= offset && offset <= document.offsetAt(end);
}
