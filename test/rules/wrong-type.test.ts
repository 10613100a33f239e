import { fromBackup, byStatus } from './facts';
import { testRule } from './marked';

const alarm = (members: string) =>
  `{ ${fromBackup}, "AfterRestore": { "Alarms": [{ "AlarmName": "throttled", ${members} }] } }`;

testRule('wrong-type', {
  wrong: [
    {
      spec: '{ "RestoreDateTime": «1795163400.5» }',
      says: 'RestoreDateTime takes a text in quotes, not a number.',
      fixes: { 'Write it as "2026-11-20T08:30:00Z"': '{ "RestoreDateTime": "2026-11-20T08:30:00Z" }' },
    },
    {
      spec: '{ "RestoreDateTime": «1795163400000» }',
      says: 'not a number',
      fixes: { 'Write it as "2026-11-20T08:30:00Z"': '{ "RestoreDateTime": "2026-11-20T08:30:00Z" }' },
    },
    {
      spec: '{ "AccountId": «123456789012» }',
      says: 'AccountId takes a text in quotes, not a number.',
      fixes: { 'Write it as "123456789012"': '{ "AccountId": "123456789012" }' },
    },
    {
      spec: '{ "UseLatestRestorableTime": «"true"» }',
      says: 'UseLatestRestorableTime takes true or false, not a text.',
      fixes: { 'Write it as true': '{ "UseLatestRestorableTime": true }' },
    },
    {
      spec: '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": «"10"», "WriteCapacityUnits": 5 } }',
      says: 'takes a number, not a text',
      fixes: {
        'Write it as 10':
          '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": 10, "WriteCapacityUnits": 5 } }',
      },
    },
    {
      spec: `{ "GlobalSecondaryIndexOverride": «${byStatus}» }`,
      says: 'GlobalSecondaryIndexOverride takes a list, not an object.',
      fixes: {
        'Write it as a list': `{ "GlobalSecondaryIndexOverride": [
  {
    "IndexName": "byStatus",
    "KeySchema": [{ "AttributeName": "status", "KeyType": "HASH" }],
    "Projection": { "ProjectionType": "KEYS_ONLY" }
  }
] }`,
      },
    },
    {
      spec: '{ "TargetTableName": "Orders", "Region": «null» }',
      says: 'Region takes a text in quotes, not null.',
      fixes: { 'Remove Region': '{ "TargetTableName": "Orders" }' },
      sure: ['Remove Region'],
    },
    {
      spec: '{ "AfterRestore": { "Tags": «true» } }',
      says: 'AfterRestore.Tags takes a list, or one of "FromSource", "FromSnapshot", "Skip", not true or false.',
    },
    { spec: '«[]»', says: 'The spec takes an object, not a list.' },
    { spec: '«null»', says: 'The spec takes an object, not null.' },
    { spec: '{ "TargetTableName": «null» }', says: 'TargetTableName takes a text in quotes, not null.' },
    {
      spec: '{ "UseLatestRestorableTime": «"false"» }',
      says: 'not a text',
      fixes: { 'Write it as false': '{ "UseLatestRestorableTime": false }' },
    },
    { spec: '{ "UseLatestRestorableTime": «"yes"» }', says: 'takes true or false, not a text' },
    { spec: '{ "UseLatestRestorableTime": «1» }', says: 'takes true or false, not a number' },
    { spec: '{ "RecoveryTimeObjectiveMinutes": «" "» }', says: 'takes a number, not a text' },
    { spec: '{ "RecoveryTimeObjectiveMinutes": «"an hour"» }', says: 'takes a number, not a text' },
    { spec: '{ "RecoveryTimeObjectiveMinutes": «true» }', says: 'takes a number, not true or false' },
    {
      spec: '{ "Description": «true» }',
      says: 'Description takes a text in quotes, not true or false.',
      fixes: { 'Write it as "true"': '{ "Description": "true" }' },
    },
    { spec: '{ "Description": «{}» }', says: 'Description takes a text in quotes, not an object.' },
    { spec: '{ "GlobalSecondaryIndexOverride": [«"byStatus"»] }', says: 'takes an object, not a text' },
    {
      spec: '{ "AfterRestore": { "Tags": «{ "Key": "a", "Value": "b" }» } }',
      says: 'not an object',
      fixes: {
        'Write it as a list': '{ "AfterRestore": { "Tags": [{ "Key": "a", "Value": "b" }] } }',
      },
    },
    {
      spec: '{ "AfterRestore": { "Tags": «{ "team": "shop", "keyword": "x" }» } }',
      says: 'not an object',
      fixes: {
        'Write it as a list':
          '{ "AfterRestore": { "Tags": [{ "Key": "team", "Value": "shop" }, { "Key": "keyword", "Value": "x" }] } }',
      },
      sure: ['Write it as a list'],
    },
    // One tag under other names, or the half of one, and no two tags.
    ...[
      '{ "Key": "team" }',
      '{ "TagKey": "team", "TagValue": "shop" }',
      '{ "name": "team", "value": "shop" }',
    ].map((tag) => ({ spec: `{ "AfterRestore": { "Tags": «${tag}» } }`, says: 'not an object' })),
    {
      spec: '{ "AfterRestore": { "Tags": «null» } }',
      says: 'not null',
      fixes: {
        'Leave Tags behind': '{ "AfterRestore": { "Tags": "Skip" } }',
        'Remove AfterRestore.Tags': '{ "AfterRestore": { } }',
      },
      sure: [],
    },
    // Without it, the table of the drill is deleted.
    {
      spec: '{ "TargetTableName": "drill-1", "Drill": { "NamePrefix": "drill-", "DeleteTableAfterVerify": «null» } }',
      says: 'not null',
      fixes: {
        'Remove Drill.DeleteTableAfterVerify':
          '{ "TargetTableName": "drill-1", "Drill": { "NamePrefix": "drill-" } }',
      },
      sure: [],
    },
    { spec: '{ "Verify": { "SampleKeys": [{ "constructor": «"a"» }] } }', says: 'takes an object' },
    // A tag's value is a text: nothing is made up.
    { spec: '{ "AfterRestore": { "Tags": «{ "team": { "name": "shop" } }» } }', says: 'not an object' },
    { spec: '{ "AfterRestore": { "Tags": «{}» } }', says: 'not an object' },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{ "IndexName": "byDay", "Projection": «"ALL"» }] }`,
      says: 'takes an object, not a text',
      fixes: {
        'Write it as {"ProjectionType":"ALL"}': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{ "IndexName": "byDay", "Projection": { "ProjectionType": "ALL" } }] }`,
      },
      sure: ['Write it as {"ProjectionType":"ALL"}'],
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{ "IndexName": "byDay", "Projection": «"everything"» }] }`,
      says: 'takes an object, not a text',
    },
    {
      spec: '{ "AfterRestore": { "Replicas": [«"us-east-1"»] } }',
      says: 'AfterRestore.Replicas[0] takes an object, not a text.',
      fixes: {
        'Write it as {"RegionName":"us-east-1"}':
          '{ "AfterRestore": { "Replicas": [{ "RegionName": "us-east-1" }] } }',
      },
      sure: ['Write it as {"RegionName":"us-east-1"}'],
    },
    { spec: '{ "AfterRestore": { "Replicas": [«"everywhere"»] } }', says: 'not a text' },
    {
      spec: '{ "AfterRestore": { "KinesisStreamingDestinations": [«"arn:aws:kinesis:eu-west-1:123456789012:stream/orders"»] } }',
      says: 'not a text',
      fixes: {
        'Write it as {"StreamArn":"arn:aws:kinesis:eu-west-1:123456789012:stream/orders"}':
          '{ "AfterRestore": { "KinesisStreamingDestinations": [{ "StreamArn": "arn:aws:kinesis:eu-west-1:123456789012:stream/orders" }] } }',
      },
    },
    // A drill deletes its table: that is not read into a text.
    {
      spec: '{ "TargetTableName": "drill-1", "Drill": «"drill-"» }',
      says: 'Drill takes an object, not a text.',
    },
    {
      spec: '{ "Verify": { "SampleKeys": [«null», { "id": { "S": "1" } }] } }',
      says: 'not null',
      fixes: { 'Remove Verify.SampleKeys[0]': '{ "Verify": { "SampleKeys": [{ "id": { "S": "1" } }] } }' },
      sure: [],
    },
    // Blanks are no 0, and 0 would be a threshold.
    {
      spec: alarm('"Threshold": «" "»'),
      says: 'AfterRestore.Alarms[0].Threshold takes a number, not a text.',
    },
    {
      spec: alarm('"Threshold": «" 0.5 "»'),
      says: 'takes a number, not a text',
      fixes: { 'Write it as 0.5': alarm('"Threshold": 0.5') },
    },
    {
      spec: alarm('"Tags": «{ "team": "shop", "values": "x" }»'),
      says: 'AfterRestore.Alarms[0].Tags takes a list, not an object.',
      fixes: {
        'Write it as a list': alarm(
          '"Tags": [{ "Key": "team", "Value": "shop" }, { "Key": "values", "Value": "x" }]',
        ),
      },
      sure: ['Write it as a list'],
    },
    { spec: alarm('"Tags": «"team"»'), says: 'AfterRestore.Alarms[0].Tags takes a list, not a text.' },
    {
      spec: '{ "AfterRestore": { "ResourcePolicy": «5» } }',
      says: 'AfterRestore.ResourcePolicy takes an object, or one of "FromSource", "FromSnapshot", "Skip", not a number.',
    },
    // True is no moment.
    {
      spec: '{ "RestoreDateTime": «true» }',
      says: 'RestoreDateTime takes a text in quotes, not true or false.',
    },
  ],
  fine: [`{ ${fromBackup}, "AfterRestore": { "Tags": "FromSource", "DeletionProtectionEnabled": true } }`],
});
