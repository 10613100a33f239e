/**
 * What CreateTable demands of keys, indexes and billing beyond their shape, and the settings it makes of them. The order of the
 * rules is the service's as far as it is known; the texts are those of the service.
 */
import {
  noUnits,
  startingWarm,
  storedProjection,
  type AttributeDefinition,
  type KeyElement,
  type LocalIndex,
  type Projection,
  type Settings,
  type Units,
} from '../state/settings';
import { invalid, invalidParameters, overLimit } from '../wire/error';
import type { Infer } from '../wire/shape';
import type { globalIndex, localIndex, maxima, vectorIndex } from './shapes';

interface Keyed {
  readonly AttributeDefinitions: AttributeDefinition[];
  readonly KeySchema: KeyElement[];
  readonly LocalSecondaryIndexes?: Infer<typeof localIndex>[];
  readonly GlobalSecondaryIndexes?: Infer<typeof globalIndex>[];
  readonly VectorIndexes?: Infer<typeof vectorIndex>[];
  readonly BillingMode?: Settings['billingMode'];
  readonly ProvisionedThroughput?: Units;
  readonly OnDemandThroughput?: Infer<typeof maxima>;
}

type KeySettings = Pick<
  Settings,
  | 'attributes'
  | 'keySchema'
  | 'localIndexes'
  | 'globalIndexes'
  | 'vectorIndexes'
  | 'billingMode'
  | 'throughput'
  | 'maxima'
  | 'warm'
>;

/** The settings of a new table. @throws ApiError at the first rule that is broken */
export function keySettings(input: Keyed): KeySettings {
  const { LocalSecondaryIndexes = [], GlobalSecondaryIndexes = [], VectorIndexes = [] } = input;
  const billingMode = input.BillingMode ?? 'PROVISIONED';
  const indexes = [...LocalSecondaryIndexes, ...GlobalSecondaryIndexes];
  checkTableUnits(billingMode, input.ProvisionedThroughput);
  checkKeySchema(input.KeySchema, 1, 1);
  checkAttributesUsed(input, indexes, VectorIndexes);
  checkNames([...indexes, ...VectorIndexes].map((index) => index.IndexName));
  for (const index of LocalSecondaryIndexes) checkLocalIndex(index, input.KeySchema);
  for (const index of GlobalSecondaryIndexes) {
    checkKeySchema(index.KeySchema, 4, 4);
    checkProjection(index.Projection);
    checkIndexUnits(index, billingMode);
  }
  checkCounts(LocalSecondaryIndexes.length, GlobalSecondaryIndexes.length);
  checkMaxima(billingMode, input.OnDemandThroughput);
  const throughput = input.ProvisionedThroughput ?? { ...noUnits };
  return {
    attributes: input.AttributeDefinitions,
    keySchema: input.KeySchema,
    localIndexes: LocalSecondaryIndexes.map(storedLocalIndex),
    globalIndexes: GlobalSecondaryIndexes.map(storedGlobalIndex),
    vectorIndexes: VectorIndexes.map((index) => ({
      ...index,
      Projection: storedProjection(index.Projection),
    })),
    billingMode,
    throughput,
    maxima: input.OnDemandThroughput ?? {},
    warm: startingWarm(billingMode, throughput),
  };
}

export function storedLocalIndex(index: LocalIndex): LocalIndex {
  const { IndexName, KeySchema } = index;
  return { IndexName, KeySchema, Projection: storedProjection(index.Projection) };
}

export function storedGlobalIndex(index: Infer<typeof globalIndex>): Settings['globalIndexes'][number] {
  return {
    ...storedLocalIndex(index),
    ProvisionedThroughput: index.ProvisionedThroughput ?? { ...noUnits },
    ...(index.OnDemandThroughput !== undefined && { OnDemandThroughput: index.OnDemandThroughput }),
  };
}

export function checkProjection({ ProjectionType, NonKeyAttributes }: Projection): void {
  if (ProjectionType === undefined) throw invalidParameters('Unknown ProjectionType: null');
  if (ProjectionType === 'INCLUDE' && NonKeyAttributes === undefined) {
    throw invalidParameters('ProjectionType is INCLUDE, but NonKeyAttributes is not specified');
  }
  if (ProjectionType !== 'INCLUDE' && NonKeyAttributes !== undefined) {
    throw invalidParameters(`ProjectionType is ${ProjectionType}, but NonKeyAttributes is specified`);
  }
}

