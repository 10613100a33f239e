import type { Facts, SSEDescription, Tag } from './facts';
import type { PlannedStep } from './planned-steps';
import { isData, memberOf, objectsIn, pick, type Data } from './record';
import type { Recorded } from './recorded';
import {
  liveTable,
  liveTimeToLive,
  pointInTimeOf,
  recordedStream,
  recordedTimeToLive,
  streamOfTable,
} from './settings';

/** A table in the API's own words, as plain data for the diff: what was recorded, or what the restore will make. */
export type TableSketch = Record<string, unknown>;

/** The part of a table that every restore brings back, in the words of the API. */
interface Shape {
  KeySchema: readonly unknown[];
  BillingMode: unknown;
  ProvisionedThroughput: unknown;
  OnDemandThroughput: unknown;
  LocalSecondaryIndexes: Data[];
  GlobalSecondaryIndexes: Data[];
  VectorIndexes: Data[];
  /** Of a backup that records no features it is not known. */
  encryption: SSEDescription | 'AWS owned' | undefined;
}

/** The source as it was recorded, and its other settings as the live table has them today, when it stands. */
export function recordedSketch(source: Recorded, facts: Facts): TableSketch {
  const shape = shapeOf(source);
  const table = liveTable(facts);
  return sketch({
    TableName: source.tableName,
    ...shapeSketch(shape),
    SSESpecification: recordedEncryption(shape.encryption),
    TableClass: table && (table.TableClassSummary?.TableClass ?? 'STANDARD'),
    DeletionProtectionEnabled: table && (table.DeletionProtectionEnabled ?? false),
    StreamSpecification: table ? streamOfTable(table) : recordedStream(source),
    TimeToLiveSpecification: liveTimeToLive(facts) ?? recordedTimeToLive(source),
    PointInTimeRecoverySpecification: pointInTimeOf(facts),
    Tags: tagsOf(facts),
  });
}

/** The table that the restore and the steps after it will make. */
export function restoredSketch(source: Recorded, input: Data, steps: readonly PlannedStep[]): TableSketch {
  const shape = overridden(shapeOf(source), input);
  const step = (setting: string): unknown => steps.find((candidate) => candidate.setting === setting)?.value;
  return sketch({
    TableName: input['TargetTableName'],
    ...shapeSketch(shape),
    SSESpecification: encryptionAfter(input['SSESpecificationOverride'], shape.encryption),
    // Each of these begins anew with a restored table ("Restoring a table" in the Developer Guide).
    TableClass: step('TableClass') ?? 'STANDARD',
    DeletionProtectionEnabled: step('DeletionProtectionEnabled') ?? false,
    StreamSpecification: step('StreamSpecification') ?? { StreamEnabled: false },
    TimeToLiveSpecification: step('TimeToLiveSpecification') ?? { Enabled: false },
    PointInTimeRecoverySpecification: withPeriod(step('PointInTimeRecoverySpecification')),
    Tags: step('Tags') ?? [],
  });
}

/** A period that is not written is 35 days (API_PointInTimeRecoverySpecification). */
function withPeriod(specification: unknown): unknown {
  if (!isData(specification)) return { PointInTimeRecoveryEnabled: false };
  if (specification['PointInTimeRecoveryEnabled'] !== true) return specification;
  return { ...specification, RecoveryPeriodInDays: specification['RecoveryPeriodInDays'] ?? 35 };
}

/** What was not recorded shows as nothing; the plan's notes say so. */
function shapeOf({ keySchema, billingMode, features, ...recorded }: Recorded): Shape {
  const known = features === 'not recorded' ? undefined : features;
  return {
    KeySchema: keySchema,
    BillingMode: billingMode,
    ProvisionedThroughput: recorded.provisionedThroughput,
    OnDemandThroughput: recorded.onDemandThroughput,
    LocalSecondaryIndexes: objectsIn(known?.localIndexes),
    GlobalSecondaryIndexes: objectsIn(known?.globalIndexes),
    VectorIndexes: objectsIn(known?.vectorIndexes),
    encryption: known && (known.encryption ?? 'AWS owned'),
  };
}

