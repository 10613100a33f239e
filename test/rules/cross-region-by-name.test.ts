import { fromTable, byName, ordersTable } from './facts';
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
