import { byName, fromTable, ordersArn, ordersTable } from './facts';
import { testRule } from './marked';

const caller = { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' };

testRule('cross-region-by-name', {
  wrong: [
    {
      spec: '{ "SourceTableName": «"Orders"», "UseLatestRestorableTime": true, "Region": "eu-west-2" }',
      facts: { source: 'missing', regionInUse: 'eu-west-1' },
      says: 'There is no such table in eu-west-2',
    },
    {
      spec: '{ "SourceTableName": «"Orders"», "UseLatestRestorableTime": true, "Region": "eu-west-2" }',
      facts: { source: 'missing', regionInUse: 'eu-west-1', caller },
      says: 'A table of another Region is named by SourceTableArn.',
      fixes: {
        'Name the table of eu-west-1 by its ARN': `{ "SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }`,
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
