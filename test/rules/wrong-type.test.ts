import { fromBackup, byStatus } from './facts';
import { testRule } from './marked';

testRule('wrong-type', {
  wrong: [
    {
      spec: '{ "RestoreDateTime": «1795163400.5» }',
      says: 'RestoreDateTime takes a text in quotes, not a number.',
      fixes: { 'Write it as "2026-11-20T08:30:00Z"': '{ "RestoreDateTime": "2026-11-20T08:30:00Z" }' },
    },
    {
      spec: '{ "RestoreDateTime": «1795163400000» }',
      says: 'not a number',
      fixes: { 'Write it as "2026-11-20T08:30:00Z"': '{ "RestoreDateTime": "2026-11-20T08:30:00Z" }' },
    },
    {
      spec: '{ "AccountId": «123456789012» }',
      says: 'AccountId takes a text in quotes, not a number.',
      fixes: { 'Write it as "123456789012"': '{ "AccountId": "123456789012" }' },
    },
    {
      spec: '{ "UseLatestRestorableTime": «"true"» }',
      says: 'UseLatestRestorableTime takes true or false, not a text.',
      fixes: { 'Write it as true': '{ "UseLatestRestorableTime": true }' },
    },
    {
      spec: '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": «"10"», "WriteCapacityUnits": 5 } }',
      says: 'takes a number, not a text',
      fixes: {
        'Write it as 10':
          '{ "ProvisionedThroughputOverride": { "ReadCapacityUnits": 10, "WriteCapacityUnits": 5 } }',
      },
    },
    {
      spec: `{ "GlobalSecondaryIndexOverride": «${byStatus}» }`,
      says: 'GlobalSecondaryIndexOverride takes a list, not an object.',
      fixes: {
        'Write it as a list': `{ "GlobalSecondaryIndexOverride": [
  {
    "IndexName": "byStatus",
    "KeySchema": [{ "AttributeName": "status", "KeyType": "HASH" }],
    "Projection": { "ProjectionType": "KEYS_ONLY" }
  }
] }`,
      },
    },
    {
      spec: '{ "TargetTableName": "Orders", "Region": «null» }',
      says: 'Region takes a text in quotes, not null.',
      fixes: { 'Remove Region': '{ "TargetTableName": "Orders" }' },
    },
    {
      spec: '{ "AfterRestore": { "Tags": «true» } }',
      says: 'AfterRestore.Tags takes a list, or one of "FromSource", "FromSnapshot", "Skip", not true or false.',
    },
    { spec: '«[]»', says: 'the spec takes an object, not a list.' },
  ],
  fine: [`{ ${fromBackup}, "AfterRestore": { "Tags": "FromSource", "DeletionProtectionEnabled": true } }`],
});
