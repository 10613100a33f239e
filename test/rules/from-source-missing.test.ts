import { fromBackup, fromTable, ordersTable } from './facts';
import { testRule } from './marked';

const spec = (settings: string) => `{ ${fromBackup}, "AfterRestore": { ${settings} } }`;

testRule('from-source-missing', {
  wrong: [
    {
      spec: spec('"Tags": «"FromSource"»'),
      facts: { source: 'missing' },
      says: 'so Tags cannot be read from it',
      fixes: { 'Change to "Skip"': spec('"Tags": "Skip"') },
    },
    {
      spec: spec('"TimeToLiveSpecification": «"FromSource"»'),
      facts: { source: 'missing' },
      says: 'so TimeToLiveSpecification cannot be read from it',
      fixes: {
        'Change to "FromBackup"': spec('"TimeToLiveSpecification": "FromBackup"'),
        'Change to "Skip"': spec('"TimeToLiveSpecification": "Skip"'),
      },
    },
    {
      spec: spec('"StreamSpecification": «"FromSource"», "Tags": «"FromSource"»'),
      facts: { source: 'missing' },
      says: [
        'The source table does not exist any more, so StreamSpecification cannot be read from it. Write it out, or "Skip".',
        'The source table does not exist any more, so Tags cannot be read from it. Write it out, or "Skip".',
      ],
      fixes: {
        'Change to "FromBackup"': spec('"StreamSpecification": "FromBackup", "Tags": "FromSource"'),
        'Change to "Skip"': spec('"StreamSpecification": "Skip", "Tags": "FromSource"'),
      },
    },
  ],
  fine: [
    { spec: spec('"Tags": "FromSource"'), facts: { source: ordersTable() } },
    { spec: spec('"Default": "FromSource"'), facts: { source: 'missing' } },
    spec('"TableClass": "STANDARD"'),
    `{ ${fromTable}, "AfterRestore": { "Tags": "FromSource" } }`,
  ],
});
