import type { ASTNode, PropertyASTNode } from 'vscode-json-languageservice';
import type { Range } from '../core/check';
import type { Path } from '../core/spec/path';

/** A value that is being written. */
export interface ValuePlace {
  path: Path;
  /** What a chosen value takes the place of. */
  replaced: Range;
}

/** The value that is being written at an offset; undefined where a key is, or nothing can stand. */
export function valuePlaceAt(
  node: ASTNode | undefined,
  offset: number,
  text: string,
): ValuePlace | undefined {
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
  return { path: pathOf(node), replaced: { start: node.offset, end: endOfValue(node, offset, text) } };
}

/** Of a string without its closing quote the parser takes all that follows on the line; the user meant what stands at the cursor. */
export function endOfValue(node: ASTNode, offset: number, text: string): number {
  const end = node.offset + node.length;
  if (node.type !== 'string' || isClosed(text.slice(node.offset, end))) return end;
  return Math.min(end, offset + (/^[\w.:/-]*/.exec(text.slice(offset, end))?.[0].length ?? 0));
}

function isClosed(written: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/s.test(written);
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
