import { fromBackup } from './facts';
import { testRule } from './marked';

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
  ],
  fine: [`{ ${fromBackup} }`, '{ "Region": "eu-west-1", ', '[]'],
});
