import { parseTree } from 'jsonc-parser';
import type { TableDescription } from '../../server/core/facts';
import { findKey } from '../../server/sandbox/state/keys';
import { apiShape, type ApiShape } from '../core/api-shapes';
import type { Request } from './wires';
import { isFields, type Fields, type Json } from './draft';
import type { AgreementWorld, Source } from './world';

/** What is written in a spec and what came of it, side by side; told a third time, from neither the checker nor the service. */
export function otherEffects(
  world: AgreementWorld,
  text: string,
  { call, region, input }: Request,
  made: TableDescription,
): string[] {
  const written = input as Fields;
  const source = sourceOf(world, region, written);
  if (!source) return ['a table was made of a source that is not there'];
  const expected = expectedTable(world, source, region, written);
  const found = summary(made);
  return [
    ...Object.keys(expected).flatMap((key) => differing(key, expected[key], found[key])),
    ...ignored(apiShape('dynamodb', `${call}Input`), written).map((path) => `${path} was ignored`),
    ...twice(text, written).map((key) => `${key} is written twice`),
  ];
}

function differing(what: string, expected: unknown, found: unknown): string[] {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(found)];
  return wanted === got ? [] : [`${what}: ${wanted} is written, ${got} was made`];
}

function sourceOf({ sources }: AgreementWorld, region: string, spec: Fields): Source | undefined {
  const { BackupArn, SourceTableArn, SourceTableName } = spec;
  if (SourceTableName !== undefined)
    return sources.find(
      (source) => source.kind === 'table' && source.region === region && source.table === SourceTableName,
    );
  return sources.find(({ arn }) => arn === (BackupArn ?? SourceTableArn));
}

type Summary = Record<string, unknown>;

/** In an order of names, since the service's own order of indexes says nothing. */
function summary(table: TableDescription): Summary {
  const { BillingModeSummary: billing, RestoreSummary: restored, ProvisionedThroughput: units } = table;
  const { MaxReadRequestUnits: reads, MaxWriteRequestUnits: writes } = table.OnDemandThroughput ?? {};
  return {
    arn: table.TableArn,
    keys: table.KeySchema.map(({ AttributeName, KeyType }) => [AttributeName, KeyType]),
    mode: billing?.BillingMode ?? 'PROVISIONED',
    units: [units?.ReadCapacityUnits, units?.WriteCapacityUnits],
    maxima: [reads ?? null, writes ?? null],
    globalIndexes: byName(table.GlobalSecondaryIndexes, (index) => [
      ...indexSummary(index),
      index.ProvisionedThroughput?.ReadCapacityUnits,
      index.ProvisionedThroughput?.WriteCapacityUnits,
    ]),
    localIndexes: byName(table.LocalSecondaryIndexes, indexSummary),
    vectorIndexes: byName(table.VectorIndexes, (index) => [index.Dimensions, index.DistanceFunction]),
    key: table.SSEDescription?.KMSMasterKeyArn ?? null,
    from: restored?.SourceBackupArn ?? restored?.SourceTableArn,
    second: Math.floor(Date.parse(restored?.RestoreDateTime ?? '') / 1000),
    leftBehind: [table.StreamSpecification ?? null, table.DeletionProtectionEnabled ?? false],
  };
}

interface Index {
  IndexName: string;
  KeySchema: { AttributeName: string; KeyType: string }[];
  Projection: { ProjectionType?: string; NonKeyAttributes?: string[] };
}

function indexSummary({ KeySchema, Projection }: Index): unknown[] {
  const keys = KeySchema.map(({ AttributeName, KeyType }) => [AttributeName, KeyType]);
  return [keys, Projection.ProjectionType, (Projection.NonKeyAttributes ?? []).toSorted()];
}

