import { fromBackup, fromTable, atTime, window } from './facts';
import { testRule } from './marked';

testRule('point-in-time-young', {
  wrong: [
    {
      spec: `{ ${atTime}, «"UseLatestRestorableTime"»: true }`,
      facts: { continuousBackups: window('2026-11-23T09:56:00Z', '2026-11-23T09:56:00Z') },
      says: 'turned on at 2026-11-23T09:56:00Z, less than five minutes ago',
    },
  ],
  fine: [
    {
      spec: `{ ${fromTable} }`,
      facts: { continuousBackups: window('2026-11-23T09:54:59Z', '2026-11-23T09:55:00Z') },
    },
    `{ ${fromBackup} }`,
  ],
});
