import { fromBackup } from './facts';
import { testRule } from './marked';

testRule('snapshot-unnamed', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "AfterRestore": { "Tags": «"FromSnapshot"» } }`,
      says: 'Which snapshot?',
      fixes: {
        'Read Orders.ddbsettings.json': `{ ${fromBackup}, "AfterRestore": { "Tags": "FromSnapshot", "SettingsSnapshot": "Orders.ddbsettings.json" } }`,
      },
    },
    {
      spec: '{ "AfterRestore": { "Default": «"FromSnapshot"» } }',
      says: 'SettingsSnapshot must name',
      fixes: {
        'Read settings.ddbsettings.json':
          '{ "AfterRestore": { "Default": "FromSnapshot", "SettingsSnapshot": "settings.ddbsettings.json" } }',
      },
    },
    {
      spec: '{ "AfterRestore": { "Default": "FromSnapshot", "Tags": «"FromSnapshot"» } }',
      says: 'beside this one',
      fixes: {
        'Read settings.ddbsettings.json':
          '{ "AfterRestore": { "Default": "FromSnapshot", "Tags": "FromSnapshot", "SettingsSnapshot": "settings.ddbsettings.json" } }',
      },
    },
  ],
  fine: [
    '{ "AfterRestore": { "Tags": "FromSnapshot", "SettingsSnapshot": "orders.ddbsettings.json" } }',
    '{ "AfterRestore": { "Tags": "FromSource" } }',
    '{ "AfterRestore": { "Default": "Skip" } }',
  ],
});
