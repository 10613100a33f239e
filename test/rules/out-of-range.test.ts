import { backupArn, fromBackup } from './facts';
import { testRule } from './marked';

const longBackupArn = backupArn + '0'.repeat(1000);

const index = (members: string, mode = '') =>
  `{ ${fromBackup}${mode}, "GlobalSecondaryIndexOverride": [{ "IndexName": "byDay"${members} }] }`;
const provisioned = ', "BillingModeOverride": "PROVISIONED"';

testRule('out-of-range', {
  wrong: [
    {
      spec: '{ "TargetTableName": «"Or"» }',
      says: 'TargetTableName must be at least 3 characters long; it is 2.',
    },
    {
      spec: '{ "OnDemandThroughputOverride": { "MaxReadRequestUnits": «0» } }',
      says: 'OnDemandThroughputOverride.MaxReadRequestUnits must be at least 1.',
      fixes: { 'Change to 1': '{ "OnDemandThroughputOverride": { "MaxReadRequestUnits": 1 } }' },
    },
    {
      spec: '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": «1.5», "WriteCapacityUnits": «9007199254740993» } }',
      says: ['must be a whole number', 'must be at most 9007199254740991'],
      fixes: {
        'Change to 2':
          '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": 2, "WriteCapacityUnits": 9007199254740993 } }',
      },
    },
    { spec: '{ "RecoveryTimeObjectiveMinutes": «0» }', says: 'must be more than 0' },
    {
      spec: '{ "AfterRestore": { "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": «36» } } }',
      says: 'must be at most 35',
      fixes: {
        'Change to 35':
          '{ "AfterRestore": { "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 35 } } }',
      },
    },
    {
      spec: '{ "AfterRestore": { "Tags": «[]» } }',
      says: 'AfterRestore.Tags must have at least 1 entry; it has 0.',
      fixes: { 'Leave Tags behind': '{ "AfterRestore": { "Tags": "Skip" } }' },
    },
    {
      spec: '{ "AfterRestore": { "KinesisStreamingDestinations": «[1, 2]» } }',
      says: 'KinesisStreamingDestinations must have at most 1 entry; it has 2.',
    },
    {
      spec: '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": «""» } }',
      says: 'SSESpecificationOverride.KMSMasterKeyId is empty: fill it in.',
      fixes: {
        'Remove KMSMasterKeyId': '{ "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }',
      },
    },
    {
      spec: '{ "OnDemandThroughputOverride": { "MaxReadRequestUnits": «-2» } }',
      says: 'must be at least 1',
      fixes: { 'Change to 1': '{ "OnDemandThroughputOverride": { "MaxReadRequestUnits": 1 } }' },
    },
    {
      spec: '{ "AfterRestore": { "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": «0» } } }',
      says: 'must be at least 1',
      fixes: {
        'Change to 1':
          '{ "AfterRestore": { "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 1 } } }',
      },
    },
    { spec: '{ "RecoveryTimeObjectiveMinutes": «-5» }', says: 'must be more than 0' },
    {
      spec: '{ "TargetTableName": «""» }',
      says: 'TargetTableName is empty: fill it in.',
    },
    { spec: '{ "BackupArn": «""» }', says: 'BackupArn is empty: fill it in.' },
    {
      spec: '{ "AccountId": «""», "TargetTableName": "Orders" }',
      says: 'AccountId is empty: fill it in.',
      fixes: { 'Remove AccountId': '{ "TargetTableName": "Orders" }' },
    },
    {
      spec: '{ "AfterRestore": { "Replicas": [{ "RegionName": «""» }] } }',
      says: 'AfterRestore.Replicas[0].RegionName is empty: fill it in.',
    },
    {
      spec: `{ "BackupArn": «"${longBackupArn}"» }`,
      says: 'BackupArn must be at most 1024 characters long',
    },
    {
      spec: '{ "BillingModeOverride": "PROVISIONED", "OnDemandThroughputOverride": { "MaxReadRequestUnits": «0», "MaxWriteRequestUnits": «0» } }',
      says: 'must be at least 1',
      fixes: {
        'Change to 1':
          '{ "BillingModeOverride": "PROVISIONED", "OnDemandThroughputOverride": { "MaxReadRequestUnits": 1, "MaxWriteRequestUnits": 0 } }',
      },
      sure: [],
    },
    {
      spec: '{ "LocalSecondaryIndexOverride": [{ "IndexName": "byTotal", "KeySchema": «[]», "Projection": { "ProjectionType": "ALL" } }] }',
      says: 'must have at least 1 entry; it has 0',
    },
    // As DescribeTable answers it of an index of an on-demand table, and so only there, and only both at once.
    {
      spec: index(', "ProvisionedThroughput": { "ReadCapacityUnits": «0», "WriteCapacityUnits": «0» }'),
      says: [
        'GlobalSecondaryIndexOverride[0].ProvisionedThroughput.ReadCapacityUnits must be at least 1.',
        'GlobalSecondaryIndexOverride[0].ProvisionedThroughput.WriteCapacityUnits must be at least 1.',
      ],
      fixes: {
        'Remove ProvisionedThroughput': index(''),
        'Change to 1': index(
          ', "ProvisionedThroughput": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 0 }',
        ),
      },
      sure: ['Remove ProvisionedThroughput'],
    },
    {
      spec: index(
        ', "ProvisionedThroughput": { "ReadCapacityUnits": «0», "WriteCapacityUnits": «0» }',
        provisioned,
      ),
      says: 'must be at least 1',
      fixes: {
        'Change to 1': index(
          ', "ProvisionedThroughput": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 0 }',
          provisioned,
        ),
      },
      sure: [],
    },
    ...[
      ['«0»', '5', '1', '5'],
      ['5', '«0»', '5', '1'],
    ].map(([read, write, readAfter, writeAfter]) => ({
      spec: index(
        `, "ProvisionedThroughput": { "ReadCapacityUnits": ${read}, "WriteCapacityUnits": ${write} }`,
      ),
      says: 'must be at least 1',
      fixes: {
        'Change to 1': index(
          `, "ProvisionedThroughput": { "ReadCapacityUnits": ${readAfter}, "WriteCapacityUnits": ${writeAfter} }`,
        ),
      },
    })),
    // What somebody wants of the table itself is no answer of DescribeTable.
    {
      spec: `{ ${fromBackup}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": «0», "WriteCapacityUnits": «0» } }`,
      says: [
        'ProvisionedThroughputOverride.ReadCapacityUnits must be at least 1.',
        'ProvisionedThroughputOverride.WriteCapacityUnits must be at least 1.',
      ],
      fixes: {
        'Change to 1': `{ ${fromBackup}, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 0 } }`,
      },
      sure: [],
    },
    {
      spec: index(', "OnDemandThroughput": { "MaxReadRequestUnits": «0» }', provisioned),
      says: 'GlobalSecondaryIndexOverride[0].OnDemandThroughput.MaxReadRequestUnits must be at least 1.',
      fixes: {
        'Change to 1': index(', "OnDemandThroughput": { "MaxReadRequestUnits": 1 }', provisioned),
      },
    },
    {
      spec: '{ "RecoveryTimeObjectiveMinutes": «525601» }',
      says: 'RecoveryTimeObjectiveMinutes must be at most 525600.',
      fixes: { 'Change to 525600': '{ "RecoveryTimeObjectiveMinutes": 525600 }' },
    },
    // The largest number that there is: nobody means that one.
    {
      spec: '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": «9007199254740993», "WriteCapacityUnits": 5 } }',
      says: 'ProvisionedThroughputOverride.ReadCapacityUnits must be at most 9007199254740991.',
    },
    // The key of one replica is no setting that could be left behind.
    {
      spec: '{ "AfterRestore": { "Replicas": [{ "RegionName": "eu-west-2", "KMSMasterKeyId": «""» }] } }',
      says: 'AfterRestore.Replicas[0].KMSMasterKeyId is empty: fill it in.',
      fixes: {
        'Remove KMSMasterKeyId': '{ "AfterRestore": { "Replicas": [{ "RegionName": "eu-west-2" }] } }',
      },
    },
    // An attribute that the index holds, its name forgotten: without it the index would be another.
    {
      spec: index(', "Projection": { "ProjectionType": "INCLUDE", "NonKeyAttributes": ["total", «""»] }'),
      says: 'GlobalSecondaryIndexOverride[0].Projection.NonKeyAttributes[1] is empty: fill it in.',
    },
  ],
  fine: [
    '{ "RecoveryTimeObjectiveMinutes": 525600, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 9007199254740991, "WriteCapacityUnits": 1 } }',
    '{ "OnDemandThroughputOverride": { "MaxReadRequestUnits": -1 } }',
    // No backup ARN at all, say the rules on its form.
    '{ "BackupArn": "01791504762511-2779fadd" }',
    '{ "BackupArn": "arn:aws:backup:eu-west-1:1:x" }',
    '{ "GlobalSecondaryIndexOverride": [], "LocalSecondaryIndexOverride": [], "VectorIndexOverride": [] }',

    '{ "RecoveryTimeObjectiveMinutes": 0.5, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 } }',
  ],
});
