import { backupArn } from './facts';
import { testRule } from './marked';

const longBackupArn = backupArn + '0'.repeat(1000);

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
        'Remove OnDemandThroughputOverride': '{ "BillingModeOverride": "PROVISIONED" }',
        'Change to 1':
          '{ "BillingModeOverride": "PROVISIONED", "OnDemandThroughputOverride": { "MaxReadRequestUnits": 1, "MaxWriteRequestUnits": 0 } }',
      },
      sure: [],
    },
    {
      spec: '{ "LocalSecondaryIndexOverride": [{ "IndexName": "byTotal", "KeySchema": «[]», "Projection": { "ProjectionType": "ALL" } }] }',
      says: 'must have at least 1 entry; it has 0',
    },
  ],
  fine: [
    '{ "OnDemandThroughputOverride": { "MaxReadRequestUnits": -1 } }',
    // No backup ARN at all, say the rules on its form.
    '{ "BackupArn": "01791504762511-2779fadd" }',
    '{ "BackupArn": "arn:aws:backup:eu-west-1:1:x" }',
    '{ "GlobalSecondaryIndexOverride": [], "LocalSecondaryIndexOverride": [], "VectorIndexOverride": [] }',

    '{ "RecoveryTimeObjectiveMinutes": 0.5, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 } }',
  ],
});
