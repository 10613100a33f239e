import { backupArn, fromBackup, fromTable } from './facts';
import { testRule } from './marked';

const running = { region: 'eu-west-2', target: 'Orders-today', backupArn };
const marked = `{ ${fromBackup.replace(/"arn:[^"]*"/, '«$&»')} }`;

testRule('backup-in-use', {
  wrong: [
    {
      spec: marked,
      facts: { runningRestores: [running] },
      says: 'This backup is being restored to "Orders-today" in eu-west-2. A backup feeds one restore at a time',
    },
    {
      spec: marked,
      facts: { runningRestores: [{ ...running, startedAt: '2026-11-23T09:58:00.000Z' }] },
      says: 'in eu-west-2, since 2026-11-23T09:58:00.000Z',
    },
  ],
  fine: [
    { spec: `{ ${fromBackup} }`, facts: { runningRestores: [] } },
    { spec: `{ ${fromBackup} }`, facts: { runningRestores: [{ ...running, backupArn: `${backupArn}0` }] } },
    { spec: `{ ${fromBackup} }`, facts: { runningRestores: [{ region: 'eu-west-1', target: 'Other' }] } },
    {
      spec: `{ ${fromBackup} }`,
      facts: { runningRestores: [running], ownRestore: { startedAt: '2026-11-23T09:58:00.000Z' } },
    },
    `{ ${fromTable} }`,
  ],
});
