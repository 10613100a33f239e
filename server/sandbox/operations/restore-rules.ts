/**
 * What the overrides of a restore may say, and the settings that come of them. Sources: DynamoDB API Reference
 * `API_RestoreTableFromBackup`, `API_RestoreTableToPointInTime`; texts from aws-controllers-k8s/dynamodb-controller,
 * docs/api-quirks (DDB-TABLE-273, -280, -281, -405, -442). What nobody has probed is refused as not known.
 */
import {
  noUnits,
  startingWarm,
  type GlobalIndex,
  type LocalIndex,
  type Maxima,
  type Settings,
  type Units,
  type VectorIndex,
} from '../state/settings';
import { invalidRequest } from '../wire/error';
import { notKnown } from '../wire/gaps';
import { listOf, may, record, type Infer } from '../wire/shape';
import { billingMode, encryption, globalIndex, localIndex, maxima, units, vectorIndex } from './shapes';

export const overrideMembers = {
  BillingModeOverride: may(billingMode),
  GlobalSecondaryIndexOverride: may(listOf(globalIndex)),
  LocalSecondaryIndexOverride: may(listOf(localIndex)),
  VectorIndexOverride: may(listOf(vectorIndex)),
  ProvisionedThroughputOverride: may(units),
  OnDemandThroughputOverride: may(maxima),
  SSESpecificationOverride: may(encryption),
};

const overridesShape = record(overrideMembers);
export type Overrides = Infer<typeof overridesShape>;
type GlobalEntry = Infer<typeof globalIndex>;

/**
 * The settings of the target: as recorded, save for what is overridden and for what a restore always leaves behind (stream, table
 * class, deletion protection, warm throughput). The encryption key is the caller's to set.
 */
export function restoredSettings(recorded: Settings, overrides: Overrides): Settings {
  const mode = overrides.BillingModeOverride ?? recorded.billingMode;
  checkThroughput(mode, overrides);
  const throughput =
    mode === 'PAY_PER_REQUEST'
      ? { ...noUnits }
      : (overrides.ProvisionedThroughputOverride ?? recorded.throughput);
  const globalIndexes = globalIndexesFor(recorded, overrides, mode);
  const localIndexes = keptIndexes(
    recorded.localIndexes,
    overrides.LocalSecondaryIndexOverride,
    (_source, entry) => entry,
  );
  const vectorIndexes = vectorIndexesFor(recorded.vectorIndexes, overrides.VectorIndexOverride, mode);
  const names = [...globalIndexes, ...localIndexes, ...vectorIndexes].map((index) => index.IndexName);
  if (new Set(names).size < names.length) throw notKnown('index-matched-twice');
  return {
    ...structuredClone({ ...recorded, globalIndexes, localIndexes, vectorIndexes }),
    billingMode: mode,
    throughput,
    maxima: mode === 'PROVISIONED' ? {} : (overrides.OnDemandThroughputOverride ?? recorded.maxima),
    streamView: undefined,
    tableClass: 'STANDARD',
    deletionProtection: false,
    warm: startingWarm(mode, throughput),
  };
}

function checkThroughput(mode: Settings['billingMode'], overrides: Overrides): void {
  const { BillingModeOverride, ProvisionedThroughputOverride, OnDemandThroughputOverride } = overrides;
  if (BillingModeOverride === 'PROVISIONED' && ProvisionedThroughputOverride === undefined) {
    throw invalidRequest('Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED');
  }
  if (ProvisionedThroughputOverride !== undefined && BillingModeOverride === 'PAY_PER_REQUEST') {
    throw invalidRequest(
      'Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST',
    );
  }
  if (ProvisionedThroughputOverride !== undefined && mode === 'PAY_PER_REQUEST') {
    throw invalidRequest('Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED');
  }
  if (OnDemandThroughputOverride !== undefined) checkMaxima(mode, OnDemandThroughputOverride);
}

function checkMaxima(mode: Settings['billingMode'], given: Maxima): void {
  const named = Object.entries(given) as [keyof Maxima, number][];
  if (mode === 'PROVISIONED') {
    const [member] = named[0] ?? [];
    if (member === undefined) throw notKnown('empty-maxima-provisioned');
    throw invalidRequest(
      `Cannot override ${member} for OnDemandThroughput unless BillingModeOverride is PAY_PER_REQUEST`,
    );
  }
  for (const [member, value] of named) {
    if (value === -1) throw notKnown('maximum-minus-one');
    if (value < 1)
      throw invalidRequest(`Requested ${member} for OnDemandThroughput is outside of valid range`);
  }
}

