import { settingNames } from '../../server/core/spec/after-restore-shape';
import { specShape } from '../../server/core/spec/shape';
import { backupArn, byMeaning, ordersArn } from '../rules/facts';
import { newObject, type Json, type JsonObject } from './grammar';
import type { Random } from './random';

const punctuation =
  '{ } [ ] , : " \\ // /* */ {} [] null 0 -1 1e999 0.1 -0 01 1. 1e true tru \' ` "FromBackup" PROVISIONED';
const units =
  '\n \r \r\n \t \u0000 \u0001 \u001B \u007F \u0085 \u00A0 \u200B \u200F \u2028 \u2029 \u202E \u2066 \uFEFF \uFFFF \uD800 \uDC00 \uD83D\uDE00 é';
const escapes = [
  '"\\uD800"',
  '"\\u0000"',
  '"\\u202E"',
  '"\\u005f_proto__":1,',
  '\\u',
  '\\u12',
  '\\x',
  '"\\u2028"',
];
const members = [
  '"__proto__": 1,',
  '"constructor": {},',
  '"toString": [],',
  '"hasOwnProperty": null,',
  '"Region": "eu-west-2",',
  '"Region": "eu\u202E-west",',
  '"BackupArn": 5,',
  '"UseLatestRestorableTime": false,',
  '"OnDemandThroughputOverride": {},',
  '"BillingModeOverride": "PROVISIONED",',
  '"SourceTableName": "Orders",',
  '"GlobalSecondaryIndexOverride": [],',
  `"VectorIndexOverride": [${byMeaning}],`,
  '"SSESpecificationOverride": {},',
  '"TargetTableName": "Orders",',
  '"WarmThroughput": {},',
  '"": 1,',
];
/** What is put into a text somewhere. Blanks separate the lists above, so the blank itself stands here. */
const pieces = [...punctuation.split(' '), ...units.split(' '), ' ', ...escapes, ...members];

/** One to six places of a text cut, filled, copied, or broken at the end: half typed, damaged or hostile. */
export function mutatedText(text: string, random: Random): string {
  let mutated = text;
  for (let left = 1 + random.below(6); left > 0; left--) mutated = onceMutated(mutated, random);
  return mutated;
}

export function onceMutated(text: string, random: Random): string {
  const from = random.below(text.length + 1);
  switch (random.below(8)) {
    case 0:
    case 1:
      return text.slice(0, from) + text.slice(from + random.below(30));
    case 2:
    case 3:
    case 4:
      return text.slice(0, from) + random.pick(pieces) + text.slice(from);
    case 5: {
      const to = random.below(text.length + 1);
      return text.slice(0, to) + text.slice(from, from + random.below(80)) + text.slice(to);
    }
    case 6:
      return text.slice(0, from) + String.fromCharCode(random.below(0x1_0000)) + text.slice(from + 1);
    default:
      return random.onceIn(4)
        ? text.slice(0, from)
        : text.slice(0, from) + random.pick(pieces) + text.slice(from + 1);
  }
}

const words =
  'x true 17 1e400 FromSource FromBackup FromSnapshot Skip KMS AES256 PROVISIONED PAY_PER_REQUEST HASH RANGE ALL INCLUDE KEYS_ONLY ' +
  'ALLL hash eu-west-2 eu-west-11 cn-north-1 ap-east-1 Orders orders alias/aws/dynamodb 2026-11-20T08:30:00 2020-01-01T00:00:00Z ' +
  '2030-01-01T00:00:00Z arn:aws:kms:eu-west-2:210987654321:key/mrk-1234abcd12ab34cd56ef1234567890ab';

const values: readonly Json[] = [
  ...words.split(' '),
  backupArn,
  ordersArn,
  '',
  'Orders restored',
  '\u202E\u0000\uD800',
  '𝒳'.repeat(300),
  true,
  false,
  null,
  0,
  -0,
  -1,
  1.5,
  50_000,
  123_456_789_012,
  1e21,
  [],
  [1],
  [[]],
  newObject(),
  newObject([['a', 1]]),
  newObject([['__proto__', newObject([['polluted', true]])]]),
];

const keys: readonly string[] = [
  ...Object.keys(specShape.members),
  ...settingNames,
  ...'Default SettingsSnapshot IndexName KeySchema AttributeName KeyType Projection ProjectionType'.split(
    ' ',
  ),
  ...'NonKeyAttributes ProvisionedThroughput OnDemandThroughput WarmThroughput RegionName S N B'.split(' '),
  ...'Enabled SSEType KMSMasterKeyId RecoveryPeriodInDays PointInTimeRecoveryEnabled StreamViewType'.split(
    ' ',
  ),
  ...'MinCapacity MaxCapacity ReadCapacityUnits TargetTabelName enabled __proto__ constructor valueOf'.split(
    ' ',
  ),
  '',
];

/** A document with one to six other values or keys: always JSON, seldom what was meant. */
export function changedValues(document: JsonObject, random: Random): JsonObject {
  const changed = copyOf(document) as JsonObject;
  for (let left = 1 + random.below(6); left > 0; left--) changeOnce(changed, random);
  return changed;
}

function changeOnce(document: JsonObject, random: Random): void {
  const container = random.pick(containersIn(document));
  if (Array.isArray(container)) return changeList(container, random);
  const names = Object.keys(container);
  const name = names.length === 0 ? undefined : random.pick(names);
  const kind = random.below(4);
  if (kind === 0 || name === undefined) container[random.pick(keys)] = anyValue(random);
  else if (kind === 1) container[name] = anyValue(random);
  else if (kind === 2) delete container[name];
  else {
    const value = container[name] ?? null;
    delete container[name];
    container[random.pick(keys)] = value;
  }
}

function changeList(list: Json[], random: Random): void {
  const at = random.below(list.length + 1);
  const kind = random.below(3);
  if (kind === 0) list.splice(at, 1);
  else if (kind === 1) list[at] = anyValue(random);
  else list.push(copyOf(list[at] ?? anyValue(random)));
}

function anyValue(random: Random): Json {
  return copyOf(random.pick(values));
}

/** Every object and list of a document, itself first. */
function containersIn(value: Json, found: (Json[] | JsonObject)[] = []): (Json[] | JsonObject)[] {
  if (typeof value !== 'object' || value === null) return found;
  found.push(value);
  for (const inner of Object.values(value)) containersIn(inner, found);
  return found;
}

/** A copy that may be changed; without prototypes, so that `__proto__` stays a key. */
function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return newObject(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}