export function checkKeySchema(keys: readonly KeyElement[], maxHash: number, maxRange: number): void {
  const types = keys.map((key) => key.KeyType);
  if (types[0] !== 'HASH') {
    throw invalid('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  }
  const hashes = types.filter((type) => type === 'HASH').length;
  if (types.slice(0, hashes).includes('RANGE')) {
    throw invalid('All HASH key attributes must precede RANGE key attributes in the KeySchema');
  }
  if (hashes > maxHash)
    throw invalid('The KeySchema exceeds the maximum allowed number of HASH key attributes');
  if (types.length - hashes > maxRange) {
    throw invalid('The KeySchema exceeds the maximum allowed number of RANGE key attributes');
  }
  if (new Set(keys.map((key) => key.AttributeName)).size < keys.length) {
    throw invalid('The KeySchema contains multiple key attributes with the same name');
  }
}

export function checkIndexUnits(index: Infer<typeof globalIndex>, mode: Settings['billingMode']): void {
  const { IndexName, ProvisionedThroughput } = index;
  if (mode === 'PROVISIONED' && ProvisionedThroughput === undefined) {
    throw invalidParameters(`ProvisionedThroughput is not specified for index: ${IndexName}`);
  }
  if (mode === 'PAY_PER_REQUEST' && ProvisionedThroughput !== undefined) {
    throw invalidParameters(
      `ProvisionedThroughput should not be specified for index: ${IndexName} when BillingMode is PAY_PER_REQUEST`,
    );
  }
}

function checkTableUnits(mode: Settings['billingMode'], units: Units | undefined): void {
  if (mode === 'PROVISIONED' && units === undefined) {
    throw invalidParameters(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
  if (mode === 'PAY_PER_REQUEST' && units !== undefined) {
    throw invalidParameters(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
}

/** Attributes that nothing uses hide every fault of an index. */
function checkAttributesUsed(
  input: Keyed,
  indexes: readonly LocalIndex[],
  vectors: readonly { SearchSchema?: Record<string, unknown>[] }[],
): void {
  const defined = new Set(input.AttributeDefinitions.map((attribute) => attribute.AttributeName));
  const searched = vectors
    .flatMap((vector) => vector.SearchSchema ?? [])
    .map((element) => String(element['AttributeName']));
  const inKeys = [input.KeySchema, ...indexes.map((index) => index.KeySchema)]
    .flat()
    .map((key) => key.AttributeName);
  const used = new Set([...inKeys, ...searched]);
  const list = (names: Iterable<string>): string => `[${[...names].join(', ')}]`;
  const missing = [...used].filter((attribute) => !defined.has(attribute));
  if (missing.length > 0) {
    throw invalidParameters(
      `Some index key attributes are not defined in AttributeDefinitions. Keys: ${list(missing)}, AttributeDefinitions: ${list(defined)}`,
    );
  }
  if (defined.size > used.size) {
    throw invalidParameters(
      `Some AttributeDefinitions are not used. AttributeDefinitions: ${list(defined)}, keys used: ${list(used)}`,
    );
  }
}

function checkLocalIndex(index: LocalIndex, tableKeys: readonly KeyElement[]): void {
  checkKeySchema(index.KeySchema, 1, 1);
  if (tableKeys.length < 2) {
    throw invalidParameters(
      'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex',
    );
  }
  if (index.KeySchema[0]?.AttributeName !== tableKeys[0]?.AttributeName) {
    throw invalidParameters(
      `Index KeySchema does not have the same leading hash key as table KeySchema for index: ${index.IndexName}. ` +
        `index hash key: ${index.KeySchema[0]?.AttributeName}, table hash key: ${tableKeys[0]?.AttributeName}`,
    );
  }
  if (index.KeySchema.length < 2) {
    throw invalidParameters(`Index KeySchema does not have a range key for index: ${index.IndexName}`);
  }
  checkProjection(index.Projection);
}

function checkNames(names: readonly string[]): void {
  const duplicate = names.find((name, position) => names.indexOf(name) < position);
  if (duplicate !== undefined) throw invalidParameters(`Duplicate index name: ${duplicate}`);
}

function checkCounts(local: number, global: number): void {
  if (global > 20) throw overLimit('Number of global secondary indexes exceeds per-table limit of 20');
  if (local > 5) throw invalidParameters('Number of LocalSecondaryIndexes exceeds per-table limit of 5');
}

function checkMaxima(mode: Settings['billingMode'], maxima: Keyed['OnDemandThroughput']): void {
  if (mode !== 'PROVISIONED' || maxima === undefined) return;
  throw invalidParameters(
    'MaxReadRequestUnits for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED',
  );
}
