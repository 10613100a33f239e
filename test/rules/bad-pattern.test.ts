import { ordersArn } from './facts';
import { testRule } from './marked';

testRule('bad-pattern', {
  wrong: [
    {
      spec: '{ "TargetTableName": «"Orders restored!"» }',
      says: '"Orders restored!" cannot be TargetTableName: it takes letters, digits, "_", "-" and ".".',
      fixes: { 'Change to "Orders-restored-"': '{ "TargetTableName": "Orders-restored-" }' },
      sure: [],
    },
    {
      spec: '{ "TargetTableName": «" Orders "» }',
      says: 'cannot be TargetTableName',
      fixes: { 'Change to "Orders"': '{ "TargetTableName": "Orders" }' },
      sure: ['Change to "Orders"'],
    },
    {
      // What does not fit becomes one hyphen, however much it is.
      spec: '{ "TargetTableName": «"Orders (restored)"» }',
      says: 'cannot be TargetTableName',
      fixes: { 'Change to "Orders-restored-"': '{ "TargetTableName": "Orders-restored-" }' },
      sure: [],
    },
    {
      spec: `{ "TargetTableName": «"${ordersArn}"» }`,
      says: 'cannot be TargetTableName',
      fixes: {
        'Change to "arn-aws-dynamodb-eu-west-1-123456789012-table-Orders"':
          '{ "TargetTableName": "arn-aws-dynamodb-eu-west-1-123456789012-table-Orders" }',
      },
    },
    {
      spec: `{ "SourceTableName": «"${ordersArn}"», "UseLatestRestorableTime": true }`,
      says: 'cannot be SourceTableName',
      fixes: {
        'Use it as SourceTableArn': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
      },
    },
    {
      spec: '{ "AccountId": «"1234-5678-9012"» }',
      says: 'it takes twelve digits',
      fixes: { 'Change to "123456789012"': '{ "AccountId": "123456789012" }' },
      sure: ['Change to "123456789012"'],
    },
    {
      spec: '{ "Region": «"EU_WEST_1"» }',
      says: '"EU_WEST_1" cannot be Region',
      fixes: { 'Change to "eu-west-1"': '{ "Region": "eu-west-1" }' },
      sure: [],
    },
    {
      spec: '{ "Region": «"eu-west-1b"» }',
      says: 'a Region code',
      fixes: { 'Change to "eu-west-1"': '{ "Region": "eu-west-1" }' },
    },
    {
      spec: '{ "AfterRestore": { "Replicas": [{ "RegionName": «"EU WEST 2"» }] } }',
      says: 'a Region code',
      fixes: {
        'Change to "eu-west-2"': '{ "AfterRestore": { "Replicas": [{ "RegionName": "eu-west-2" }] } }',
      },
      sure: [],
    },
    { spec: '{ "Region": «"Ireland"» }', says: 'a Region code' },
    {
      spec: '{ "Region": «" eu-west-1 "» }',
      says: '" eu-west-1 " cannot be Region: it takes a Region code such as "eu-west-1".',
      fixes: { 'Change to "eu-west-1"': '{ "Region": "eu-west-1" }' },
      sure: ['Change to "eu-west-1"'],
    },
    {
      // Blanks for hyphens, and a letter short.
      spec: '{ "Region": «"eu wst 1"» }',
      says: 'a Region code',
      fixes: { 'Change to "eu-west-1"': '{ "Region": "eu-west-1" }' },
      sure: [],
    },
    {
      // Named like a Region, but a name.
      spec: '{ "Drill": { "NamePrefix": «"eu west 1"» } }',
      says: '"eu west 1" cannot be Drill.NamePrefix: it takes letters, digits, "_", "-" and ".".',
    },
    {
      spec: '{ "AfterRestore": { "SettingsSnapshot": «"C:/settings/x.ddbsettings.json"» } }',
      says: 'beside this file',
    },
    {
      spec: '{ "Verify": { "SampleKeys": [{ "orderId": { "B": «"AAA"» } }] } }',
      says: 'groups of four characters',
    },
    { spec: '{ "AccountId": «"12345"» }', says: 'it takes twelve digits' },
    {
      spec: '{ "AfterRestore": { "SettingsSnapshot": «"../../etc/x.ddbsettings.json"» } }',
      says: 'beside this file',
    },
    {
      spec: '{ "Verify": { "SampleKeys": [{ "orderId": { "N": «"ten"» } }] } }',
      says: 'a number, in quotes',
    },
  ],
  fine: [
    '{ "Verify": { "SampleKeys": [{ "a": { "N": "+.5e-3" } }, { "a": { "N": "5." } }, { "b": { "B": "AAAA" } }, { "b": { "B": "AA==" } }] } }',
    // Empty, says the rule on ranges.
    '{ "TargetTableName": "", "AccountId": "", "Region": "" }',
    '{ "TargetTableName": "Orders_2.copy-1", "AfterRestore": { "SettingsSnapshot": "settings/Orders.ddbsettings.json" } }',
  ],
});
