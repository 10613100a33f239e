import type { TextEdit } from './text-edit';
import { isLineBreak, layoutAt, lineStart, printValue } from './layout';
import type { ListNode, Node, ObjectNode, Property } from './node';
import type { Spec } from './spec';

/** A key with its value, or, with no key, a list entry. */
export interface NewChild {
  key: string | undefined;
  value: unknown;
}

/** A child of an object or list, with the comma behind it. */
interface Child {
  node: Node | Property;
  start: number;
  end: number;
  /** Offset of the comma, wherever comments have pushed it; undefined for a last child without one. */
  comma: number | undefined;
  removed: boolean;
}

/**
 * Remove children of an object or list and add others behind the last one that stays. Commas end up between children only, and behind the
 * last one exactly if one was there before. Comments outside the removed values stay.
 */
export function childEdits(
  spec: Spec,
  container: ObjectNode | ListNode,
  removed: ReadonlySet<Node | Property>,
  added: readonly NewChild[],
): TextEdit[] {
  const children = childrenOf(spec.text, container, removed);
  const last = children.findLast((child) => !child.removed);
  const trailingComma = children.at(-1)?.comma !== undefined;
  const edits = removals(spec.text, children, last);
  if (added.length > 0) edits.push(...additions(spec, container, last, added, trailingComma));
  else if (last?.comma !== undefined && !trailingComma && last !== children.at(-1)) {
    edits.push({ offset: last.comma, length: 1, text: '' });
  }
  return edits;
}

function childrenOf(
  text: string,
  container: ObjectNode | ListNode,
  removed: ReadonlySet<Node | Property>,
): Child[] {
  const nodes: readonly (Node | Property)[] = container.children;
  return nodes.map((node, index) => {
    const { offset: start, end } = node;
    const limit = nodes[index + 1]?.offset ?? container.end - 1;
    return { node, start, end, comma: commaIn(text, end, limit), removed: removed.has(node) };
  });
}

/** The comma between two offsets that hold nothing but white space, comments and perhaps that comma. */
function commaIn(text: string, from: number, to: number): number | undefined {
  for (let offset = from; offset < to; offset = afterTrivia(text, offset)) {
    if (text[offset] === ',') return offset;
  }
  return undefined;
}

/** The offset behind one comment, or behind one unit of anything else. */
function afterTrivia(text: string, offset: number): number {
  if (text.startsWith('/*', offset)) return text.indexOf('*/', offset + 2) + 2;
  if (!text.startsWith('//', offset)) return offset + 1;
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

function removals(text: string, children: readonly Child[], last: Child | undefined): TextEdit[] {
  const edits: TextEdit[] = [];
  let done = 0;
  for (const child of children) {
    if (!child.removed) continue;
    const commaTouches = child.comma !== undefined && /^[ \t]*$/.test(text.slice(child.end, child.comma));
    const end = commaTouches ? (child.comma ?? 0) + 1 : child.end;
    const range = withBlanks(text, child.start, end, last === undefined || last.start < child.start);
    // The blanks between two neighbours may have gone with the first of them.
    const start = Math.max(done, range.start);
    edits.push({ offset: start, length: range.end - start, text: '' });
    if (child.comma !== undefined && !commaTouches) edits.push({ offset: child.comma, length: 1, text: '' });
    done = range.end;
  }
  return edits;
}

/** Widen a range to the whole lines it stands alone on; else by the blanks on the side where no neighbour needs them. */
function withBlanks(
  text: string,
  start: number,
  end: number,
  isTail: boolean,
): { start: number; end: number } {
  const from = lineStart(text, start);
  const alone = /^[ \t]*$/.test(text.slice(from, start));
  let behind = end;
  while (isBlank(text.charCodeAt(behind))) behind++;
  if (alone && isLineBreak(text.charCodeAt(behind))) {
    return { start: from, end: behind + (text.startsWith('\r\n', behind) ? 2 : 1) };
  }
  if (alone || !isTail) return { start, end: behind };
  let before = start;
  while (isBlank(text.charCodeAt(before - 1))) before--;
  return { start: before, end };
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

function additions(
  spec: Spec,
  container: ObjectNode | ListNode,
  last: Child | undefined,
  added: readonly NewChild[],
  trailingComma: boolean,
): TextEdit[] {
  if (!last) return [intoEmpty(spec, container, added, trailingComma)];
  const { text } = spec;
  const layout = layoutAt(text, last.start);
  const ownLine = text.slice(lineStart(text, last.start), last.start).trim() === '';
  const separator = ownLine ? layout.eol + layout.indent : ' ';
  const printed =
    added.map((child) => separator + printChild(child, layout)).join(',') + (trailingComma ? ',' : '');
  const anchor = last.comma === undefined ? last.end : last.comma + 1;
  const offset = ownLine ? afterCommentsOnLine(text, anchor) : anchor;
  if (last.comma !== undefined) return [{ offset, length: 0, text: printed }];
  if (offset === last.end) return [{ offset, length: 0, text: `,${printed}` }];
  return [
    { offset: last.end, length: 0, text: ',' },
    { offset, length: 0, text: printed },
  ];
}

/** The first children of an object or list: on lines of their own at the top of a file and where there is a line break already. */
function intoEmpty(
  { text, root }: Spec,
  container: ObjectNode | ListNode,
  added: readonly NewChild[],
  trailingComma: boolean,
): TextEdit {
  const layout = layoutAt(text, container.offset);
  const inside = text.slice(container.offset + 1, container.end - 1);
  const lines = container === root || /[\r\n]/.test(inside);
  const inner = { ...layout, indent: layout.indent + layout.unit };
  const separator = lines ? layout.eol + inner.indent : ' ';
  const printed =
    added.map((child) => separator + printChild(child, inner)).join(',') + (trailingComma ? ',' : '');
  const closing = lines ? layout.eol + layout.indent : ' ';
  return {
    offset: container.offset + 1,
    length: 0,
    text: printed + (inside.trim() === inside ? closing : ''),
  };
}

function printChild(child: NewChild, layout: Parameters<typeof printValue>[1]): string {
  const value = printValue(child.value, layout);
  return child.key === undefined ? value : `${JSON.stringify(child.key)}: ${value}`;
}

/** Behind the comments that follow on the same line: they belong to what stands before them. */
function afterCommentsOnLine(text: string, from: number): number {
  let end = from;
  for (let offset = from; offset < text.length && !isLineBreak(text.charCodeAt(offset));) {
    const isComment = text.startsWith('//', offset) || text.startsWith('/*', offset);
    if (!isComment && !/[ \t]/.test(text.charAt(offset))) break;
    offset = afterTrivia(text, offset);
    if (isComment) end = offset;
  }
  return end;
}
