import type {
  BackupDescription,
  BillingMode,
  FactName,
  Facts,
  GlobalSecondaryIndex,
  KeySchemaElement,
  Known,
  LocalSecondaryIndex,
  OnDemandThroughput,
  ProvisionedThroughput,
  SSEDescription,
  StreamSpecification,
  TableDescription,
  TimeToLiveDescription,
  VectorIndex,
} from './facts';
import { definitionOf, type IndexList } from './spec/indexes';
import { remember } from './spec/remember';
import { sourceOf } from './spec/request';
import type { Spec } from './spec/spec';
import { stringAt } from './spec/tree';

/** Indexes and settings of the source, with what is off or absent left out. */
export interface Features {
  globalIndexes: GlobalSecondaryIndex[];
  localIndexes: LocalSecondaryIndex[];
  vectorIndexes: VectorIndex[];
  /** Absent: the AWS owned key. */
  encryption?: SSEDescription;
  /** Absent: no stream. */
  stream?: StreamSpecification;
  /** Absent: off; for a live table also: not read. */
  timeToLive?: TimeToLiveDescription;
}

/** What a restore starts from: the backup's record, or, for a point in time, the source table as it is now. */
export interface Recorded {
  from: 'backup' | 'table';
  tableName: string;
  tableId: string;
  tableArn?: string;
  keySchema: KeySchemaElement[];
  billingMode: BillingMode;
  /** Absent for an on-demand table. */
  provisionedThroughput?: ProvisionedThroughput;
  onDemandThroughput?: OnDemandThroughput;
  sizeBytes?: number;
  /** The backup that DynamoDB makes of a deleted table lists no indexes and no settings. */
  features: Features | 'not recorded';
}

/** The source of a spec's restore as far as it is known. */
export function recordedSource(spec: Spec, facts: Facts): Known<Recorded | 'missing'> {
  const source = sourceOf(spec);
  if (!source) return 'unknown';
  if (source.kind === 'backup')
    return typeof facts.backup === 'string' ? facts.backup : ofBackup(facts.backup);
  return typeof facts.source === 'string' ? facts.source : ofTable(facts.source, facts);
}

const ofBackup = remember((backup: BackupDescription): Recorded => {
  const { BackupDetails, SourceTableDetails, SourceTableFeatureDetails } = backup;
  const { TableArn, OnDemandThroughput, BillingMode: mode = 'PROVISIONED' } = SourceTableDetails;
  const sizeBytes = BackupDetails.BackupSizeBytes ?? SourceTableDetails.TableSizeBytes;
  // Only a USER backup is known to record its features; `{}` of another kind says nothing.
  const isRecorded = BackupDetails.BackupType === 'USER' || Object.keys(SourceTableFeatureDetails).length > 0;
  return {
    from: 'backup',
    tableName: SourceTableDetails.TableName,
    tableId: SourceTableDetails.TableId,
    ...(TableArn !== undefined && { tableArn: TableArn }),
    keySchema: SourceTableDetails.KeySchema,
    billingMode: mode,
    ...(mode === 'PROVISIONED' && { provisionedThroughput: SourceTableDetails.ProvisionedThroughput }),
    ...(OnDemandThroughput !== undefined && { onDemandThroughput: OnDemandThroughput }),
    ...(sizeBytes !== undefined && { sizeBytes }),
    features: isRecorded ? backupFeatures(SourceTableFeatureDetails) : 'not recorded',
  };
});

function backupFeatures(features: BackupDescription['SourceTableFeatureDetails']): Features {
  const {
    SSEDescription: encryption,
    StreamDescription: stream,
    TimeToLiveDescription: timeToLive,
  } = features;
  return {
    globalIndexes: features.GlobalSecondaryIndexes ?? [],
    localIndexes: features.LocalSecondaryIndexes ?? [],
    vectorIndexes: features.VectorIndexes ?? [],
    ...settings(encryption, stream, timeToLive),
  };
}

interface TableRecord extends Recorded {
  features: Features;
}

/** A live table as the source of a restore to a point in time. Time to live is no part of its description, and is added where it is known. */
export function ofTable(table: TableDescription, { sourceTimeToLive }: Facts): Recorded {
  const described = ofDescription(table);
  return typeof sourceTimeToLive === 'string' ? described : withTimeToLive(described)(sourceTimeToLive);
}

const ofDescription = remember((table: TableDescription): TableRecord => {
  // Absent until the table was on-demand once: API_TableDescription.
  const mode = table.BillingModeSummary?.BillingMode ?? 'PROVISIONED';
  const {
    ProvisionedThroughput: provisioned,
    OnDemandThroughput: onDemand,
    TableSizeBytes: sizeBytes,
  } = table;
  return {
    from: 'table',
    tableName: table.TableName,
    tableId: table.TableId,
    tableArn: table.TableArn,
    keySchema: table.KeySchema,
    billingMode: mode,
    ...(mode === 'PROVISIONED' && provisioned !== undefined && { provisionedThroughput: units(provisioned) }),
    ...(onDemand !== undefined && { onDemandThroughput: onDemand }),
    ...(sizeBytes !== undefined && { sizeBytes }),
    features: {
      globalIndexes: (table.GlobalSecondaryIndexes ?? []).map(plainGlobalIndex),
      localIndexes: (table.LocalSecondaryIndexes ?? []).map(plainIndex),
      vectorIndexes: table.VectorIndexes ?? [],
      ...settings(table.SSEDescription, table.StreamSpecification, undefined),
    },
  };
});

