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
    ? jsonService.findDocumentSymbols2(open.document, tree, limit).map(named)
    : jsonService.findDocumentSymbols(open.document, tree, limit);
}

/** The keys by whose value an entry of a list is known. */
const NAMING: ReadonlySet<string> = new Set([
  'IndexName',
  'AttributeName',
  'RegionName',
  'Key',
  'AlarmName',
  'ScalableDimension',
  'StreamArn',
]);

/** An entry of a list has its number for a name, and says nothing more. */
function named(symbol: DocumentSymbol): DocumentSymbol {
  const children = symbol.children?.map(named) ?? [];
  const name = children.find((child) => NAMING.has(child.name))?.detail?.trim() ?? '';
  // An editor refuses a symbol without a name.
  return { ...symbol, ...(/^\d+$/.test(symbol.name) && name !== '' ? { name } : {}), children };
}

export function foldingRanges(open: OpenSpec, rangeLimit: number | undefined): FoldingRange[] {
  if (open.json() === undefined) return [];
  return jsonService.getFoldingRanges(open.document, rangeLimit === undefined ? {} : { rangeLimit });
}

export function selectionRanges(open: OpenSpec, positions: Position[]): SelectionRange[] {
  const tree = open.json();
  if (tree === undefined) return [];
  return jsonService
    .getSelectionRanges(open.document, positions, tree)
    .map((range, index) => nested(open, positions[index] ?? range.range.start, range));
}

/** In broken text the ranges of the JSON service may not hold one another, and VS Code then refuses the whole answer: such ones are left out. */
function nested({ document }: OpenSpec, position: Position, innermost: SelectionRange): SelectionRange {
  const at = document.positionAt(document.offsetAt(position));
  const cursor: Range = { start: at, end: at };
  const outwards: Range[] = [];
  for (let next: SelectionRange | undefined = innermost; next !== undefined; next = next.parent) {
    if (holds(document, next.range, outwards.at(-1) ?? cursor)) outwards.push(next.range);
  }
  const [outermost = cursor, ...inwards] = outwards.toReversed();
  return inwards.reduce<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
}

function holds(document: OpenSpec['document'], outer: Range, inner: Range): boolean {
  return (
    document.offsetAt(outer.start) <= document.offsetAt(inner.start) &&
    document.offsetAt(inner.end) <= document.offsetAt(outer.end)
  );
}

/**
 * No edit while the syntax is broken: there the formatter throws, or gives another text each time. And none where it would indent by more
 * than 200 blanks: it holds no more of them in store, and its edits then have no text. A part is laid out as it would be in the whole: asked for
 * a part alone, the formatter takes the inside of a comment at which it begins for keys and values.
 */
export function format(open: OpenSpec, range: Range | undefined, options: FormattingOptions): TextEdit[] {
  if (open.spec.syntax.length > 0 || open.json() === undefined) return [];
  const insertFinalNewline = options.insertFinalNewline === true || /[\n\r]$/.test(open.spec.text);
  const edits = jsonService.format(open.document, undefined, { ...options, insertFinalNewline });
  if (!edits.every(({ newText }) => typeof newText === 'string')) return [];
  return range === undefined ? edits : edits.filter((edit) => touches(open.document, edit.range, range));
}

function touches(document: OpenSpec['document'], one: Range, other: Range): boolean {
  return (
    document.offsetAt(one.start) <= document.offsetAt(other.end) &&
    document.offsetAt(other.start) <= document.offsetAt(one.end)
  );
}
