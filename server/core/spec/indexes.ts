import type { KeySchemaElement, Projection } from '../facts';
import type { Path } from './edit';
import { remember } from './remember';
import type { Spec } from './spec';
import { entriesAt, has, stringAt, valueAt } from './tree';

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
  name: string | undefined;
  keySchema: KeySchemaElement[] | undefined;
  projection: Projection | undefined;
  /** See `definitionOf`. */
  definition: string | undefined;
}

/** All entries of the three lists. */
export const writtenIndexes = remember((spec: Spec): readonly WrittenIndex[] =>
  indexLists.flatMap((list) => entriesAt(spec, [list]).map((path) => writtenIndex(spec, list, path))),
);

/** The entries of one list. */
export function indexesIn(spec: Spec, list: IndexList): WrittenIndex[] {
  return writtenIndexes(spec).filter((index) => index.list === list);
}

/** Is at least one of the lists there, be it empty? */
export function overridesIndexes(spec: Spec): boolean {
  return indexLists.some((list) => has(spec, [list]));
}

function writtenIndex(spec: Spec, list: IndexList, path: Path): WrittenIndex {
  const value = valueAt(spec, path);
  return {
    list,
    path,
    name: stringAt(spec, [...path, 'IndexName']),
    keySchema: isRecord(value) ? asKeySchema(value.KeySchema) : undefined,
    projection: isRecord(value) ? asProjection(value.Projection) : undefined,
    definition: definitionOf(list, value),
  };
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
