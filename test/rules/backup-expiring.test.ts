import { fromBackup, fromTable, ordersBackup } from './facts';
import { testRule } from './marked';

const expiring = (BackupExpiryDateTime: string) => ({
  backup: ordersBackup({ details: { BackupExpiryDateTime } }),
});
const marked = `{ ${fromBackup.replace(/"arn:[^"]*"/, '«$&»')} }`;

testRule('backup-expiring', {
  wrong: [
    { spec: marked, facts: expiring('2026-11-24T10:00:00.000Z'), says: 'expires at 2026-11-24T10:00:00Z' },
    { spec: marked, facts: expiring('2026-11-23T10:00:00.000Z'), says: 'expired at 2026-11-23T10:00:00Z' },
  ],
  fine: [
    { spec: `{ ${fromBackup} }`, facts: expiring('2026-11-24T10:00:01.000Z') },
    { spec: `{ ${fromBackup} }`, facts: { backup: ordersBackup() } },
    { spec: `{ ${fromBackup} }`, facts: { backup: 'missing' } },
    `{ ${fromTable} }`,
  ],
});
