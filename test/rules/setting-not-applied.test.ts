import { testRule } from './marked';

testRule('setting-not-applied', {
  wrong: [
    {
      spec: '{ "AfterRestore": { «"Replicas"»: [{ "RegionName": "eu-west-2" }], "Alarms": "Skip" } }',
      says: 'This version cannot put Replicas back',
      fixes: { 'Leave Replicas behind': '{ "AfterRestore": { "Replicas": "Skip", "Alarms": "Skip" } }' },
    },
    {
      spec: '{ "AfterRestore": { «"TableClass"»: "FromSnapshot", "SettingsSnapshot": "o.ddbsettings.json" } }',
      says: 'Settings snapshots cannot be read by this version',
      fixes: {
        'Leave TableClass behind':
          '{ "AfterRestore": { "TableClass": "Skip", "SettingsSnapshot": "o.ddbsettings.json" } }',
      },
    },
  ],
  fine: [
    '{ "AfterRestore": { "Default": "FromSource", "Tags": "FromSource", "DeletionProtectionEnabled": true } }',
  ],
});