const withTimeToLive = remember((recorded: TableRecord) =>
  remember((timeToLive: TimeToLiveDescription): Recorded => {
    return { ...recorded, features: { ...recorded.features, ...settings(undefined, undefined, timeToLive) } };
  }),
);

function settings(
  encryption: SSEDescription | undefined,
  stream: StreamSpecification | undefined,
  timeToLive: TimeToLiveDescription | undefined,
): Pick<Features, 'encryption' | 'stream' | 'timeToLive'> {
  const hasKey = encryption !== undefined && encryption.Status !== 'DISABLED';
  const hasTimeToLive =
    timeToLive?.TimeToLiveStatus === 'ENABLED' || timeToLive?.TimeToLiveStatus === 'ENABLING';
  return {
    ...(hasKey && { encryption }),
    ...(stream?.StreamEnabled === true && { stream }),
    ...(hasTimeToLive && { timeToLive }),
  };
}

/** DescribeTable adds sizes, states and dates to an index; a request takes none of them. */
function plainIndex({ IndexName, KeySchema, Projection }: LocalSecondaryIndex): LocalSecondaryIndex {
  return { IndexName, KeySchema, Projection };
}

function plainGlobalIndex(index: GlobalSecondaryIndex): GlobalSecondaryIndex {
  const { ProvisionedThroughput: provisioned, OnDemandThroughput: onDemand } = index;
  return {
    ...plainIndex(index),
    ...(provisioned !== undefined && { ProvisionedThroughput: units(provisioned) }),
    ...(onDemand !== undefined && { OnDemandThroughput: onDemand }),
  };
}

function units({ ReadCapacityUnits, WriteCapacityUnits }: ProvisionedThroughput): ProvisionedThroughput {
  return { ReadCapacityUnits, WriteCapacityUnits };
}

/** The fact that tells what a spec restores from. */
export function recordedFact(spec: Spec): FactName | undefined {
  const source = sourceOf(spec);
  if (!source) return undefined;
  return source.kind === 'backup' ? 'backup' : 'source';
}

/** The billing mode the new table will have: overridden, else as recorded; undefined = not known. */
export function effectiveBillingMode(spec: Spec, facts: Facts): BillingMode | undefined {
  const override = billingModeOverride(spec);
  if (override) return override;
  const recorded = recordedSource(spec, facts);
  return typeof recorded === 'string' ? undefined : recorded.billingMode;
}

/** The fact that `effectiveBillingMode` needs, where the file alone does not decide it. */
export function billingModeFact(spec: Spec): FactName | undefined {
  return billingModeOverride(spec) ? undefined : recordedFact(spec);
}

function billingModeOverride(spec: Spec): BillingMode | undefined {
  const override = stringAt(spec, ['BillingModeOverride']);
  return override === 'PROVISIONED' || override === 'PAY_PER_REQUEST' ? override : undefined;
}

/** An index of the source. */
export interface RecordedIndex {
  list: IndexList;
  name: string;
  /** Comparable with that of a written entry. */
  definition: string | undefined;
  /** The entry that restores it unchanged; its capacity only where it has one. */
  entry: Record<string, unknown>;
}

/** The indexes of the source, all three kinds; undefined where they are not recorded. */
export const recordedIndexes = remember((recorded: Recorded): readonly RecordedIndex[] | undefined => {
  if (recorded.features === 'not recorded') return undefined;
  const { globalIndexes, localIndexes, vectorIndexes } = recorded.features;
  return [
    ...globalIndexes.map((index) =>
      recordedIndex('GlobalSecondaryIndexOverride', withoutZeroCapacity(index)),
    ),
    ...localIndexes.map((index) => recordedIndex('LocalSecondaryIndexOverride', plainIndex(index))),
    ...vectorIndexes.map((index) => recordedIndex('VectorIndexOverride', plainVectorIndex(index))),
  ];
});

function recordedIndex(list: IndexList, entry: { IndexName: string }): RecordedIndex {
  return { list, name: entry.IndexName, definition: definitionOf(list, entry), entry: { ...entry } };
}

/** An on-demand table records its indexes with 0 units, which no request may contain. */
function withoutZeroCapacity(index: GlobalSecondaryIndex): GlobalSecondaryIndex {
  const { ProvisionedThroughput: provisioned, ...rest } = plainGlobalIndex(index);
  const isReal =
    provisioned !== undefined && provisioned.ReadCapacityUnits > 0 && provisioned.WriteCapacityUnits > 0;
  return isReal ? { ...rest, ProvisionedThroughput: provisioned } : rest;
}

function plainVectorIndex(index: VectorIndex): VectorIndex {
  const { IndexName, VectorAttribute, SearchSchema, Projection, Dimensions, DistanceFunction } = index;
  const search = SearchSchema !== undefined && { SearchSchema };
  return { IndexName, VectorAttribute, ...search, Projection, Dimensions, DistanceFunction };
}
