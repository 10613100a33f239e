import { expect, test } from 'vitest';
import { check } from '../../server/core/check';
import { parseSpec } from '../../server/core/spec/spec';
import { fromBackup, known } from './facts';
import { testRule } from './marked';

const answered: [keyOf: (member: string) => string, by: string, members: string[]][] = [
  [
    (member) => `{ ${fromBackup}, "SSESpecificationOverride": { "Enabled": true${member} } }`,
    'DynamoDB answers about a table',
    ['InaccessibleEncryptionDateTime', 'Status'],
  ],
  [
    (member) =>
      `{ ${fromBackup}, "AfterRestore": { "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true${member} } } }`,
    'DescribeContinuousBackups answers',
    ['EarliestRestorableDateTime', 'LatestRestorableDateTime'],
  ],
  [
    ofList('ContributorInsights', '"IndexName": "byDay"'),
    'DescribeContributorInsights answers',
    [
      'ContributorInsightsRuleList',
      'ContributorInsightsStatus',
      'FailureException',
      'LastUpdateDateTime',
      'TableName',
    ],
  ],
  [
    ofList(
      'KinesisStreamingDestinations',
      '"StreamArn": "arn:aws:kinesis:eu-west-1:123456789012:stream/orders"',
    ),
    'DescribeKinesisStreamingDestination answers',
    ['DestinationStatus', 'DestinationStatusDescription'],
  ],
  [
    ofList('Replicas', '"RegionName": "eu-west-2"'),
    'DynamoDB answers about a table',
    [
      'ReplicaArn',
      'ReplicaInaccessibleDateTime',
      'ReplicaStatus',
      'ReplicaStatusDescription',
      'ReplicaStatusPercentProgress',
    ],
  ],
  [
    ofList('ScalableTargets', '"MinCapacity": 5'),
    'DescribeScalableTargets answers',
    ['CreationTime', 'PredictedCapacity', 'ResourceId', 'RoleARN', 'ScalableTargetARN', 'ServiceNamespace'],
  ],
  [
    ofList('Alarms', '"AlarmName": "throttled"'),
    'DescribeAlarms answers',
    [
      'AlarmArn',
      'AlarmConfigurationUpdatedTimestamp',
      'EvaluationState',
      'StateReason',
      'StateReasonData',
      'StateTransitionedTimestamp',
      'StateUpdatedTimestamp',
      'StateValue',
    ],
  ],
];

function ofList(list: string, first: string): (member: string) => string {
  return (member) => `{ ${fromBackup}, "AfterRestore": { "${list}": [{ ${first}${member} }] } }`;
}

function usual(member: string): string {
  if (member === 'ResourceId') return 'table/Orders';
  return member.endsWith('Status') ? 'ACTIVE' : 'x';
}

const copied = answered.flatMap(([specOf, by, members]) =>
  members.map((member) => ({
    spec: specOf(`, «"${member}"»: "${usual(member)}"`),
    says: `"${member}" is what ${by}, and no part of a restore; it would be ignored.`,
    fixes: { [`Remove "${member}"`]: specOf('') },
    sure: [`Remove "${member}"`],
  })),
);

