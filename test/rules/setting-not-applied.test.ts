import { testRule } from './marked';

testRule('setting-not-applied', {
  wrong: [
    {
      spec: '{ "AfterRestore": { «"Replicas"»: [{ "RegionName": "eu-west-2" }], "Alarms": "Skip" } }',
      says: 'Replicas is not put back yet, only listed as left to do.',
    },
    {
      spec: '{ "AfterRestore": { «"TableClass"»: "FromSnapshot", "SettingsSnapshot": "o.ddbsettings.json" } }',
      says: 'Settings snapshots are not read yet',
    },
  ],
  fine: [
    '{ "AfterRestore": { "Default": "FromSource", "Tags": "FromSource", "DeletionProtectionEnabled": true } }',
  ],
});
