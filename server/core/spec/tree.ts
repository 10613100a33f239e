import type { Node } from 'jsonc-parser';
import type { Path } from './edit';
import { remember } from './remember';
import { wholeRange, type Range, type Spec } from './spec';

/** Where something shows: the value at a path, or the name of the key itself. A path that is not there shows at its nearest parent. */
export interface Place {
  path: Path;
  part: 'key' | 'value';
}

// Reading a spec by path. A key written twice counts with its last value, as it does for the AWS CLI.

/** The value at a path; undefined when the path is not there or its value is not typed yet. */
export function nodeAt(spec: Spec, path: Path): Node | undefined {
  let node = spec.root;
  for (const step of path) {
    if (!node) return undefined;
    node = typeof step === 'number' ? itemAt(node, step) : propertyOf(node, step)?.children?.[1];
  }
  return node;
}

/** Is there a value at this path? */
export function has(spec: Spec, path: Path): boolean {
  return nodeAt(spec, path) !== undefined;
}

/** The value at a path as plain data, undefined when absent. Every key is an own property, `__proto__` too. */
export function valueAt(spec: Spec, path: Path): unknown {
  const node = nodeAt(spec, path);
  return node && plainValue(node);
}

export function stringAt(spec: Spec, path: Path): string | undefined {
  return textOf(nodeAt(spec, path));
}

export function numberAt(spec: Spec, path: Path): number | undefined {
  return numberOf(nodeAt(spec, path));
}

export function booleanAt(spec: Spec, path: Path): boolean | undefined {
  const value: unknown = nodeAt(spec, path)?.value;
  return typeof value === 'boolean' ? value : undefined;
}

/** The text of a string node; undefined for every other. */
export function textOf(node: Node | undefined): string | undefined {
  const value: unknown = node?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The number of a number node; undefined for every other. */
export function numberOf(node: Node | undefined): number | undefined {
  const value: unknown = node?.value;
  return typeof value === 'number' ? value : undefined;
}

/** The keys of the object at a path, each once, in the order of the text; none when there is no object. */
export function keysAt(spec: Spec, path: Path): string[] {
  const node = nodeAt(spec, path);
  return node?.type === 'object' ? properties(node).map(keyOf) : [];
}

/** The paths of the entries of the list at a path; none when there is no list. */
export function entriesAt(spec: Spec, path: Path): Path[] {
  const node = nodeAt(spec, path);
  return node?.type === 'array' ? (node.children ?? []).map((_, index) => [...path, index]) : [];
}

/** The path of an entry, or of its whole list where the entry is alone in it: what to remove where a list may not become empty. */
export function entryOrList(spec: Spec, entry: Path): Path {
  const list = entry.slice(0, -1);
  return entriesAt(spec, list).length === 1 ? list : entry;
}

/** The property node (key and value) that counts for a key of an object. */
export function propertyOf(object: Node, key: string): Node | undefined {
  const children = object.children ?? [];
  if (object.type !== 'object') return undefined;
  if (children.length > fewKeys) return lastByKey(object).get(key);
  for (let at = children.length - 1; at >= 0; at--) {
    const property = children[at];
    if (property && keyOf(property) === key) return property;
  }
  return undefined;
}

/** Up to this size looking is quicker than keeping a map. */
const fewKeys = 20;

/** The properties of an object that count: of a key written twice, the last. */
export function properties(object: Node): Node[] {
  return (object.children ?? []).filter((property) => propertyOf(object, keyOf(property)) === property);
}

/** Remembered, so that 100,000 keys cost 100,000 steps and not their square. */
const lastByKey = remember((object: Node): ReadonlyMap<string, Node> => {
  return new Map((object.children ?? []).map((property) => [keyOf(property), property]));
});

/** The key of a property node. */
export function keyOf(property: Node): string {
  return textOf(property.children?.[0]) ?? '';
}

function itemAt(node: Node, index: number): Node | undefined {
  return node.type === 'array' ? node.children?.[index] : undefined;
}

/** Plain data of a node. `Object.fromEntries` defines own properties, so that no key can reach a prototype. */
export function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value as unknown;
  const entries: [string, unknown][] = [];
  for (const property of properties(node)) {
    const value = property.children?.[1];
    if (value) entries.push([keyOf(property), plainValue(value)]);
  }
  return Object.fromEntries(entries);
}

/** The range to underline for a place: inside the text, and of its nearest parent when the place is not there. */
export function rangeOf(spec: Spec, place: Place): Range {
  const range = nodeRange(spec, place);
  return wholeRange(spec.text, range.start, range.end);
}

function nodeRange(spec: Spec, place: Place): Range {
  const node = nodeAt(spec, place.path);
  const key = keyNodeAt(spec, place.path);
  if (place.part === 'value' && node) return rangeOfNode(node);
  if (key) return rangeOfNode(key);
  if (node) return opening(node);
  if (place.path.length === 0) return { start: 0, end: 1 };
  return nodeRange(spec, { path: place.path.slice(0, -1), part: 'key' });
}

/** The key at a path whose last step is a key. */
export function keyNodeAt(spec: Spec, path: Path): Node | undefined {
  const last = path.at(-1);
  const parent = nodeAt(spec, path.slice(0, -1));
  return parent && typeof last === 'string' ? propertyOf(parent, last)?.children?.[0] : undefined;
}

function rangeOfNode(node: Node): Range {
  return { start: node.offset, end: node.offset + node.length };
}

/** An object or a list that stands for what is missing in it is underlined at its bracket, not all over. */
function opening(node: Node): Range {
  const whole = rangeOfNode(node);
  return node.type === 'object' || node.type === 'array'
    ? { start: whole.start, end: whole.start + 1 }
    : whole;
}

/** The path of the innermost value or key at an offset; `[]` at the top. A cursor just behind a value still belongs to it. */
export function pathAtOffset(spec: Spec, offset: number): Path {
  const path: (string | number)[] = [];
  let node = spec.root;
  while (node) {
    const children: Node[] = node.children ?? [];
    const index = children.findIndex(
      (child) => child.offset <= offset && offset <= child.offset + child.length,
    );
    const child = children[index];
    if (!child) return path;
    path.push(node.type === 'array' ? index : keyOf(child));
    node = node.type === 'array' ? child : child.children?.[1];
    if (node && (offset < node.offset || offset > node.offset + node.length)) return path;
  }
  return path;
}
