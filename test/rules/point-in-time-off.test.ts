import { ordersArn, fromBackup, fromTable, window } from './facts';
import { testRule } from './marked';

testRule('point-in-time-off', {
  wrong: [
    {
      spec: `{ "SourceTableArn": «"${ordersArn}"» }`,
      facts: { continuousBackups: { ContinuousBackupsStatus: 'ENABLED' } },
      says: 'Point-in-time recovery is off for this table',
    },
  ],
  fine: [
    {
      spec: `{ ${fromTable} }`,
      facts: { continuousBackups: window('2026-11-01T00:00:00Z', '2026-11-23T09:55:00Z') },
    },
    `{ ${fromBackup} }`,
  ],
});
