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
  ],
  fine: [`{ ${fromBackup}, "AfterRestore": { "ResourcePolicy": { "Anything": { "at": "all" } } } }`],
});
