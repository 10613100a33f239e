import type { Node, ObjectNode, Property } from './node';
import type { Path } from './path';
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
    node = typeof step === 'number' ? itemAt(node, step) : childOf(node, step);
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
  const value = nodeAt(spec, path)?.value;
  return typeof value === 'boolean' ? value : undefined;
}

/** The text of a string node; undefined for every other. */
export function textOf(node: Node | undefined): string | undefined {
  const value = node?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The number of a number node; undefined for every other. */
export function numberOf(node: Node | undefined): number | undefined {
  const value = node?.value;
  return typeof value === 'number' ? value : undefined;
}

/** The keys of the object at a path, each once, in the order of the text; none when there is no object. */
export function keysAt(spec: Spec, path: Path): string[] {
  const node = nodeAt(spec, path);
  return node ? keysOf(node) : [];
}

/** The keys of an object, each once, in the order of the text; none of a node that is no object. */
export function keysOf(node: Node): string[] {
  return node.type === 'object' ? properties(node).map(({ key }) => key) : [];
}

/** The paths of the entries of the list at a path; none when there is no list. */
export function entriesAt(spec: Spec, path: Path): Path[] {
  const node = nodeAt(spec, path);
  return node?.type === 'array' ? node.children.map((_, index) => [...path, index]) : [];
}

/** A part of a spec: where it is, and what is written there. */
export interface Part {
  path: Path;
  node: Node;
}

/** The entries of the list at a path; none when there is no list. */
export function partsAt(spec: Spec, path: Path): Part[] {
  const list = nodeAt(spec, path);
  return list?.type === 'array' ? list.children.map((node, index) => ({ path: [...path, index], node })) : [];
}

/** The path of an entry, or of its whole list where the entry is alone in it: what to remove where a list may not become empty. */
export function entryOrList(spec: Spec, entry: Path): Path {
  const list = entry.slice(0, -1);
  return entriesAt(spec, list).length === 1 ? list : entry;
}

/** The property that counts for a key of an object; undefined for a node that is no object. */
export function propertyOf(node: Node, key: string): Property | undefined {
  if (node.type !== 'object') return undefined;
  const { children } = node;
  if (children.length > fewKeys) return lastByKey(node).get(key);
  for (let at = children.length - 1; at >= 0; at--) {
    const property = children[at];
    if (property?.key === key) return property;
  }
  return undefined;
}

/** The value of a key of an object; undefined for a node that is no object. */
export function childOf(node: Node, key: string): Node | undefined {
  return propertyOf(node, key)?.value;
}

/** Up to this size looking is quicker than keeping a map. */
const fewKeys = 20;

/** The properties of an object that count: of a key written twice, the last. The very list of the node when no key is. */
export function properties(object: ObjectNode): readonly Property[] {
  const { children } = object;
  if (!hasDoubles(object)) return children;
  return children.filter((property) => propertyOf(object, property.key) === property);
}

function hasDoubles(object: ObjectNode): boolean {
  const { children } = object;
  if (children.length > fewKeys) return lastByKey(object).size < children.length;
  for (let at = 1; at < children.length; at++) {
    const key = children[at]?.key;
    for (let before = 0; before < at; before++) if (children[before]?.key === key) return true;
  }
  return false;
}

/** Remembered, so that 100,000 keys cost 100,000 steps and not their square. */
const lastByKey = remember((object: ObjectNode): ReadonlyMap<string, Property> => {
  return new Map(object.children.map((property) => [property.key, property]));
});

/** The entry of a list; undefined for a node that is no list. */
export function itemAt(node: Node, index: number): Node | undefined {
  return node.type === 'array' ? node.children[index] : undefined;
}

/** Plain data of a node. */
export function plainValue(node: Node): unknown {
  if (node.type === 'array') return node.children.map(plainValue);
  if (node.type !== 'object') return node.value;
  const data: Record<string, unknown> = {};
  for (const { key, value } of properties(node)) {
    if (value) setOwn(data, key, plainValue(value));
  }
  return data;
}

/** No key of a text reaches a prototype: assigning to this one would. */
function setOwn(data: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') data[key] = value;
  else Object.defineProperty(data, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The range to underline for a place: inside the text, and of its nearest parent when the place is not there. */
export function rangeOf(spec: Spec, place: Place): Range {
  const range = nodeRange(spec, place);
  return wholeRange(spec.text, range.start, range.end);
}

function nodeRange(spec: Spec, place: Place): Range {
  const node = nodeAt(spec, place.path);
  const property = propertyAt(spec, place.path);
  if (place.part === 'value' && node) return rangeOfNode(node);
  if (property) return { start: property.offset, end: property.keyEnd };
  if (node) return opening(node);
  if (place.path.length === 0) return { start: 0, end: 1 };
  return nodeRange(spec, { path: place.path.slice(0, -1), part: 'key' });
}

/** The property at a path whose last step is a key. */
function propertyAt(spec: Spec, path: Path): Property | undefined {
  const last = path.at(-1);
  const parent = nodeAt(spec, path.slice(0, -1));
  return parent && typeof last === 'string' ? propertyOf(parent, last) : undefined;
}

function rangeOfNode(node: Node): Range {
  return { start: node.offset, end: node.end };
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
  while (node?.children) {
    const index: number = node.children.findIndex((child) => child.offset <= offset && offset <= child.end);
    if (index < 0) return path;
    if (node.type === 'object') {
      const property: Property | undefined = node.children[index];
      path.push(property?.key ?? '');
      node = property?.value;
      if (node && (offset < node.offset || offset > node.end)) return path;
    } else {
      path.push(index);
      node = node.children[index];
    }
  }
  return path;
}
