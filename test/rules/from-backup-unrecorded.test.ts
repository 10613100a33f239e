import { fromBackup, fromTable, ordersBackup, systemBackup } from './facts';
import { testRule } from './marked';

const setting = (value: string) => `"AfterRestore": { "StreamSpecification": ${value} }`;

testRule('from-backup-unrecorded', {
  wrong: [
    {
      spec: `{ ${fromTable}, ${setting('«"FromBackup"»')} }`,
      says: 'A restore to a point in time has no backup to read this from.',
      fixes: { 'Change to "FromSource"': `{ ${fromTable}, ${setting('"FromSource"')} }` },
    },
    {
      spec: `{ ${fromBackup}, ${setting('«"FromBackup"»')} }`,
      facts: { backup: systemBackup() },
      says: 'records no settings',
      fixes: { 'Change to "Skip"': `{ ${fromBackup}, ${setting('"Skip"')} }` },
    },
  ],
  fine: [
    { spec: `{ ${fromBackup}, ${setting('"FromBackup"')} }`, facts: { backup: ordersBackup() } },
    `{ ${fromTable}, ${setting('"FromSource"')} }`,
  ],
});
