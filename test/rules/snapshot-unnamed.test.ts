import { testRule } from './marked';

testRule('snapshot-unnamed', {
  wrong: [
    { spec: '{ "AfterRestore": { "Tags": «"FromSnapshot"» } }', says: 'Which snapshot?' },
    { spec: '{ "AfterRestore": { "Default": «"FromSnapshot"» } }', says: 'SettingsSnapshot must name' },
  ],
  fine: [
    '{ "AfterRestore": { "Tags": "FromSnapshot", "SettingsSnapshot": "orders.ddbsettings.json" } }',
    '{ "AfterRestore": { "Tags": "FromSource" } }',
  ],
});
