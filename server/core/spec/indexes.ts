import type { KeySchemaElement, Projection } from '../facts';
import type { Node } from './node';
import type { Path } from './path';
import { rememberIn } from './remember';
import type { Spec } from './spec';
import { childOf, nodeAt, plainValue, textOf, type Part } from './tree';

/** The three lists of indexes a restore can be given. */
export const indexLists = [
  'GlobalSecondaryIndexOverride',
  'LocalSecondaryIndexOverride',
  'VectorIndexOverride',
] as const;

export type IndexList = (typeof indexLists)[number];

/** An entry of one of the lists; what is not well-formed is undefined. */
export interface WrittenIndex {
  list: IndexList;
  path: Path;
  node: Node;
  name: string | undefined;
  keySchema: KeySchemaElement[] | undefined;
  projection: Projection | undefined;
  /** See `definitionOf`. */
  definition: string | undefined;
}

/** All entries of the three lists. */
export const writtenIndexes = rememberIn((spec: Spec): readonly WrittenIndex[] =>
  indexLists.flatMap((list) => indexesIn(spec, list)),
);

/** The entries of one list. */
export function indexesIn(spec: Spec, list: IndexList): readonly WrittenIndex[] {
  return indexesOf(spec)[list];
}

const indexesOf = rememberIn((spec: Spec): Readonly<Record<IndexList, readonly WrittenIndex[]>> => ({
  GlobalSecondaryIndexOverride: entriesOf(spec, 'GlobalSecondaryIndexOverride'),
  LocalSecondaryIndexOverride: entriesOf(spec, 'LocalSecondaryIndexOverride'),
  VectorIndexOverride: entriesOf(spec, 'VectorIndexOverride'),
}));

function entriesOf(spec: Spec, list: IndexList): readonly WrittenIndex[] {
  const node = nodeAt(spec, [list]);
  return node?.type === 'array' ? node.children.map((entry, at) => new Entry(list, [list, at], entry)) : [];
}

/** The capacities that are written for global indexes. */
export const provisionedIndexes = rememberIn((spec: Spec) => ofGlobalIndexes(spec, 'ProvisionedThroughput'));

/** The warm throughputs that are written for global indexes. */
export const warmIndexes = rememberIn((spec: Spec) => ofGlobalIndexes(spec, 'WarmThroughput'));

/** The limits that are written for the new on-demand table and for its global indexes. */
export const onDemandLimits = rememberIn((spec: Spec): readonly Part[] => {
  const node = nodeAt(spec, ['OnDemandThroughputOverride']);
  const ofIndexes = ofGlobalIndexes(spec, 'OnDemandThroughput');
  return node ? [{ path: ['OnDemandThroughputOverride'], node }, ...ofIndexes] : ofIndexes;
});

function ofGlobalIndexes(spec: Spec, key: string): readonly Part[] {
  const found: Part[] = [];
  for (const { path, node: entry } of indexesIn(spec, 'GlobalSecondaryIndexOverride')) {
    const node = childOf(entry, key);
    if (node) found.push({ path: [...path, key], node });
  }
  return found;
}

class Entry implements WrittenIndex {
  readonly name: string | undefined;
  readonly keySchema: KeySchemaElement[] | undefined;
  readonly projection: Projection | undefined;
  #definition: { text: string | undefined } | undefined;

  constructor(
    readonly list: IndexList,
    readonly path: Path,
    readonly node: Node,
  ) {
    this.name = textOf(childOf(node, 'IndexName'));
    this.keySchema = keySchemaOf(childOf(node, 'KeySchema'));
    this.projection = projectionOf(childOf(node, 'Projection'));
  }

  /** Made when it is first asked for: most checks of a spec compare no indexes. */
  get definition(): string | undefined {
    this.#definition ??= { text: definitionOf(this.list, plainValue(this.node)) };
    return this.#definition.text;
  }
}

function keySchemaOf(node: Node | undefined): KeySchemaElement[] | undefined {
  if (node?.type !== 'array' || node.children.length === 0) return undefined;
  const keys = node.children.map(keyOf);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function keyOf(element: Node): KeySchemaElement | undefined {
  const AttributeName = textOf(childOf(element, 'AttributeName'));
  const KeyType = textOf(childOf(element, 'KeyType'));
  if (AttributeName === undefined || (KeyType !== 'HASH' && KeyType !== 'RANGE')) return undefined;
  return { AttributeName, KeyType };
}

function projectionOf(node: Node | undefined): Projection | undefined {
  const value = node && plainValue(node);
  return isProjection(value) ? value : undefined;
}

/**
 * What the service compares an entry with the source's indexes by: keys (in order) and projection, of a vector index everything but the
 * name. Equal definitions give equal texts. Undefined for an entry that is not well-formed.
 * The name is no part of it (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-280).
 */
export function definitionOf(list: IndexList, index: unknown): string | undefined {
  if (!isRecord(index)) return undefined;
  const projection = asProjection(index.Projection);
  if (!projection) return undefined;
  // The service stores non-key attributes sorted (DDB-TABLE-125 of the same notes).
  const projected = [projection.ProjectionType, (projection.NonKeyAttributes ?? []).toSorted()];
  if (list === 'VectorIndexOverride') {
    const {
      VectorAttribute: vector,
      SearchSchema: search,
      Dimensions: dimensions,
      DistanceFunction: distance,
    } = index;
    if (!isRecord(vector)) return undefined;
    return JSON.stringify([vector.AttributeName, searchSchema(search), dimensions, distance, projected]);
  }
  const keys = asKeySchema(index.KeySchema);
  return keys && JSON.stringify([keys.map((key) => [key.AttributeName, key.KeyType]), projected]);
}

function searchSchema(value: unknown): unknown[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry) => (isRecord(entry) ? [entry.AttributeName, entry.SearchSchemaElementType] : []));
}

function asKeySchema(value: unknown): KeySchemaElement[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.every(isKey) ? value : undefined;
}

function isKey(value: unknown): value is KeySchemaElement {
  return (
    isRecord(value) &&
    typeof value.AttributeName === 'string' &&
    (value.KeyType === 'HASH' || value.KeyType === 'RANGE')
  );
}

function asProjection(value: unknown): Projection | undefined {
  return isProjection(value) ? value : undefined;
}

function isProjection(value: unknown): value is Projection {
  return isRecord(value) && isProjectionType(value.ProjectionType) && isAttributeList(value.NonKeyAttributes);
}

function isProjectionType(value: unknown): boolean {
  return value === 'ALL' || value === 'KEYS_ONLY' || value === 'INCLUDE';
}

function isAttributeList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