/** An override list is the whole set: `[]` restores none, an absent one all (API_RestoreTableFromBackup). */
function overridden(shape: Shape, input: Data): Shape {
  const list = (key: string, recorded: Data[]): Data[] =>
    input[key] === undefined ? recorded : objectsIn(input[key]);
  return {
    ...shape,
    BillingMode: input['BillingModeOverride'] ?? shape.BillingMode,
    ProvisionedThroughput: input['ProvisionedThroughputOverride'] ?? shape.ProvisionedThroughput,
    OnDemandThroughput: input['OnDemandThroughputOverride'] ?? shape.OnDemandThroughput,
    LocalSecondaryIndexes: list('LocalSecondaryIndexOverride', shape.LocalSecondaryIndexes),
    GlobalSecondaryIndexes: list('GlobalSecondaryIndexOverride', shape.GlobalSecondaryIndexes),
    VectorIndexes: list('VectorIndexOverride', shape.VectorIndexes),
  };
}

function shapeSketch(shape: Shape): TableSketch {
  return {
    KeySchema: shape.KeySchema,
    BillingMode: shape.BillingMode,
    ...capacity(shape, shape.BillingMode),
    LocalSecondaryIndexes: byName(shape.LocalSecondaryIndexes).map((entry) =>
      indexSketch(entry, ['KeySchema']),
    ),
    GlobalSecondaryIndexes: byName(shape.GlobalSecondaryIndexes).map((entry) => ({
      ...indexSketch(entry, ['KeySchema']),
      ...capacity(entry, shape.BillingMode),
    })),
    VectorIndexes: byName(shape.VectorIndexes).map((entry) =>
      indexSketch(entry, ['VectorAttribute', 'Dimensions', 'DistanceFunction', 'SearchSchema']),
    ),
  };
}

function indexSketch(index: Data, members: string[]): TableSketch {
  return { ...pick(index, ['IndexName', ...members]), Projection: projectionSketch(index['Projection']) };
}

interface Capacity {
  ProvisionedThroughput?: unknown;
  OnDemandThroughput?: unknown;
}

/** On-demand tables have no provisioned units (the API answers 0/0), provisioned ones no maxima; a maximum of -1 is none. */
function capacity({ ProvisionedThroughput, OnDemandThroughput }: Capacity, mode: unknown): TableSketch {
  if (mode === 'PROVISIONED') {
    if (!isData(ProvisionedThroughput)) return {};
    const units = pick(ProvisionedThroughput, ['ReadCapacityUnits', 'WriteCapacityUnits']);
    return { ProvisionedThroughput: units };
  }
  if (!isData(OnDemandThroughput)) return {};
  const maxima = pick(OnDemandThroughput, ['MaxReadRequestUnits', 'MaxWriteRequestUnits']);
  const set = Object.entries(maxima).filter(([, value]) => value !== -1);
  return set.length > 0 ? { OnDemandThroughput: Object.fromEntries(set) } : {};
}

/** The service keeps the attributes of a projection sorted (aws-controllers-k8s/dynamodb-controller docs/api-quirks DDB-TABLE-125). */
function projectionSketch(projection: unknown): TableSketch {
  const attributes = memberOf(projection, 'NonKeyAttributes');
  return {
    ProjectionType: memberOf(projection, 'ProjectionType'),
    NonKeyAttributes: Array.isArray(attributes) ? attributes.map(String).toSorted() : undefined,
  };
}

function byName(indexes: readonly Data[]): Data[] {
  return indexes.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function nameOf({ IndexName }: Data): string {
  return String(IndexName);
}

/** No description means the key that AWS owns, which a request writes as `Enabled: false`. */
function recordedEncryption(encryption: Shape['encryption']): TableSketch | undefined {
  if (encryption === undefined) return undefined;
  if (encryption === 'AWS owned') return { Enabled: false };
  return { Enabled: true, SSEType: encryption.SSEType ?? 'KMS', KMSMasterKeyId: encryption.KMSMasterKeyArn };
}

/** `{}` is the key that AWS owns; a type without a key is the key that AWS manages in the destination Region. */
function encryptionAfter(override: unknown, recorded: Shape['encryption']): TableSketch | undefined {
  if (!isData(override)) return recordedEncryption(recorded);
  const { Enabled, SSEType, KMSMasterKeyId } = override;
  if (Enabled === false || (Enabled === undefined && SSEType === undefined)) return { Enabled: false };
  return { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: KMSMasterKeyId ?? 'alias/aws/dynamodb' };
}

function tagsOf(facts: Facts): Tag[] | undefined {
  const tags = facts.sourceTags;
  return tags === 'unknown' || tags === 'missing'
    ? undefined
    : tags.toSorted((a, b) => (a.Key < b.Key ? -1 : 1));
}

/** Plain data without absent members, so that two sketches compare as text. */
function sketch(members: TableSketch): TableSketch {
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, plain(value)]),
  );
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isData(value) ? sketch(value) : value;
}
