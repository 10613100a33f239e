import { fromBackup } from './facts';
import { testRule } from './marked';

testRule('unknown-key', {
  wrong: [
    {
      spec: '{ «"TargetTabelName"»: "Orders" }',
      says: 'There is no key "TargetTabelName" here, and it would be ignored. Did you mean TargetTableName?',
      fixes: {
        'Rename to TargetTableName': '{ "TargetTableName": "Orders" }',
        'Remove "TargetTabelName"': '{ }',
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
