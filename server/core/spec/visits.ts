import type { Node } from 'jsonc-parser';
import type { Path } from './edit';
import { specShape, memberOf, type Shape } from './shape';
import { remember } from './remember';
import type { Spec } from './spec';
import { keyOf, properties } from './tree';

/** A value of a spec and the shape the table of keys gives it. */
export interface Visit {
  path: Path;
  node: Node;
  /** `words-or` is resolved to one of its two sides where the value shows which is meant. */
  shape: Shape;
  /** May be left out. */
  isOptional: boolean;
}

/** Every value that the table of keys knows, parents before children. Of a key written twice, the last value. */
export const visits = remember((spec: Spec): readonly Visit[] => {
  const found: Visit[] = [];
  if (spec.root) visit({ path: [], node: spec.root, shape: specShape, isOptional: false }, found);
  return found;
});

function visit(given: Visit, found: Visit[]): void {
  const { path, node, isOptional } = given;
  const shape = resolved(given.shape, node);
  found.push({ path, node, shape, isOptional });
  if (node.type === 'array' && shape.kind === 'list') {
    node.children?.forEach((child, index) =>
      visit({ path: [...path, index], node: child, shape: shape.of, isOptional: true }, found),
    );
  }
  if (node.type !== 'object' || (shape.kind !== 'object' && shape.kind !== 'map')) return;
  for (const property of properties(node)) {
    const key = keyOf(property);
    const value = property.children?.[1];
    const member = shape.kind === 'map' ? { shape: shape.of } : memberOf(shape, key);
    if (!value || !member) continue;
    visit(
      { path: [...path, key], node: value, shape: member.shape, isOptional: !('required' in member) },
      found,
    );
  }
}

/** A string where a setting may be a word is meant to be such a word; anything else is meant to be written out. */
function resolved(shape: Shape, node: Node): Shape {
  if (shape.kind !== 'words-or' || (node.type !== 'string' && !fits(node, shape.shape))) return shape;
  if (node.type !== 'string') return shape.shape;
  const written = shape.shape.kind === 'string' ? (shape.shape.values ?? []) : [];
  return { kind: 'string', values: [...shape.words, ...written] };
}

const nodeTypes: Readonly<Record<Shape['kind'], string | undefined>> = {
  object: 'object',
  map: 'object',
  list: 'array',
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  any: undefined,
  'words-or': undefined,
};

/** Is the value of the JSON type that a shape asks for? */
export function fits(node: Node, shape: Shape): boolean {
  if (shape.kind === 'words-or') return node.type === 'string' || fits(node, shape.shape);
  return nodeTypes[shape.kind] === undefined || nodeTypes[shape.kind] === node.type;
}
