import { specShape, type ObjectShape, type Shape } from '../../server/core/spec/shape';
import type { NumberShape, StringShape } from '../../server/core/spec/kind';
import { backupArn, byCustomer, byMeaning, byStatus, byTotal, ordersArn, withMore } from '../rules/facts';
import type { Random } from './random';

export type Json = string | number | boolean | null | Json[] | JsonObject;
/** Without a prototype: `__proto__` is a key like any other. */
export interface JsonObject {
  [key: string]: Json;
}

export function newObject(entries: Iterable<readonly [string, Json]> = []): JsonObject {
  const object = Object.create(null) as JsonObject;
  for (const [key, value] of entries) object[key] = value;
  return object;
}

/** Values that mean something to the facts; every other key gets what its shape allows. */
const meant: Readonly<Record<string, readonly string[]>> = {
  BackupArn: [
    backupArn,
    backupArn,
    backupArn.replace('eu-west-1', 'eu-west-2'),
    backupArn.replace('123456789012', '210987654321'),
    'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/Orders/backup/01791504762511-2779fadd',
    'arn:aws:backup:eu-west-1:123456789012:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45',
  ],
  SourceTableArn: [ordersArn, ordersArn, ordersArn.replace('eu-west-1', 'eu-west-2')],
  SourceTableName: ['Orders', 'Orders', 'Music', 'x'.repeat(255)],
  TargetTableName: ['Orders-2', 'Orders-restored', 'drill-Orders', 'Orders', 'a.b', 'x'.repeat(255)],
  Region: ['eu-west-1', 'eu-west-2', 'eu-central-1', 'ap-east-1', 'cn-north-1', 'eu-west-99'],
  RestoreDateTime: [
    '2026-11-20T08:30:00Z',
    '2026-11-20T10:30:00.5+02:00',
    '2020-01-01T00:00:00Z',
    '2030-01-01T00:00:00Z',
  ],
  KMSMasterKeyId: [
    'alias/orders',
    'alias/aws/dynamodb',
    '1234abcd-12ab-34cd-56ef-1234567890ab',
    'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'arn:aws:kms:eu-west-2:210987654321:key/mrk-1234abcd12ab34cd56ef1234567890ab',
  ],
  NamePrefix: ['drill-', 'x'],
};

/** Texts for every other key: those that its pattern and lengths let pass. */
const texts: readonly string[] = [
  'Orders',
  'byCustomer',
  'byTotal',
  'orderId',
  'createdAt',
  'customerId',
  'status',
  'embedding',
  'expiresAt',
  'team',
  'aws:team',
  'eu-west-1',
  'eu-central-1',
  '123456789012',
  '17',
  '-1.5e3',
  'aGVsbG8=',
  'p99',
  'orders.ddbsettings.json',
  'Bring Orders back; "byStatus" is \\ not used.',
  'é 😀 \u2028 \u202E text // no comment',
  'arn:aws:kinesis:eu-west-1:123456789012:stream/orders',
  'arn:aws:sns:eu-west-1:123456789012:alarms',
  'x'.repeat(250),
];

const indexes: Readonly<Record<string, readonly Json[]>> = {
  GlobalSecondaryIndexOverride: [
    byCustomer,
    byStatus,
    withMore(byStatus, '"ProvisionedThroughput": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }'),
    withMore(byCustomer, '"OnDemandThroughput": { "MaxReadRequestUnits": 40 }'),
  ].map(parsed),
  LocalSecondaryIndexOverride: [byTotal].map(parsed),
  VectorIndexOverride: [byMeaning].map(parsed),
};

function parsed(entry: string): Json {
  return JSON.parse(entry) as Json;
}

const sampleKey: Json = { orderId: { S: 'o-1001' }, createdAt: { N: '17' } };

const sources: readonly (readonly string[])[] = [
  ['BackupArn'],
  ['SourceTableArn', 'RestoreDateTime'],
  ['SourceTableArn', 'UseLatestRestorableTime'],
  ['SourceTableName', 'RestoreDateTime'],
  ['SourceTableName', 'UseLatestRestorableTime'],
];
const ofSources = new Set(sources.flat());

/** A spec in which every key is known, every value of its shape, and nothing that must be there is missing. */
export function validSpec(random: Random): JsonObject {
  const source = random.pick(sources);
  const often = random.pick([2, 4, 4, 8]);
  const wanted = Object.keys(specShape.members).filter((key) =>
    ofSources.has(key) ? source.includes(key) : specShape.members[key]?.required || random.onceIn(often),
  );
  if (random.onceIn(3)) wanted.reverse();
  return membersOf(specShape, wanted, random);
}

function membersOf(shape: ObjectShape, keys: readonly string[], random: Random): JsonObject {
  return newObject(
    keys.map((key) => {
      const member = shape.members[key];
      if (!member) throw new RangeError(key);
      return [key, key === 'UseLatestRestorableTime' ? true : valueOf(member.shape, key, random)] as const;
    }),
  );
}

function valueOf(shape: Shape, key: string, random: Random): Json {
  switch (shape.kind) {
    case 'boolean':
      return random.onceIn(2);
    case 'string':
      return textOf(shape, key, random);
    case 'number':
      return numberOf(shape, random);
    case 'object':
      return membersOf(
        shape,
        Object.keys(shape.members).filter((inner) => shape.members[inner]?.required || random.onceIn(2)),
        random,
      );
    case 'map':
      return newObject(
        ['Version', 'Statement']
          .slice(random.below(2))
          .map((inner) => [inner, valueOf(shape.of, inner, random)]),
      );
    case 'list': {
      if (key === 'SampleKeys') return random.onceIn(4) ? [] : [sampleKey];
      const [least, most] = [shape.minItems ?? 0, Math.min(shape.maxItems ?? 3, (shape.minItems ?? 0) + 3)];
      const entries = indexes[key];
      const length = least + random.below(most - least + 1);
      return Array.from({ length }, () =>
        entries && random.below(4) > 0 ? random.pick(entries) : valueOf(shape.of, key, random),
      );
    }
    case 'words-or':
      return random.onceIn(2) ? random.pick(shape.words) : valueOf(shape.shape, key, random);
    case 'any':
    default:
      return random.pick<Json>([
        '2012-10-17',
        [],
        newObject([['Effect', 'Allow']]),
        1,
        null,
        { a: [{ b: {} }] },
      ]);
  }
}

const fitting = new WeakMap<StringShape, readonly string[]>();

function textOf(shape: StringShape, key: string, random: Random): string {
  const own = meant[key];
  if (own) return random.pick(own);
  const known = fitting.get(shape) ?? (shape.values ?? texts).filter((text) => fits(text, shape));
  if (known.length === 0) throw new Error(`No text here fits ${key}: add one to the list.`);
  fitting.set(shape, known);
  return random.pick(known);
}

function fits(text: string, { pattern, minLength = 0, maxLength = Infinity }: StringShape): boolean {
  return text.length >= minLength && text.length <= maxLength && (pattern?.regex.test(text) ?? true);
}

function numberOf({ integer, min, max, above }: NumberShape, random: Random): number {
  const least = min ?? (above === undefined ? -5 : above + (integer ? 1 : 0.5));
  const most = max ?? least + 1_000_000;
  const between = least + random.below(Math.min(most - least, 100) + 1);
  return random.pick([least, between, between, most, integer ? between : Math.min(most, between + 0.25)]);
}
