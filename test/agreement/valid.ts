import type { GlobalIndex, LocalIndex, Settings } from '../../server/sandbox/state/settings';
import { asJson, type Draft, type Fields, type Json, type Random } from './draft';
import type { Source } from './world';

/** Names of new tables: the shortest, the longest, and one of every kind of letter. */
export const freeNames = ['restored', 'Orders-restored', 'abc', 'x'.repeat(255), 'A.b_c-9'];

const elsewhere = ['eu-central-1', 'us-east-1', 'eu-west-1', 'ap-southeast-2', 'us-west-2'];

/** A spec that the service accepts, of every form that there is. */
export function validDraft(random: Random, sources: readonly Source[]): Draft {
  const source = random.pick(sources);
  const crossing = random.onceIn(4);
  const region = crossing ? random.pick(elsewhere.filter((other) => other !== source.region)) : source.region;
  const spec: Fields = { ...sourceKeys(random, source, crossing), TargetTableName: random.pick(freeNames) };
  // A table named by name is looked up in the Region in use, unless the file names one.
  if (crossing || 'SourceTableName' in spec || random.onceIn(3)) spec['Region'] = region;
  if (random.onceIn(4)) Object.assign(spec, ownKeys(random));
  const mode = billing(random, source.settings, spec);
  indexes(random, source, mode, spec);
  encryption(random, source, crossing, region, spec);
  return { source, spec: random.onceIn(3) ? shuffled(random, spec) : spec };
}

function sourceKeys(random: Random, source: Source, crossing: boolean): Fields {
  if (source.kind === 'backup') return { BackupArn: source.arn };
  const named: Fields =
    crossing || random.onceIn(2) ? { SourceTableArn: source.arn } : { SourceTableName: source.table };
  const { window } = source;
  if (!window || random.onceIn(2)) {
    const isFalse = window && random.onceIn(8);
    return isFalse
      ? { ...named, UseLatestRestorableTime: false, RestoreDateTime: momentIn(random, window) }
      : { ...named, UseLatestRestorableTime: true };
  }
  return { ...named, RestoreDateTime: momentIn(random, window) };
}

function momentIn(random: Random, { earliest, latest }: NonNullable<Source['window']>): string {
  const from = Math.ceil(earliest / 1000);
  const seconds = Math.max(0, Math.floor(latest / 1000) - from);
  return written(random, Math.min((from + random.below(seconds + 1)) * 1000, latest));
}

/** One moment in one of the forms that ISO 8601 has for it. */
export function written(random: Random, ms: number): string {
  const utc = new Date(ms).toISOString();
  const inParis = `${new Date(ms + 3_600_000).toISOString().slice(0, -1)}+01:00`;
  return random.pick([utc, utc, inParis]);
}

function ownKeys(random: Random): Fields {
  return random.pick<Fields>([
    { Description: 'why', AccountId: '123456789012' },
    { AfterRestore: { Default: 'Skip' } },
    { RecoveryTimeObjectiveMinutes: 60, Verify: { CompareSettings: true } },
    { $schema: './ddbbackup.schema.json' },
  ]);
}

function billing(random: Random, { billingMode, globalIndexes }: Settings, spec: Fields): string {
  const choice = random.below(4);
  // What indexes get that are not listed then is not known.
  const toProvisioned =
    choice === 0 && (billingMode === 'PROVISIONED' || globalIndexes.length === 0 || random.onceIn(4));
  const mode = toProvisioned ? 'PROVISIONED' : choice === 1 ? 'PAY_PER_REQUEST' : billingMode;
  if (toProvisioned || choice === 1) spec['BillingModeOverride'] = mode;
  if (mode === 'PROVISIONED' && (toProvisioned || random.onceIn(2)))
    spec['ProvisionedThroughputOverride'] = units(random);
  if (mode === 'PAY_PER_REQUEST' && random.onceIn(4)) spec['OnDemandThroughputOverride'] = maxima(random);
  return mode;
}

export function units(random: Random): Fields {
  return {
    ReadCapacityUnits: random.pick([1, 5, 100, 40_000, 40_001]),
    WriteCapacityUnits: random.pick([1, 7, 250]),
  };
}

