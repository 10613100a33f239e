import { childEdits, type NewChild } from './edit-children';
import { layoutAt, printValue } from './layout';
import type { ListNode, Node, ObjectNode, Property } from './node';
import type { Path } from './path';
import type { Spec } from './spec';
import type { TextEdit } from './text-edit';
import { itemAt, nodeAt, propertyOf } from './tree';

export type Edit =
  /** Replace the value at a path; a missing last key is added after the last key of its object, the next list position after the last entry. */
  | { kind: 'set'; path: Path; value: unknown }
  /** Take a key with its value, or a list entry, away, with its comma and its line when it stands alone on it. */
  | { kind: 'remove'; path: Path }
  /** Give a key another name. */
  | { kind: 'rename'; path: Path; name: string };

/** What is to be done inside one object or list. */
interface Work {
  container: ObjectNode | ListNode;
  removed: Set<Node | Property>;
  added: NewChild[];
}

/**
 * The text edits that do what `edits` say, touching nothing else: comments, neighbours, indentation and unknown keys stay.
 * Non-overlapping, in document order. Empty when an edit's place does not exist in this text, when two edits contradict each other, or
 * while the text has syntax errors.
 */
export function textEdits(spec: Spec, edits: readonly Edit[]): TextEdit[] {
  if (spec.syntax.length > 0) return [];
  const replaced: TextEdit[] = [];
  const works = new Map<Node, Work>();
  for (const edit of edits) {
    if (!place(spec, edit, replaced, works)) return [];
  }
  const inside = [...works.values()].flatMap((work) =>
    childEdits(spec, work.container, work.removed, work.added),
  );
  return inOrder([...replaced, ...inside]);
}

/** Sort one edit into replacements or into the work on its container; false when its place is not there. */
function place(spec: Spec, edit: Edit, replaced: TextEdit[], works: Map<Node, Work>): boolean {
  const step = edit.path.at(-1);
  if (step === undefined) {
    if (edit.kind !== 'set' || !spec.root) return false;
    replaced.push(replacement(spec.text, spec.root, edit.value));
    return true;
  }
  const container = nodeAt(spec, edit.path.slice(0, -1));
  if (!container?.children) return false;
  const property = typeof step === 'string' ? propertyOf(container, step) : undefined;
  const child = typeof step === 'string' ? property : itemAt(container, step);
  if (edit.kind === 'rename') {
    if (property) {
      const { offset, keyEnd } = property;
      replaced.push({ offset, length: keyEnd - offset, text: JSON.stringify(edit.name) });
    }
    return property !== undefined;
  }
  const work = works.get(container) ?? { container, removed: new Set(), added: [] };
  works.set(container, work);
  if (edit.kind === 'remove') {
    if (child) work.removed.add(child);
    return child !== undefined;
  }
  if (!child) return append(work, step, edit.value);
  const value = 'key' in child ? child.value : child;
  if (value) replaced.push(replacement(spec.text, value, edit.value));
  return value !== undefined;
}

function append(work: Work, step: string | number, value: unknown): boolean {
  const { container, added } = work;
  const fits =
    typeof step === 'string'
      ? container.type === 'object' && !added.some(({ key }) => key === step)
      : container.type === 'array' && step === container.children.length + added.length;
  if (fits) added.push({ key: typeof step === 'string' ? step : undefined, value });
  return fits;
}

function replacement(text: string, node: Node, value: unknown): TextEdit {
  const { offset, end } = node;
  return { offset, length: end - offset, text: printValue(value, layoutAt(text, offset)) };
}

function inOrder(edits: TextEdit[]): TextEdit[] {
  const sorted = edits.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
  const overlap = sorted.some((edit, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.offset < edit.offset + edit.length;
  });
  return overlap ? [] : sorted;
}

/** The text after the edits. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length),
    text,
  );
}
