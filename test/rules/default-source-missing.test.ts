import { fromBackup, fromTable, ordersTable } from './facts';
import { testRule } from './marked';

const spec = (settings: string) => `{ ${fromBackup}, "AfterRestore": { ${settings} } }`;

testRule('default-source-missing', {
  wrong: [
    {
      spec: spec('"Default": «"FromSource"», "Tags": "Skip"'),
      facts: { source: 'missing' },
      says: 'The source table does not exist any more',
      fixes: { 'Change to "Skip"': spec('"Default": "Skip", "Tags": "Skip"') },
    },
  ],
  fine: [
    { spec: spec('"Default": "FromSource"'), facts: { source: ordersTable() } },
    { spec: spec('"Tags": "FromSource"'), facts: { source: 'missing' } },
    `{ ${fromTable}, "AfterRestore": { "Default": "FromSource" } }`,
  ],
});
