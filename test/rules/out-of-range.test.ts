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
    },
    {
      spec: '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": «1.5», "WriteCapacityUnits": «9007199254740993» } }',
      says: ['must be a whole number', 'must be at most 9007199254740991'],
    },
    { spec: '{ "RecoveryTimeObjectiveMinutes": «0» }', says: 'must be more than 0' },
    {
      spec: '{ "AfterRestore": { "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": «36» } } }',
      says: 'must be at most 35',
    },
    {
      spec: '{ "AfterRestore": { "Tags": «[]» } }',
      says: 'AfterRestore.Tags must be at least 1 entries long; it is 0.',
    },
  ],
  fine: [
    '{ "RecoveryTimeObjectiveMinutes": 0.5, "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 } }',
  ],
});