function globalIndexesFor(
  recorded: Settings,
  overrides: Overrides,
  mode: Settings['billingMode'],
): GlobalIndex[] {
  const entries = overrides.GlobalSecondaryIndexOverride;
  for (const entry of entries ?? []) checkGlobalEntry(entry, mode, overrides);
  const switchedToProvisioned = recorded.billingMode === 'PAY_PER_REQUEST' && mode === 'PROVISIONED';
  if (entries === undefined && switchedToProvisioned && recorded.globalIndexes.length > 0) {
    throw notKnown('unlisted-index-units');
  }
  const kept = keptIndexes(recorded.globalIndexes, entries, (source, entry) => ({
    ...source,
    IndexName: entry.IndexName,
    ProvisionedThroughput: entry.ProvisionedThroughput ?? source.ProvisionedThroughput,
  }));
  return mode === 'PAY_PER_REQUEST'
    ? kept.map((index) => ({ ...index, ProvisionedThroughput: { ...noUnits } }))
    : kept;
}

function checkGlobalEntry(entry: GlobalEntry, mode: Settings['billingMode'], overrides: Overrides): void {
  const { IndexName, ProvisionedThroughput } = entry;
  if (entry.WarmThroughput !== undefined) throw notKnown('index-warm-throughput');
  if (entry.OnDemandThroughput !== undefined) throw notKnown('index-maxima');
  if (mode === 'PROVISIONED') return expectUnits(IndexName, ProvisionedThroughput);
  if (ProvisionedThroughput === undefined) return;
  if (overrides.BillingModeOverride === 'PAY_PER_REQUEST') {
    throw invalidRequest(
      `Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST for index ${IndexName}`,
    );
  }
  throw notKnown('index-units-on-demand');
}

function expectUnits(indexName: string, given: Units | undefined): void {
  if (given === undefined) throw invalidRequest(`Must specify provisioned throughput for index ${indexName}`);
}

/**
 * Absent keeps all, a list is the whole set. An entry is matched by its keys and projection; its name is free, so another name is a
 * silent rename.
 */
function keptIndexes<I extends LocalIndex, E extends LocalIndex>(
  recorded: readonly I[],
  entries: readonly E[] | undefined,
  take: (source: I, entry: E) => I,
): I[] {
  if (entries === undefined) return [...recorded];
  const matched = entries.map((entry) => {
    const source = recorded.find((index) => isSameIndex(index, entry));
    if (source === undefined) throw noSuchIndex(entry.IndexName);
    return { source, kept: { ...take(source, entry), Projection: source.Projection } };
  });
  const sources = new Set(matched.map(({ source }) => source));
  if (sources.size < entries.length) throw notKnown('index-matched-twice');
  return matched.map(({ kept }) => kept);
}

function noSuchIndex(indexName: string): Error {
  return invalidRequest(
    `Index ${indexName} does not match a secondary index that existed in the source table and cannot be created during the restore operation`,
  );
}

/** KeySchema in order; NonKeyAttributes as a set, since the service stores them sorted. */
function isSameIndex(a: LocalIndex, b: LocalIndex): boolean {
  return identity(a) === identity(b);
}

function identity({ KeySchema, Projection }: LocalIndex): string {
  const keys = KeySchema.map((key) => [key.AttributeName, key.KeyType]);
  return JSON.stringify([keys, Projection.ProjectionType, Projection.NonKeyAttributes?.toSorted() ?? []]);
}

function vectorIndexesFor(
  recorded: readonly VectorIndex[],
  entries: Overrides['VectorIndexOverride'],
  mode: Settings['billingMode'],
): VectorIndex[] {
  const kept = (entries ?? recorded).map((entry) => {
    const source = recorded.find((index) => vectorIdentity(index) === vectorIdentity(entry));
    if (source === undefined) throw notKnown('vector-index-not-in-source');
    return source;
  });
  if (kept.length > 0 && mode === 'PROVISIONED') {
    throw notKnown('vector-index-provisioned');
  }
  return kept;
}

/** Everything about a vector index is fixed for life, so an entry must repeat it all. */
function vectorIdentity(index: Omit<VectorIndex, 'VectorAttribute'> & { VectorAttribute: object }): string {
  const { IndexName, VectorAttribute, SearchSchema = [], Projection, Dimensions, DistanceFunction } = index;
  const searched = SearchSchema.map(({ AttributeName, SearchSchemaElementType }) => [
    AttributeName,
    SearchSchemaElementType,
  ]);
  const projected = [Projection.ProjectionType, Projection.NonKeyAttributes?.toSorted() ?? []];
  return JSON.stringify([IndexName, VectorAttribute, searched, projected, Dimensions, DistanceFunction]);
}
