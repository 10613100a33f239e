import fc from 'fast-check';
import type { Facts } from '../../server/core/facts';
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
