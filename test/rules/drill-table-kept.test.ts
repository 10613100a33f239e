import { backupArn, ordersTable } from './facts';
import { testRule } from './marked';

const spec = (settings: string, drill = '') =>
  `{ "BackupArn": "${backupArn}", "TargetTableName": "drill-Orders", "AfterRestore": { ${settings} }, "Drill": { "NamePrefix": "drill-"${drill} } }`;
const kept = ', "DeleteTableAfterVerify": false';
const protectedSource = { source: ordersTable({ DeletionProtectionEnabled: true }) };

testRule('drill-table-kept', {
  wrong: [
    {
      spec: spec('"DeletionProtectionEnabled": «true»'),
      says: 'to be deleted at the end, and deletion protection keeps it from being deleted.',
      fixes: {
        'Leave DeletionProtectionEnabled behind': spec('"DeletionProtectionEnabled": "Skip"'),
        'Keep the table of the drill': spec('"DeletionProtectionEnabled": true', kept),
      },
    },
    {
      spec: spec('"Default": «"FromSource"»'),
      facts: protectedSource,
      says: 'deletion protection keeps it',
      fixes: {
        'Leave DeletionProtectionEnabled behind': spec(
          '"Default": "FromSource", "DeletionProtectionEnabled": "Skip"',
        ),
        'Keep the table of the drill': spec('"Default": "FromSource"', kept),
      },
    },
    {
      spec: spec('"Replicas": «[{ "RegionName": "eu-west-2" }]»'),
      says: 'cannot be deleted for 24 hours',
      fixes: {
        'Leave Replicas behind': spec('"Replicas": "Skip"'),
        'Keep the table of the drill': spec('"Replicas": [{ "RegionName": "eu-west-2" }]', kept),
      },
    },
  ],
  fine: [
    spec('"DeletionProtectionEnabled": true', kept),
    spec('"DeletionProtectionEnabled": false'),
    spec('"Default": "FromSource"'),
    { spec: spec('"Default": "FromSource"'), facts: { source: ordersTable() } },
    `{ "BackupArn": "${backupArn}", "AfterRestore": { "DeletionProtectionEnabled": true } }`,
    spec('"Replicas": []'),
  ],
});