export function maxima(random: Random): Fields {
  return random.pick<Fields>([
    { MaxReadRequestUnits: 1 },
    { MaxWriteRequestUnits: 1000 },
    { MaxReadRequestUnits: 12_000, MaxWriteRequestUnits: 4000 },
  ]);
}

function indexes(random: Random, source: Source, mode: string, spec: Fields): void {
  const { globalIndexes, localIndexes, vectorIndexes, billingMode } = source.settings;
  const mustList = mode === 'PROVISIONED' && billingMode === 'PAY_PER_REQUEST';
  // What a SYSTEM backup brings back is not known, unless nothing is to come back.
  const none = source.arn.endsWith('-00000000') && !random.onceIn(10);
  const lists: [string, readonly LocalIndex[], (index: LocalIndex) => Json][] = [
    ['GlobalSecondaryIndexOverride', globalIndexes, (index) => globalEntry(random, index, mode)],
    ['LocalSecondaryIndexOverride', localIndexes, (index) => entry(random, index)],
  ];
  for (const [key, recorded, write] of lists) {
    if (none) spec[key] = [];
    else if (random.onceIn(2) || (mustList && recorded.length > 0))
      spec[key] = someOf(random, recorded).map(write);
  }
  if (none || (mode === 'PROVISIONED' && vectorIndexes.length > 0)) spec['VectorIndexOverride'] = [];
  else if (random.onceIn(4)) spec['VectorIndexOverride'] = asJson(someOf(random, vectorIndexes));
}

function someOf<T>(random: Random, list: readonly T[]): T[] {
  const kept = list.filter(() => !random.onceIn(3));
  return random.onceIn(2) ? kept.toReversed() : kept;
}

function globalEntry(random: Random, index: LocalIndex, mode: string): Fields {
  const { ProvisionedThroughput: recorded } = index as GlobalIndex;
  if (mode !== 'PROVISIONED') return entry(random, index);
  const given = recorded.ReadCapacityUnits > 0 && random.onceIn(2) ? asJson(recorded) : units(random);
  return { ...entry(random, index), ProvisionedThroughput: given };
}

/** As recorded, but for what does not count: the name, and the order of the projected attributes. */
function entry(random: Random, { IndexName, KeySchema, Projection }: LocalIndex): Fields {
  const { NonKeyAttributes: projected } = Projection;
  const reversed = projected && random.onceIn(2) ? { NonKeyAttributes: projected.toReversed() } : {};
  return {
    IndexName: random.onceIn(6) ? `${IndexName}-2` : IndexName,
    KeySchema: asJson(KeySchema),
    Projection: asJson({ ...Projection, ...reversed }),
  };
}

function encryption(random: Random, source: Source, crossing: boolean, region: string, spec: Fields): void {
  // Whether a customer key is kept, and whether switching off will do for another Region, is not known.
  const isKeyed = source.settings.encryptionKey?.includes('key/00000002') === true;
  const key = 'SSESpecificationOverride';
  if (crossing || (isKeyed && !random.onceIn(5))) spec[key] = random.pick(onKeys(region));
  else if (random.onceIn(3)) spec[key] = random.pick([...onKeys(region), { Enabled: false }, {}]);
}

/** Every way to name a key that can be used. */
function onKeys(region: string): Fields[] {
  const arn = `arn:aws:kms:${region}:123456789012`;
  const named = (KMSMasterKeyId: string): Fields => ({ Enabled: true, SSEType: 'KMS', KMSMasterKeyId });
  return [
    { Enabled: true },
    { SSEType: 'KMS' },
    { Enabled: true, SSEType: 'KMS' },
    { SSEType: 'KMS', KMSMasterKeyId: 'alias/good' },
    named('alias/good'),
    named('alias/multi-region'),
    named('mrk-00000003aaaabbbbccccdddddddddddd'),
    named('00000002-aaaa-4bbb-8ccc-dddddddddddd'),
    named(`${arn}:key/00000002-aaaa-4bbb-8ccc-dddddddddddd`),
    named(`${arn}:alias/good`),
    named('alias/aws/dynamodb'),
  ];
}

function shuffled(random: Random, spec: Fields): Fields {
  const keys = Object.keys(spec);
  const order: string[] = [];
  while (keys.length > 0) order.push(...keys.splice(random.below(keys.length), 1));
  return Object.fromEntries(order.map((name) => [name, spec[name] ?? null]));
}
