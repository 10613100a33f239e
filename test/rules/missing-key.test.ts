import { byName, fromBackup } from './facts';
import { testRule } from './marked';

const projected = (projection: string) =>
  `{ "TargetTableName": "Orders", "GlobalSecondaryIndexOverride": [{ "IndexName": "byTotal", "KeySchema": [{ "AttributeName": "a", "KeyType": "HASH" }], ${projection} }] }`;

const longName = 'x'.repeat(250);

testRule('missing-key', {
  wrong: [
    { spec: '«{» "Region": "eu-west-1" }', says: 'TargetTableName is missing in the spec.' },
    {
      spec: '{ "TargetTableName": "Orders", «"ProvisionedThroughputOverride"»: {} }',
      says: 'ReadCapacityUnits, WriteCapacityUnits are missing in ProvisionedThroughputOverride.',
    },
    {
      spec: '{ "TargetTableName": "Orders", "LocalSecondaryIndexOverride": [«{» "IndexName": "byTotal" }] }',
      says: 'KeySchema, Projection are missing in LocalSecondaryIndexOverride[0].',
    },
    {
      spec: '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true }'.replace('{', '«{»'),
      says: 'TargetTableName is missing in the spec.',
      fixes: {
        'Add "TargetTableName": "Orders-restored"':
          '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true, "TargetTableName": "Orders-restored" }',
      },
    },
    { spec: '«{» "SourceTableName": "" }', says: 'TargetTableName is missing in the spec.' },
    {
      spec: projected('«"Projection"»: { "NonKeyAttributes": ["total"] }'),
      says: 'ProjectionType is missing in GlobalSecondaryIndexOverride[0].Projection.',
      fixes: {
        'Add "ProjectionType": "INCLUDE"': projected(
          '"Projection": { "NonKeyAttributes": ["total"], "ProjectionType": "INCLUDE" }',
        ),
      },
    },
    {
      spec: '{ "TargetTableName": "Orders", "AfterRestore": { «"TimeToLiveSpecification"»: { "AttributeName": "ttl" } } }',
      says: 'Enabled is missing',
      fixes: {
        'Add "Enabled": true':
          '{ "TargetTableName": "Orders", "AfterRestore": { "TimeToLiveSpecification": { "AttributeName": "ttl", "Enabled": true } } }',
        'Add "Enabled": false':
          '{ "TargetTableName": "Orders", "AfterRestore": { "TimeToLiveSpecification": { "AttributeName": "ttl", "Enabled": false } } }',
      },
    },
    {
      spec: '{ "TargetTableName": "Orders", "AfterRestore": { «"StreamSpecification"»: { "StreamViewType": "NEW_IMAGE" } } }',
      says: 'StreamEnabled is missing in AfterRestore.StreamSpecification.',
      fixes: {
        'Add "StreamEnabled": true':
          '{ "TargetTableName": "Orders", "AfterRestore": { "StreamSpecification": { "StreamViewType": "NEW_IMAGE", "StreamEnabled": true } } }',
      },
      sure: ['Add "StreamEnabled": true'],
    },
    {
      spec: '{ "TargetTableName": "Orders", "AfterRestore": { «"StreamSpecification"»: {} } }',
      says: 'StreamEnabled is missing in AfterRestore.StreamSpecification.',
      fixes: {
        'Add "StreamEnabled": false':
          '{ "TargetTableName": "Orders", "AfterRestore": { "StreamSpecification": { "StreamEnabled": false } } }',
      },
    },
    {
      spec: '{ "TargetTableName": "Orders", «"ProvisionedThroughputOverride"»: { "readCapacityUnits": 5 } }',
      says: 'WriteCapacityUnits is missing in ProvisionedThroughputOverride.',
    },
    { spec: '«{» "Region": "eu-west-1" }', says: 'TargetTableName is missing in the spec.' },
    {
      spec: '{ "TargetTableName": "drill-x", «"Drill"»: {} }',
      says: 'NamePrefix is missing in Drill.',
      fixes: {
        'Add "NamePrefix": "drill-"': '{ "TargetTableName": "drill-x", "Drill": { "NamePrefix": "drill-" } }',
      },
      sure: [],
    },
    // Without a list of attributes it can be either of the others.
    {
      spec: projected('«"Projection"»: {}'),
      says: 'ProjectionType is missing in GlobalSecondaryIndexOverride[0].Projection.',
      fixes: {
        'Add "ProjectionType": "ALL"': projected('"Projection": { "ProjectionType": "ALL" }'),
        'Add "ProjectionType": "KEYS_ONLY"': projected('"Projection": { "ProjectionType": "KEYS_ONLY" }'),
      },
      sure: [],
    },
    // A table may have a name of 255 characters, the new one too.
    {
      spec: `«{» "SourceTableName": "${longName}", "UseLatestRestorableTime": true }`,
      says: 'TargetTableName is missing in the spec.',
      fixes: {
        [`Add "TargetTableName": "${'x'.repeat(75)}…`]: `{ "SourceTableName": "${longName}", "UseLatestRestorableTime": true, "TargetTableName": "${'x'.repeat(246)}-restored" }`,
      },
      sure: [],
    },
    // The name of an alarm is nobody's to make up, of the table least.
    {
      spec: `{ ${byName}, "AfterRestore": { "Alarms": [«{» "Namespace": "AWS/DynamoDB" }] } }`,
      says: 'AlarmName is missing in AfterRestore.Alarms[0].',
    },
  ],
  fine: [
    // There, under a name that another rule mends.
    '{ "targetTableName": "Orders" }',
    '{ "TargetTableName": "Orders", "Drill": { "NamePrefx": "drill-" } }',
    '{ "TargetTableName": "Orders", "ProvisionedThroughputOverride": { "readCapacityUnits": 5, "WriteCapacityUnit": 5 } }',
    `{ ${fromBackup} }`,
    '{ "Region": "eu-west-1", ',
    '[]',
  ],
});