function byName<I extends { IndexName: string }>(
  indexes: readonly I[] = [],
  tell: (index: I) => unknown[],
): unknown {
  return indexes
    .map((index): [string, ...unknown[]] => [index.IndexName, ...tell(index)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function expectedTable(world: AgreementWorld, source: Source, region: string, spec: Fields): Summary {
  const { settings, window, arn } = source;
  const mode = spec['BillingModeOverride'] ?? settings.billingMode;
  const onDemand = mode === 'PAY_PER_REQUEST';
  const none = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 };
  const units = onDemand ? none : fieldsOr(spec['ProvisionedThroughputOverride'], settings.throughput);
  const maxima = onDemand ? fieldsOr(spec['OnDemandThroughputOverride'], settings.maxima) : {};
  const global = listOr(spec['GlobalSecondaryIndexOverride'], settings.globalIndexes);
  const moment = spec['RestoreDateTime'];
  const createdAt = Number(/\/backup\/(\d{14})/.exec(arn)?.[1]);
  return {
    arn: `arn:aws:dynamodb:${region}:123456789012:table/${JSON.stringify(spec['TargetTableName']).slice(1, -1)}`,
    keys: settings.keySchema.map(({ AttributeName, KeyType }) => [AttributeName, KeyType]),
    mode,
    units: [units['ReadCapacityUnits'], units['WriteCapacityUnits']],
    maxima: [maxima['MaxReadRequestUnits'] ?? null, maxima['MaxWriteRequestUnits'] ?? null],
    globalIndexes: byName(global, (index) => {
      const given = onDemand ? none : unitsOf(index, settings.globalIndexes);
      return [...indexSummary(index), given.ReadCapacityUnits, given.WriteCapacityUnits];
    }),
    localIndexes: byName(listOr(spec['LocalSecondaryIndexOverride'], settings.localIndexes), indexSummary),
    vectorIndexes: byName(listOr(spec['VectorIndexOverride'], settings.vectorIndexes), (index) => [
      index.Dimensions,
      index.DistanceFunction,
    ]),
    key: keyOf(world, region, spec['SSESpecificationOverride'], settings.encryptionKey),
    from: arn,
    second: Math.floor(
      (typeof moment === 'string' ? inOffsetTime(moment) : (window?.latest ?? createdAt)) / 1000,
    ),
    leftBehind: [null, false],
  };
}

/** A moment without an offset, or of a day that is not there, is none: whatever is made of it is something else. */
function inOffsetTime(text: string): number {
  const ms = Date.parse(text);
  const [year, month, day] = text.split(/[-T]/).map(Number);
  const isDay = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
  return isDay && /(Z|[+-]\d\d:?\d\d)$/.test(text) && text.includes('T') ? ms : Number.NaN;
}

function fieldsOr(written: Json | undefined, recorded: object): Record<string, unknown> {
  return isFields(written) ? written : { ...recorded };
}

function listOr<I>(written: Json | undefined, recorded: readonly I[]): readonly I[] {
  return Array.isArray(written) ? (written as I[]) : recorded;
}

type Units = { ReadCapacityUnits: number; WriteCapacityUnits: number };

function unitsOf(
  index: Index & { ProvisionedThroughput?: Units },
  recorded: readonly (Index & { ProvisionedThroughput: Units })[],
): Units {
  const same = recorded.find(({ IndexName }) => IndexName === index.IndexName);
  return (
    index.ProvisionedThroughput ??
    same?.ProvisionedThroughput ?? { ReadCapacityUnits: -1, WriteCapacityUnits: -1 }
  );
}

/** ARN of the key that a specification asks for; null is the AWS owned key. */
function keyOf(
  { sandbox }: AgreementWorld,
  region: string,
  written: Json | undefined,
  recorded: string | undefined,
): string | null {
  if (!isFields(written)) return recorded ?? null;
  if (written['Enabled'] === false || (written['Enabled'] === undefined && written['SSEType'] === undefined))
    return null;
  const { KMSMasterKeyId: given } = written;
  const id = typeof given === 'string' ? given : 'alias/aws/dynamodb';
  return findKey(sandbox.world.regions.get(region)?.keys ?? [], id)?.arn ?? `none for ${id}`;
}

/** Members that the API has not: the service reads past them. */
function ignored(shape: ApiShape, value: Json): string[] {
  const { member: entries, members } = shape;
  if (Array.isArray(value))
    return entries === undefined
      ? []
      : value.flatMap((entry) => ignored(apiShape('dynamodb', entries), entry));
  if (!isFields(value) || !members) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = Object.hasOwn(members, key) ? members[key] : undefined;
    return name === undefined ? [key] : ignored(apiShape('dynamodb', name), inner);
  });
}

/** What decides about the request and is there more than once: which one counts is up to the reader. */
function twice(text: string, written: Fields): string[] {
  const keys = (parseTree(text)?.children ?? []).map((property) => String(property.children?.[0]?.value));
  return [...Object.keys(written), 'Region'].filter((key) => keys.indexOf(key) < keys.lastIndexOf(key));
}
