import { fromTable, byName } from './facts';
import { testRule } from './marked';

testRule('region-undecided', {
  wrong: [
    {
      spec: `{ «"SourceTableName"»: "Orders", "UseLatestRestorableTime": true }`,
      facts: { regionInUse: 'eu-west-1' },
      says: 'It would be eu-west-1, the Region in use.',
      fixes: {
        'Add Region "eu-west-1"':
          '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true, "Region": "eu-west-1" }',
      },
    },
    { spec: `{ «"SourceTableName"»: "Orders" }`, says: 'It would be the Region in use at the time.' },
  ],
  fine: [`{ ${fromTable} }`, `{ ${byName}, "Region": "eu-west-1" }`],
});
