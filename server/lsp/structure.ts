import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver';
import type { FormattingOptions, Position, Range } from 'vscode-languageserver';
import type { OpenSpec } from './documents';
import { jsonService } from './json';

const ENOUGH_SYMBOLS = 5_000;

export function symbols(open: OpenSpec, hierarchical: boolean): DocumentSymbol[] | SymbolInformation[] {
  const tree = open.json();
  if (tree === undefined) return [];
  const limit = { resultLimit: ENOUGH_SYMBOLS };
  return hierarchical
    ? jsonService.findDocumentSymbols2(open.document, tree, limit)
    : jsonService.findDocumentSymbols(open.document, tree, limit);
}

export function foldingRanges(open: OpenSpec, rangeLimit: number | undefined): FoldingRange[] {
  if (open.json() === undefined) return [];
  return jsonService.getFoldingRanges(open.document, rangeLimit === undefined ? {} : { rangeLimit });
}

export function selectionRanges(open: OpenSpec, positions: Position[]): SelectionRange[] {
  const tree = open.json();
  return tree === undefined ? [] : jsonService.getSelectionRanges(open.document, positions, tree);
}

/** No edit while the syntax is broken: there the formatter throws, or gives another text each time. */
export function format(open: OpenSpec, range: Range | undefined, options: FormattingOptions): TextEdit[] {
  if (open.spec.syntax.length > 0 || open.json() === undefined) return [];
  const insertFinalNewline = options.insertFinalNewline === true || open.spec.text.endsWith('\n');
  return jsonService.format(open.document, range, { ...options, insertFinalNewline });
}
