import { plain } from '../../core/explain';
import type { KeySchemaElement, Projection } from '../../core/facts';
import { effectiveBillingMode, recordedIndexes, recordedSource, type Recorded } from '../../core/recorded';
import type { RecordedIndex } from '../../core/recorded';
import { indexesIn, type IndexList } from '../../core/spec/indexes';
import { numberAt } from '../../core/spec/tree';
import { all, type LiveValue, type LiveValues, type Scene } from './scene';

/** What the source records; undefined while it is not known. */
export function recordedIn({ spec, facts }: Scene): Recorded | undefined {
  const recorded = recordedSource(spec, facts);
  return typeof recorded === 'string' ? undefined : recorded;
}

/** A whole override list: every index as it was, or none. */
export function indexListValues(scene: Scene): LiveValues {
  const each = indexesOf(scene).map((index) => blockValue(index, scene));
  const empty = { label: '[]', value: [], beside: 'restore without these indexes' };
  if (each.length === 0) return all([empty]);
  const label = each.length === 1 ? 'The index of the source' : `All ${each.length} indexes of the source`;
  const names = each.map((value) => value.label).join(', ');
  return all([{ label, value: each.map(({ value }) => value), beside: names }, empty]);
}

/** One index as a whole entry; those that are listed already come last. */
export function indexBlockValues(scene: Scene): LiveValues {
  const listed = new Set(indexesIn(scene.spec, listOf(scene)).map(({ name }) => name));
  const blocks = indexesOf(scene).map((index) => ({ isListed: listed.has(index.name), index }));
  return all(
    blocks
      .toSorted((a, b) => Number(a.isListed) - Number(b.isListed))
      .map(({ index, isListed }) => ({
        ...blockValue(index, scene),
        ...(isListed ? { right: 'listed already' } : {}),
      })),
  );
}

/** Names alone: in an override list of that kind of index, elsewhere of all that can be scaled or watched. */
export function indexNameValues(scene: Scene): LiveValues {
  return all(
    indexesOf(scene).map((index) => ({ label: plain(index.name), value: index.name, beside: keysOf(index) })),
  );
}

/** Attributes that the source is known to have: its keys, those of its indexes, and what these hold. */
export function attributeValues(scene: Scene): LiveValues {
  const recorded = recordedIn(scene);
  const found = new Map<string, string>();
  const add = (names: readonly string[], where: string): void => {
    for (const name of names) if (!found.has(name)) found.set(name, where);
  };
  add(recorded?.keySchema.map(({ AttributeName }) => AttributeName) ?? [], 'key of the table');
  for (const { name, entry } of (recorded && recordedIndexes(recorded)) ?? []) {
    const { keys, projected } = partsOf(entry);
    add(
      keys.map(({ AttributeName }) => AttributeName),
      `key of ${plain(name)}`,
    );
    add(projected.NonKeyAttributes ?? [], `in ${plain(name)}`);
  }
  return all([...found].map(([name, where]) => ({ label: plain(name), value: name, right: where })));
}

function listOf({ path }: Scene): IndexList {
  // Only paths that begin with one of the three lists lead here.
  return path[0] as IndexList;
}

function indexesOf(scene: Scene): readonly RecordedIndex[] {
  const recorded = recordedIn(scene);
  const indexes = recorded === undefined ? undefined : recordedIndexes(recorded);
  const isSetting = scene.path[0] === 'AfterRestore';
  return (indexes ?? []).filter(({ list }) =>
    isSetting ? list === 'GlobalSecondaryIndexOverride' : list === scene.path[0],
  );
}

function blockValue(index: RecordedIndex, scene: Scene): LiveValue {
  const projection = partsOf(index.entry).projected.ProjectionType;
  return {
    label: plain(index.name),
    value: withCapacity(index, scene),
    beside: keysOf(index),
    ...(projection === undefined ? {} : { right: plain(projection) }),
  };
}

/** A PROVISIONED table needs the capacity of each listed global index, an on-demand table must not have it. */
function withCapacity(index: RecordedIndex, { spec, facts }: Scene): Record<string, unknown> {
  const mode = effectiveBillingMode(spec, facts);
  const { ProvisionedThroughput: recorded, OnDemandThroughput: limits, ...definition } = index.entry;
  if (index.list !== 'GlobalSecondaryIndexOverride' || mode === undefined) return index.entry;
  if (mode === 'PAY_PER_REQUEST') {
    return limits === undefined ? definition : { ...definition, OnDemandThroughput: limits };
  }
  return { ...definition, ProvisionedThroughput: recorded ?? ofTable(spec) };
}

/** Capacity that the file gives the table; one unit each, the least there is, where it gives none. */
function ofTable(spec: Scene['spec']): Record<string, number> {
  const units = (key: string): number => numberAt(spec, ['ProvisionedThroughputOverride', key]) ?? 1;
  return { ReadCapacityUnits: units('ReadCapacityUnits'), WriteCapacityUnits: units('WriteCapacityUnits') };
}

function keysOf({ entry }: RecordedIndex): string {
  return partsOf(entry)
    .keys.map(({ AttributeName }) => plain(AttributeName))
    .join(' + ');
}

function partsOf(entry: Record<string, unknown>): { keys: KeySchemaElement[]; projected: Projection } {
  // `recordedIndexes` makes entries of AWS's own members alone; a vector index has no keys.
  const { KeySchema, Projection: projected } = entry as {
    KeySchema?: KeySchemaElement[];
    Projection?: Projection;
  };
  return { keys: KeySchema ?? [], projected: projected ?? {} };
}
