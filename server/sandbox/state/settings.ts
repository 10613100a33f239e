/**
 * What a table is made of: the part of a table that UpdateTable changes, a backup records and a restore takes over.
 * The names are those of the DynamoDB API Reference (`API_TableDescription`).
 */

export interface AttributeDefinition {
  AttributeName: string;
  AttributeType: 'B' | 'N' | 'S';
}

export interface KeyElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

export interface Projection {
  ProjectionType?: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  NonKeyAttributes?: string[];
}

export interface Units {
  ReadCapacityUnits: number;
  WriteCapacityUnits: number;
}

export interface Maxima {
  MaxReadRequestUnits?: number;
  MaxWriteRequestUnits?: number;
}

export interface Warm {
  ReadUnitsPerSecond?: number;
  WriteUnitsPerSecond?: number;
}

export interface LocalIndex {
  IndexName: string;
  KeySchema: KeyElement[];
  Projection: Projection;
}

export interface GlobalIndex extends LocalIndex {
  ProvisionedThroughput: Units;
  OnDemandThroughput?: Maxima;
}

export interface VectorIndex {
  IndexName: string;
  VectorAttribute: Record<string, unknown>;
  SearchSchema?: Record<string, unknown>[];
  Projection: Projection;
  Dimensions: number;
  DistanceFunction: string;
}

export type BillingMode = 'PROVISIONED' | 'PAY_PER_REQUEST';
export type TableClass = 'STANDARD' | 'STANDARD_INFREQUENT_ACCESS';
export type StreamViewType = 'OLD_IMAGE' | 'KEYS_ONLY' | 'NEW_AND_OLD_IMAGES' | 'NEW_IMAGE';

export interface Settings {
  attributes: AttributeDefinition[];
  keySchema: KeyElement[];
  localIndexes: LocalIndex[];
  globalIndexes: GlobalIndex[];
  vectorIndexes: VectorIndex[];
  billingMode: BillingMode;
  /** 0/0 on demand. */
  throughput: Units;
  /** The on-demand maxima, `{}` for none. */
  maxima: Maxima;
  /** The ARN of the key; undefined is the AWS owned key. */
  encryptionKey?: string | undefined;
  streamView?: StreamViewType | undefined;
  tableClass: TableClass;
  deletionProtection: boolean;
  warm: { ReadUnitsPerSecond: number; WriteUnitsPerSecond: number };
}

export const noUnits: Units = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 };

/** What every on-demand table is warm for from the start. */
export const onDemandWarm = { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4_000 };

/** The warm throughput a table starts with: the on-demand base, or the provisioned units. */
export function startingWarm(mode: BillingMode, units: Units): Settings['warm'] {
  if (mode === 'PAY_PER_REQUEST') return { ...onDemandWarm };
  return { ReadUnitsPerSecond: units.ReadCapacityUnits, WriteUnitsPerSecond: units.WriteCapacityUnits };
}

/** The attribute definitions that the keys of the table and its indexes use, sorted as the service shows them. */
export function usedAttributes(settings: Omit<Settings, 'warm'>): AttributeDefinition[] {
  const keys = [settings, ...settings.localIndexes, ...settings.globalIndexes].flatMap((keyed) =>
    'keySchema' in keyed ? keyed.keySchema : keyed.KeySchema,
  );
  const search = settings.vectorIndexes.flatMap((index) => index.SearchSchema ?? []);
  const used = new Set([...keys, ...search].map((element) => element.AttributeName));
  return settings.attributes
    .filter((attribute) => used.has(attribute.AttributeName))
    .toSorted((a, b) => (a.AttributeName < b.AttributeName ? -1 : 1));
}

/** A projection as the service stores it: NonKeyAttributes sorted. */
export function storedProjection(projection: Projection): Projection {
  if (projection.NonKeyAttributes === undefined) return { ...projection };
  return { ...projection, NonKeyAttributes: projection.NonKeyAttributes.toSorted() };
}