testRule('unknown-key', {
  wrong: [
    ...copied,
    // The same name elsewhere is not taken for a copy.
    {
      spec: `{ ${fromBackup}, "AfterRestore": { «"StateValue"»: "OK" } }`,
      says: 'There is no key "StateValue" here',
      fixes: { 'Remove "StateValue"': `{ ${fromBackup}, "AfterRestore": { } }` },
      sure: [],
    },
    // Scaling that was suspended would run again without it.
    {
      spec: ofList('ScalableTargets', '"MinCapacity": 5')(', «"SuspendedState"»: {}'),
      says: 'There is no key "SuspendedState" here',
      fixes: { 'Remove "SuspendedState"': ofList('ScalableTargets', '"MinCapacity": 5')('') },
      sure: [],
    },
    ...[
      ['TimeToLiveSpecification', 'TimeToLiveStatus', 'Enabled', ', "AttributeName": "ttl"'],
      ['PointInTimeRecoverySpecification', 'PointInTimeRecoveryStatus', 'PointInTimeRecoveryEnabled', ''],
    ].flatMap(([setting, status, flag, more]) =>
      [true, false].map((isOn) => ({
        spec: `{ ${fromBackup}, "AfterRestore": { "${setting}": { «"${status}"»: "${isOn ? 'ENABLED' : 'DISABLED'}"${more} } } }`,
        says: `There is no key "${status}" here, and it would be ignored. Did you mean ${flag}?`,
        fixes: {
          [`Write "${flag}": ${isOn}`]: `{ ${fromBackup}, "AfterRestore": { "${setting}": { "${flag}": ${isOn}${more} } } }`,
        },
        sure: [`Write "${flag}": ${isOn}`],
      })),
    ),
    // The names that every object of JavaScript has are names of attributes too.
    ...['constructor', '__proto__', 'toString'].map((name) => ({
      spec: `{ ${fromBackup}, "Verify": { "SampleKeys": [{ "${name}": { «"includes"»: "1" } }] } }`,
      says: 'There is no key "includes" here',
    })),
    // What says more than that it is there is not taken away unasked.
    ...[
      ['ScalableTargets', '"MinCapacity": 5', 'ResourceId', 'table/Orders/index/byDay'],
      ['ContributorInsights', '"IndexName": "byDay"', 'ContributorInsightsStatus', 'DISABLED'],
      ['KinesisStreamingDestinations', '"StreamArn": "x"', 'DestinationStatus', 'DISABLED'],
      ['Replicas', '"RegionName": "eu-west-2"', 'ReplicaStatus', 'DELETING'],
    ].map(([list = '', first = '', member = '', value]) => ({
      spec: ofList(list, first)(`, «"${member}"»: "${value}"`),
      says: `"${member}" is what `,
      fixes: { [`Remove "${member}"`]: ofList(list, first)('') },
      sure: [],
    })),
    {
      spec: ofList('ScalableTargets', '"IndexName": "byDay"')(', «"ResourceId"»: "table/Orders/index/byDay"'),
      says: '"ResourceId" is what DescribeScalableTargets answers',
      fixes: { 'Remove "ResourceId"': ofList('ScalableTargets', '"IndexName": "byDay"')('') },
      sure: ['Remove "ResourceId"'],
    },
    // A name is no ARN.
    {
      spec: '{ "TargetTableName": "Orders-2", «"SourceTable"»: "Orders" }',
      says: 'There is no key "SourceTable" here, and it would be ignored.',
      fixes: { 'Remove "SourceTable"': '{ "TargetTableName": "Orders-2" }' },
    },
    {
      spec: '{ "targetTablename": "y", «"BackupDescription"»: {} }',
      says: 'what DynamoDB answers about a backup',
    },
    // Neither on nor off.
    {
      spec: `{ ${fromBackup}, "AfterRestore": { "TimeToLiveSpecification": { «"TimeToLiveStatus"»: "ENABLING", "AttributeName": "ttl" } } }`,
      says: 'There is no key "TimeToLiveStatus" here, and it would be ignored.',
      fixes: {
        'Remove "TimeToLiveStatus"': `{ ${fromBackup}, "AfterRestore": { "TimeToLiveSpecification": { "AttributeName": "ttl" } } }`,
      },
      sure: [],
    },
    // The word of a state under a key that is no state.
    {
      spec: `{ ${fromBackup}, "SSESpecificationOverride": { «"Enabeld"»: "ENABLED" } }`,
      says: 'Did you mean Enabled?',
      fixes: { 'Remove "Enabeld"': `{ ${fromBackup}, "SSESpecificationOverride": { } }` },
    },
    // While it is typed.
    {
      spec: `{ ${fromBackup}, "AfterRestore": { "TimeToLiveSpecification": { «"TimeToLiveStatus"»: } } }`,
      says: 'Did you mean Enabled?',
    },
    // Copied and not changed: what is there already is not meant again.
    {
      spec: `{ ${fromBackup}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 5, «"ReadCapacityUnit"»: 3 } }`,
      says: 'There is no key "ReadCapacityUnit" here, and it would be ignored. Did you mean WriteCapacityUnits?',
      fixes: {
        'Rename to WriteCapacityUnits': `{ ${fromBackup}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 5, "WriteCapacityUnits": 3 } }`,
      },
      sure: ['Rename to WriteCapacityUnits'],
    },
    {
      spec: '{ «"name"»: "shop", "version": "1.0.0", "description": "A shop.", "scripts": {} }',
      says: 'This is no restore spec: none of its keys is one of a restore. Is it the right file?',
    },
    {
      spec: '{ "$schema": "https://json.schemastore.org/tsconfig", «"compilerOptions"»: {}, "include": [] }',
      says: 'This is no restore spec',
    },
    {
      spec: '{ «"BackupDescription"»: { "BackupDetails": {} } }',
      says: 'This is no restore spec but what DynamoDB answers about a backup: write BackupArn and TargetTableName',
    },
    {
      spec: '{ «"BackupSummaries"»: [] }',
      says: 'what DynamoDB answers about a backup: write BackupArn and TargetTableName, as the README shows.',
    },
    {
      spec: '{ «"BackupDetails"»: { "BackupName": "nightly" } }',
      says: 'what DynamoDB answers about a backup',
    },
    {
      spec: '{ «"BackupDetails"»: {}, "SourceTableDetails": {}, "SourceTableFeatureDetails": {} }',
      says: 'This is no restore spec but what DynamoDB answers about a backup: write BackupArn and TargetTableName',
    },
    // One key that is meant, and it is a spec.
    {
      spec: '{ «"name"»: "shop", «"regio"»: "eu-west-1" }',
      says: ['There is no key "name" here', 'Did you mean Region?'],
      fixes: { 'Remove "name"': '{ "regio": "eu-west-1" }' },
    },

    {
      spec: '{ «"TargetTabelName"»: "Orders" }',
      says: 'There is no key "TargetTabelName" here, and it would be ignored. Did you mean TargetTableName?',
      fixes: {
        'Rename to TargetTableName': '{ "TargetTableName": "Orders" }',
      },
    },
    {
      spec: '{ "Drill": { "NamePrefix": "drill-", «"toString"»: 1 } }',
      says: 'There is no key "toString" here, and it would be ignored.',
      fixes: { 'Remove "toString"': '{ "Drill": { "NamePrefix": "drill-" } }' },
    },
    {
      spec: `{ ${fromBackup}, «"__proto__"»: { "Region": 1 } }`,
      says: 'There is no key "__proto__"',
      fixes: { 'Remove "__proto__"': `{ ${fromBackup} }` },
    },
    {
      spec: '{ "SSESpecificationOverride": { «"enabled"»: false } }',
      says: 'Did you mean Enabled?',
      fixes: {
        'Rename to Enabled': '{ "SSESpecificationOverride": { "Enabled": false } }',
        'Remove "enabled"': '{ "SSESpecificationOverride": { } }',
      },
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{ "IndexName": "byDay", «"IndexStatus"»: "ACTIVE" }] }`,
      says: '"IndexStatus" is what DynamoDB answers about a table, and no part of a restore',
      fixes: {
        'Remove "IndexStatus"': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{ "IndexName": "byDay" }] }`,
      },
      sure: ['Remove "IndexStatus"'],
    },
    {
      spec: `{ ${fromBackup}, "LocalSecondaryIndexOverride": [{ «"ItemCount"»: 3 }] }`,
      says: 'it would be ignored',
      fixes: { 'Remove "ItemCount"': `{ ${fromBackup}, "LocalSecondaryIndexOverride": [{ }] }` },
      sure: ['Remove "ItemCount"'],
    },
    {
      spec: `{ ${fromBackup}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 5, "WriteCapacityUnits": 5, «"NumberOfDecreasesToday"»: 0 } }`,
      says: 'is what DynamoDB answers',
      fixes: {
        'Remove "NumberOfDecreasesToday"': `{ ${fromBackup}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 5, "WriteCapacityUnits": 5 } }`,
      },
      sure: ['Remove "NumberOfDecreasesToday"'],
    },
    {
      spec: `{ ${fromBackup}, «"ItemCount"»: 3 }`,
      says: 'There is no key "ItemCount" here',
      fixes: { 'Remove "ItemCount"': `{ ${fromBackup} }` },
      sure: [],
    },
  ],
  fine: [`{ ${fromBackup}, "AfterRestore": { "ResourcePolicy": { "Anything": { "at": "all" } } } }`],
});

// Where no key is meant nothing is asked: the message ends there.
test.each([
  ['nothing is near', `"SSESpecificationOverride": { "Note": "none" }`, 'Note'],
  ['what is near is written beside it', `"Region": "eu-west-1", "Regoin": "eu-west-2"`, 'Regoin'],
  [
    'the state is written beside it as true or false',
    `"AfterRestore": { "TimeToLiveSpecification": { "Enabled": true, "TimeToLiveStatus": "ENABLED", "AttributeName": "ttl" } }`,
    'TimeToLiveStatus',
  ],
])('unknown-key asks for no other key where %s', (_, members, key) => {
  const { problems } = check(parseSpec(`{ ${fromBackup}, ${members} }`), known());
  expect(problems.filter(({ code }) => code === 'unknown-key').map(({ message }) => message)).toEqual([
    `There is no key "${key}" here, and it would be ignored.`,
  ]);
});
