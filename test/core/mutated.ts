import fc from 'fast-check';
import type { Facts } from '../../server/core/facts';
import { settingNames } from '../../server/core/spec/after-restore-shape';
import { applyTextEdits, textEdits, type Edit, type Path } from '../../server/core/spec/edit';
import { specShape } from '../../server/core/spec/shape';
import { parseSpec } from '../../server/core/spec/spec';
import { valueAt } from '../../server/core/spec/tree';
import {
  backupArn,
  byCustomer,
  byMeaning,
  byStatus,
  byTotal,
  known,
  ordersArn,
  ordersBackup,
  ordersTable,
  provisionedBackup,
  systemBackup,
  vectorBackup,
  window,
} from '../rules/facts';

/** Valid specs of every kind, in several layouts. */
export const samples: readonly string[] = [
  `{
  // The pre-migration state.
  "Description": "Bring Orders back; byStatus is not used any more.",
  "AccountId": "123456789012",
  "Region": "eu-west-1",
  "BackupArn": "${backupArn}",
  "TargetTableName": "Orders-restored",
  "BillingModeOverride": "PAY_PER_REQUEST",
  "GlobalSecondaryIndexOverride": [
    ${byCustomer},
  ],
  "LocalSecondaryIndexOverride": [${byTotal}],
  "AfterRestore": { "Default": "FromSource", "TimeToLiveSpecification": "FromBackup" },
  "Verify": { "CompareSettings": true, "SampleKeys": [ { "orderId": { "S": "o-1001" }, "createdAt": { "N": "17" } } ] },
  "RecoveryTimeObjectiveMinutes": 60
}
`,
  `{"SourceTableArn":"${ordersArn}","RestoreDateTime":"2026-11-20T08:30:00Z","TargetTableName":"Orders-2","Region":"eu-central-1","SSESpecificationOverride":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"alias/orders"}}`,
  `{\r\n\t"SourceTableName": "Orders",\r\n\t"UseLatestRestorableTime": true,\r\n\t"TargetTableName": "drill-Orders",\r\n\t"Drill": { "NamePrefix": "drill-", "MaxTableSizeGiB": 10 },\r\n\t/* all of it */\r\n\t"AfterRestore": {\r\n\t\t"Default": "Skip",\r\n\t\t"Tags": [{ "Key": "team", "Value": "orders" }],\r\n\t\t"StreamSpecification": { "StreamEnabled": true, "StreamViewType": "NEW_IMAGE" },\r\n\t\t"Replicas": [{ "RegionName": "eu-west-2" }]\r\n\t}\r\n}`,
  `{ "BackupArn": "${backupArn}", "TargetTableName": "Orders-2", "BillingModeOverride": "PROVISIONED",
  "ProvisionedThroughputOverride": { "ReadCapacityUnits": 10, "WriteCapacityUnits": 5 },
  "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer}], "VectorIndexOverride": [${byMeaning}] }`,
];

/** What may be known while somebody types. */
export const factsOfAllKinds: readonly Facts[] = [
  known(),
  known({ regionInUse: 'eu-west-1', backup: ordersBackup(), source: ordersTable(), target: 'missing' }),
  known({ backup: provisionedBackup(), source: 'missing', target: ordersTable({ TableName: 'Orders-2' }) }),
  known({
    regionInUse: 'eu-west-2',
    caller: { Account: '210987654321', Arn: 'arn:aws:iam::210987654321:user/kim' },
    backup: systemBackup(),
    source: 'missing',
    continuousBackups: window('2026-11-21T00:00:00Z', '2026-11-23T09:55:00Z'),
  }),
  known({
    backup: vectorBackup(),
    continuousBackups: 'missing',
    source: ordersTable({ TableStatus: 'DELETING' }),
  }),
];

const punctuation = '{ } [ ] , : " \\ // /* */ {} [] null 0 -1 1e999 true "FromBackup" PROVISIONED'.split(
  ' ',
);
const controls = [
  '\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '\u202E',
  '\uD800',
  '\uDC00',
  '\u200B',
  '\u0085',
];
const members = [
  '"__proto__": 1,',
  '"constructor": {},',
  '"Region": "eu-west-2",',
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
  '"ProvisionedThroughput": {},',
];
const pieces = [...punctuation, ...controls, ...members, '😀', 'é'];

