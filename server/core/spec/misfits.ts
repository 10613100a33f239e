import type { ListShape, Member, ObjectShape, Shape, StringShape, WordsOrShape } from './kind';
import { brokenCount, brokenLength, brokenRange } from './limits';
import type { ListNode, Node, ObjectNode, Property } from './node';
import type { Path } from './path';
import { remember, rememberIn } from './remember';
import { specShape } from './shape';
import type { Spec } from './spec';
import { properties } from './tree';

/** A value, and the shape from the table of keys that it does not fit. */
export interface Misfit<At extends Node = Node, Of extends Shape = Shape> {
  path: Path;
  node: At;
  /** `words-or` is resolved to one of its two sides where the value shows which is meant. */
  shape: Of;
}

/** What does not fit, by the way in which it does not. */
export interface Misfits {
  /** Objects with a key that is written twice. Such a key counts with its last value alone. */
  doubles: Misfit<ObjectNode>[];
  /** Objects with a key that their shape does not know. */
  unknown: Misfit<ObjectNode, ObjectShape>[];
  /** Objects without a key that they must have. */
  missing: Misfit<ObjectNode, ObjectShape>[];
  /** Values of another JSON type. */
  type: Misfit[];
  /** Texts that are none of the values allowed. */
  value: (Misfit<Node, StringShape> & { text: string })[];
  /** Texts that do not have the form they must have. */
  pattern: (Misfit<Node, StringShape> & { text: string })[];
  /** Numbers, lengths of texts and of lists that break a limit: which one, in words that follow the name of the value. */
  limit: (Misfit & { limit: string })[];
}

/**
 * Everything in a spec that does not fit the table of keys: one walk for all the rules about shape. What fits, and that is nearly all of
 * it, is looked at and passed by; a path is made only for what is found.
 */
export const misfits = rememberIn((spec: Spec): Misfits => {
  const found: Misfits = {
    doubles: [],
    unknown: [],
    missing: [],
    type: [],
    value: [],
    pattern: [],
    limit: [],
  };
  if (spec.root) visit({ found, path: [] }, spec.root, specShape);
  return found;
});

interface Walk {
  readonly found: Misfits;
  /** Where the walk is. */
  readonly path: (string | number)[];
}

function misfit<At extends Node, Of extends Shape>({ path }: Walk, node: At, shape: Of): Misfit<At, Of> {
  return { path: [...path], node, shape };
}

function visit(walk: Walk, node: Node, given: Shape): void {
  const shape = given.kind === 'words-or' ? meantSide(given, node) : given;
  if (!fits(node, shape)) walk.found.type.push(misfit(walk, node, shape));
  if (node.type === 'object') visitObject(walk, node, shape);
  else if (node.type === 'array' && shape.kind === 'list') visitList(walk, node, shape);
  else if (typeof node.value === 'string' && shape.kind === 'string')
    visitText(walk, node, node.value, shape);
  else if (typeof node.value === 'number' && shape.kind === 'number') {
    const limit = brokenRange(node.value, shape);
    if (limit !== undefined) walk.found.limit.push({ ...misfit(walk, node, shape), limit });
  }
}

function visitText(walk: Walk, node: Node, text: string, shape: StringShape): void {
  const { found } = walk;
  if (shape.values && !shape.values.includes(text)) found.value.push({ ...misfit(walk, node, shape), text });
  const limit = brokenLength(text.length, shape);
  if (limit !== undefined) found.limit.push({ ...misfit(walk, node, shape), limit });
  // That an empty text is to be filled in is said already.
  const isSaid = text === '' && limit !== undefined;
  if (shape.pattern && !isSaid && !shape.pattern.regex.test(text)) {
    found.pattern.push({ ...misfit(walk, node, shape), text });
  }
}

function visitList(walk: Walk, node: ListNode, shape: ListShape): void {
  const limit = brokenCount(node.children.length, shape);
  if (limit !== undefined) walk.found.limit.push({ ...misfit(walk, node, shape), limit });
  node.children.forEach((child, index) => {
    walk.path.push(index);
    visit(walk, child, shape.of);
    walk.path.pop();
  });
}

function visitObject(walk: Walk, node: ObjectNode, shape: Shape): void {
  const counting = properties(node);
  if (counting !== node.children) walk.found.doubles.push(misfit(walk, node, shape));
  if (shape.kind === 'object') visitMembers(walk, node, counting, shape);
  if (shape.kind === 'map') for (const property of counting) visitProperty(walk, property, shape.of);
}

function visitMembers(walk: Walk, node: ObjectNode, counting: readonly Property[], shape: ObjectShape): void {
  const { members, required } = tableOf(shape);
  let unknown = 0;
  let missing = required;
  for (const property of counting) {
    const member = members.get(property.key);
    if (member?.required && property.value) missing--;
    if (member) visitProperty(walk, property, member.shape);
    else unknown++;
  }
  if (unknown > 0) walk.found.unknown.push(misfit(walk, node, shape));
  if (missing > 0) walk.found.missing.push(misfit(walk, node, shape));
}

function visitProperty(walk: Walk, { key, value }: Property, shape: Shape): void {
  if (!value) return;
  walk.path.push(key);
  visit(walk, value, shape);
  walk.path.pop();
}

/** The members of a shape, quick to look up, and how many of them are required. */
const tableOf = remember((shape: ObjectShape) => {
  const members = new Map<string, Member>(Object.entries(shape.members));
  return { members, required: [...members.values()].filter(({ required }) => required).length };
});

/** A text where a setting may be a word is meant to be such a word; anything else that fits is meant to be written out. */
function meantSide(shape: WordsOrShape, node: Node): Shape {
  if (node.type === 'string') return wordsOf(shape);
  return fits(node, shape.shape) ? shape.shape : shape;
}

const wordsOf = remember(({ words, shape }: WordsOrShape): StringShape => {
  const written = shape.kind === 'string' ? (shape.values ?? []) : [];
  return { kind: 'string', values: [...words, ...written] };
});

const nodeTypes: Readonly<Record<Shape['kind'], Node['type'] | undefined>> = {
  object: 'object',
  map: 'object',
  list: 'array',
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  any: undefined,
  // Neither a word nor what could be written out: see `meantSide`.
  'words-or': 'string',
};

/** Is the value of the JSON type that a shape asks for? */
function fits(node: Node, shape: Shape): boolean {
  const type = nodeTypes[shape.kind];
  return type === undefined || type === node.type;
}
