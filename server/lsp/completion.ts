import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver';
import type { ASTNode, PropertyASTNode } from 'vscode-json-languageservice';
import type { Path } from '../core/spec/edit';
import type { Range } from '../core/check';
import { lspRange, type OpenSpec } from './documents';
import { jsonService } from './json';
import { liveValuesAt, type LiveParts, type LiveValue } from './live-values';

/** What may stand here: keys and values by the schema, and before them the values that only the account knows. */
export async function completionsAt(
  open: OpenSpec,
  position: Position,
  parts: LiveParts,
): Promise<CompletionList | null> {
  const tree = open.json();
  if (tree === undefined) return null;
  const bySchema = await jsonService.doComplete(open.document, position, tree);
  const offset = open.document.offsetAt(position);
  const place = valuePlaceAt(tree.getNodeFromOffset(offset, true), offset, open.spec.text);
  const live = place === undefined ? [] : liveValuesAt(place.path, open, parts);
  const items = live.map((value, index) => completionItem(value, index, open, place?.replaced));
  return { isIncomplete: bySchema?.isIncomplete ?? false, items: [...items, ...(bySchema?.items ?? [])] };
}

interface ValuePlace {
  path: Path;
  /** What a chosen value takes the place of. */
  replaced: Range;
}

/** The value that is being written at an offset; undefined where a key is, or nothing can stand. */
function valuePlaceAt(node: ASTNode | undefined, offset: number, text: string): ValuePlace | undefined {
  if (node === undefined) return undefined;
  const word = { start: offset - (/[\w."-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0), end: offset };
  if (node.type === 'property') {
    return lacksValueAt(node, offset, text) ? { path: pathOf(node), replaced: word } : undefined;
  }
  if (node.type === 'array') {
    if (offset <= node.offset || text[offset - 1] === ']') return undefined;
    const index = node.items.filter((item) => item.offset + item.length <= offset).length;
    return { path: [...pathOf(node), index], replaced: word };
  }
  if (node.type === 'object' || isKey(node)) return undefined;
  return { path: pathOf(node), replaced: { start: node.offset, end: node.offset + node.length } };
}

/** Also where the key of the next line was taken for the value that is not there yet. */
function lacksValueAt({ colonOffset, valueNode }: PropertyASTNode, offset: number, text: string): boolean {
  if (colonOffset === undefined || colonOffset < 0 || offset <= colonOffset) return false;
  return valueNode === undefined || text.slice(offset, valueNode.offset).includes('\n');
}

function isKey(node: ASTNode): boolean {
  return node.parent?.type === 'property' && node.parent.keyNode === node;
}

function pathOf(node: ASTNode): Path {
  const { parent } = node;
  const own = node.type === 'property' ? [node.keyNode.value] : [];
  if (parent === undefined) return own;
  if (parent.type === 'array') return [...pathOf(parent), parent.items.indexOf(node), ...own];
  return [...pathOf(parent), ...own];
}

function completionItem(
  { label, value, detail }: LiveValue,
  index: number,
  { document, spec }: OpenSpec,
  replaced: Range = { start: 0, end: 0 },
): CompletionItem {
  const newText = `${JSON.stringify(value, null, 2)}${separatorAfter(spec.text, replaced.end)}`;
  return {
    label,
    kind: CompletionItemKind.Value,
    // As text, not as a snippet: what comes from an account may hold "$" and braces.
    insertTextFormat: InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: lspRange(document, replaced), newText },
    filterText: typeof value === 'string' ? `"${value} ${label}"` : label,
    // Before the schema's, and in the order given.
    sortText: `!${String(index).padStart(5, '0')}`,
    ...(detail === undefined ? {} : { detail }),
  };
}

function separatorAfter(text: string, offset: number): string {
  return /^\s*["{[\w-]/.test(text.slice(offset)) ? ',' : '';
}