type Mutation =
  | { kind: 'cut'; at: number; length: number }
  | { kind: 'put'; at: number; piece: string }
  | { kind: 'copy'; at: number; length: number; to: number };

const at = fc.nat({ max: 100_000 });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at, length: fc.nat({ max: 30 }) }),
  fc.record({ kind: fc.constant('put' as const), at, piece: fc.constantFrom(...pieces) }),
  fc.record({ kind: fc.constant('copy' as const), at, length: fc.nat({ max: 80 }), to: at }),
);

/** A sample with one to six mutations: half typed, damaged or hostile. */
export const mutatedDocument: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...samples), fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([sample, mutations]) => mutations.reduce(mutated, sample));

function mutated(text: string, change: Mutation): string {
  const from = change.at % (text.length + 1);
  if (change.kind === 'cut') return text.slice(0, from) + text.slice(from + change.length);
  if (change.kind === 'put') return text.slice(0, from) + change.piece + text.slice(from);
  const to = change.to % (text.length + 1);
  return text.slice(0, to) + text.slice(from, from + change.length) + text.slice(to);
}

const values: readonly unknown[] = [
  true,
  false,
  null,
  0,
  -1,
  1.5,
  50_000,
  123_456_789_012,
  '',
  'x',
  {},
  [],
  [1],
  { a: 1 },
  'true',
  '17',
  'FromSource',
  'FromBackup',
  'FromSnapshot',
  'Skip',
  'KMS',
  'AES256',
  'PROVISIONED',
  'PAY_PER_REQUEST',
  'HASH',
  'RANGE',
  'ALL',
  'INCLUDE',
  'KEYS_ONLY',
  'ALLL',
  'eu-west-2',
  'eu-west-11',
  'cn-north-1',
  'ap-east-1',
  'Orders',
  'alias/aws/dynamodb',
  backupArn,
  ordersArn,
  '2026-11-20T08:30:00',
  '2020-01-01T00:00:00Z',
  '2030-01-01T00:00:00Z',
  'Orders restored',
  'arn:aws:kms:eu-west-2:210987654321:key/mrk-1234abcd12ab34cd56ef1234567890ab',
  'orders',
];

const keys = [
  ...Object.keys(specShape.members),
  ...settingNames,
  'Default',
  'SettingsSnapshot',
  'IndexName',
  'KeySchema',
  'Projection',
  'ProjectionType',
  'NonKeyAttributes',
  'ProvisionedThroughput',
  'OnDemandThroughput',
  'WarmThroughput',
  'Enabled',
  'SSEType',
  'KMSMasterKeyId',
  'RecoveryPeriodInDays',
  'PointInTimeRecoveryEnabled',
  'StreamViewType',
  'TargetTabelName',
  'enabled',
  '__proto__',
];

type Change =
  | { kind: 'set' | 'remove'; at: number; value: unknown }
  | { kind: 'add' | 'rename'; at: number; key: string; value: unknown };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('set' as const, 'remove' as const),
    at,
    value: fc.constantFrom(...values),
  }),
  fc.record({
    kind: fc.constantFrom('add' as const, 'rename' as const),
    at,
    key: fc.constantFrom(...keys),
    value: fc.constantFrom(...values),
  }),
);

/** A sample in which one to six values or keys are others: always JSON, seldom what was meant. */
export const changedDocument: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([sample, changes]) => changes.reduce(changed, sample));

function changed(text: string, { at: wanted, ...what }: Change): string {
  const spec = parseSpec(text);
  const paths = pathsIn(valueAt(spec, []));
  const path = paths[wanted % paths.length] ?? [];
  const edits: Record<Change['kind'], Edit> = {
    set: { kind: 'set', path, value: what.value },
    remove: { kind: 'remove', path },
    add: { kind: 'set', path: [...path, 'key' in what ? what.key : ''], value: what.value },
    rename: { kind: 'rename', path, name: 'key' in what ? what.key : '' },
  };
  return applyTextEdits(text, textEdits(spec, [edits[what.kind]]));
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const steps = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  const inner = (step: string | number): unknown => Object.getOwnPropertyDescriptor(value, step)?.value;
  return [path, ...steps.flatMap((step) => pathsIn(inner(step), [...path, step]))];
}
