import { fromBackup, fromTable, atTime, window } from './facts';
import { testRule } from './marked';

const young = window('2026-11-23T09:56:00Z', '2026-11-23T09:56:00Z');

testRule('point-in-time-young', {
  wrong: [
    {
      spec: `{ ${atTime}, «"UseLatestRestorableTime"»: true }`,
      facts: { continuousBackups: young },
      says: 'Point-in-time recovery was turned on at 2026-11-23T09:56:00Z, less than five minutes ago. That moment is all that can be restored yet.',
    },
  ],
  fine: [
    {
      spec: `{ ${fromTable} }`,
      facts: { continuousBackups: window('2026-11-23T09:54:59Z', '2026-11-23T09:55:00Z') },
    },
    {
      spec: `{ ${fromTable} }`,
      facts: { continuousBackups: window('2026-11-23T09:55:00Z', '2026-11-23T09:55:00Z') },
    },
    // Turned off again; and on, but without a moment to go back to yet.
    ...[
      { ...young.PointInTimeRecoveryDescription, PointInTimeRecoveryStatus: 'DISABLED' as const },
      { PointInTimeRecoveryStatus: 'DISABLED' as const },
      { PointInTimeRecoveryStatus: 'ENABLED' as const },
    ].map((PointInTimeRecoveryDescription) => ({
      spec: `{ ${fromTable} }`,
      facts: { continuousBackups: { ...young, PointInTimeRecoveryDescription } },
    })),
    `{ ${fromBackup} }`,
  ],
});
