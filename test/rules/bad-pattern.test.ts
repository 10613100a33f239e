import { ordersArn } from './facts';
import { testRule } from './marked';

testRule('bad-pattern', {
  wrong: [
    {
      spec: '{ "TargetTableName": «"Orders restored!"» }',
      says: '"Orders restored!" cannot be TargetTableName: it takes letters, digits, "_", "-" and ".".',
      fixes: { 'Change to "Orders-restored-"': '{ "TargetTableName": "Orders-restored-" }' },
    },
    {
      spec: `{ "SourceTableName": «"${ordersArn}"», "UseLatestRestorableTime": true }`,
      says: 'cannot be SourceTableName',
      fixes: {
        'Use it as SourceTableArn': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true }`,
      },
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
    '{ "TargetTableName": "Orders_2.copy-1", "AfterRestore": { "SettingsSnapshot": "settings/Orders.ddbsettings.json" } }',
  ],
});
