import { byName, fromTable, ordersArn, ordersTable } from './facts';
import { testRule } from './marked';

testRule('cross-region-by-name', {
  wrong: [
    {
      spec: '{ "SourceTableName": «"Orders"», "UseLatestRestorableTime": true, "Region": "eu-west-2" }',
      facts: { source: 'missing', regionInUse: 'eu-west-1' },
      says: 'There is no such table in eu-west-2',
    },
    {
      spec: '{ "SourceTableName": «"Orders"», "UseLatestRestorableTime": true, "Region": "eu-west-2" }',
      facts: { source: 'missing', regionInUse: 'eu-west-1', choices: { sourceInUse: ordersTable() } },
      says: 'A table of another Region is named by SourceTableArn.',
      fixes: {
        'Name the table of eu-west-1 by its ARN': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }`,
      },
    },
    {
      spec: '{ "SourceTableName": «"Ordres"», "UseLatestRestorableTime": true, "Region": "eu-west-2" }',
      facts: { source: 'missing', regionInUse: 'eu-west-1', choices: { sourceTables: ['Orders'] } },
      says: 'There is no such table in eu-west-2',
      fixes: {
        'Change to "Orders"':
          '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true, "Region": "eu-west-2" }',
      },
    },
    // The encryption that is written stays.
    {
      spec: '{ "SourceTableName": «"Orders"», "UseLatestRestorableTime": true, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": false } }',
      facts: { source: 'missing', regionInUse: 'eu-west-1', choices: { sourceInUse: ordersTable() } },
      says: 'There is no such table in eu-west-2, where a source named by name is looked up.',
      fixes: {
        'Name the table of eu-west-1 by its ARN': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": false } }`,
      },
    },
  ],
  fine: [
    {
      spec: `{ ${byName}, "Region": "eu-west-2" }`,
      facts: { source: ordersTable(), regionInUse: 'eu-west-1' },
    },
    { spec: `{ ${byName}, "Region": "eu-west-1" }`, facts: { source: 'missing', regionInUse: 'eu-west-1' } },
    `{ ${byName} }`,
    `{ ${fromTable}, "Region": "eu-west-2" }`,
  ],
});
