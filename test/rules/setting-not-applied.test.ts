import { expect, test } from 'vitest';
import { check } from '../../server/core/check';
import { parseSpec } from '../../server/core/spec/spec';
import { fromBackup, known } from './facts';
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
    {
      spec: '{ "AfterRestore": { "Default": «"FromSnapshot"», "Tags": "Skip" } }',
      says: 'DeletionProtectionEnabled, TableClass, StreamSpecification, PointInTimeRecoverySpecification, TimeToLiveSpecification would not be put back.',
      fixes: {
        'Change to "FromSource"': '{ "AfterRestore": { "Default": "FromSource", "Tags": "Skip" } }',
        'Change to "Skip"': '{ "AfterRestore": { "Default": "Skip", "Tags": "Skip" } }',
      },
    },
  ],
  fine: [
    '{ "AfterRestore": { "Default": "FromSource", "Replicas": "Skip" } }',
    '{ "AfterRestore": {} }',
    '{ "AfterRestore": { "Default": "FromSource", "Tags": "FromSource", "DeletionProtectionEnabled": true } }',
  ],
});

test('that a setting is not put back is told before what is wrong inside it', () => {
  const spec = `{ ${fromBackup}, "AfterRestore": { "Default": "Skip", "Replicas": ["us-east-1", { "ReplicaStatus": "ACTIVE" }] } }`;
  const codes = check(parseSpec(spec), known()).problems.map(({ code }) => code);
  expect(codes.slice(0, 4)).toEqual(['setting-not-applied', 'unknown-key', 'missing-key', 'wrong-type']);
});
