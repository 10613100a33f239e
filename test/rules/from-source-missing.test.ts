import { fromBackup, fromTable, ordersTable } from './facts';
import { testRule } from './marked';

const spec = (settings: string) => `{ ${fromBackup}, "AfterRestore": { ${settings} } }`;

testRule('from-source-missing', {
  wrong: [
    {
      spec: spec('"Default": «"FromSource"», "Tags": "Skip"'),
      facts: { source: 'missing' },
      says: 'The source table does not exist any more',
      fixes: { 'Change to "Skip"': spec('"Default": "Skip", "Tags": "Skip"') },
    },
    {
      spec: spec('"TimeToLiveSpecification": «"FromSource"»'),
      facts: { source: 'missing' },
      says: 'this is not put back',
      fixes: {
        'Change to "FromBackup"': spec('"TimeToLiveSpecification": "FromBackup"'),
        'Change to "Skip"': spec('"TimeToLiveSpecification": "Skip"'),
      },
    },
  ],
  fine: [
    { spec: spec('"Default": "FromSource"'), facts: { source: ordersTable() } },
    spec('"TableClass": "STANDARD"'),
    `{ ${fromTable}, "AfterRestore": { "Default": "FromSource" } }`,
  ],
});
