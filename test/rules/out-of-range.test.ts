import { testRule } from './marked';

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
      says: 'SSESpecificationOverride.KMSMasterKeyId may not be empty.',
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
      says: 'TargetTableName must be at least 3 characters long; it is 0.',
    },
    {
      spec: '{ "LocalSecondaryIndexOverride": [{ "IndexName": "byTotal", "KeySchema": «[]», "Projection": { "ProjectionType": "ALL" } }] }',
      says: 'must have at least 1 entry; it has 0',
    },
  ],
  fine: [
    '{ "OnDemandThroughputOverride": { "MaxReadRequestUnits": -1 } }',
    '{ "GlobalSecondaryIndexOverride": [], "LocalSecondaryIndexOverride": [], "VectorIndexOverride": [] }',

    '{ "RecoveryTimeObjectiveMinutes": 0.5, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 } }',
  ],
});
