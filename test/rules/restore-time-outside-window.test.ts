import { fromTable, atTime, window } from './facts';
import { testRule } from './marked';

const continuousBackups = window('2026-11-10T00:00:00.400Z', '2026-11-23T09:00:00Z');
const morning = '2026-11-23T08:00:00Z';

testRule('restore-time-outside-window', {
  wrong: [
    {
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-09T23:59:59Z"» }`,
      facts: { continuousBackups },
      says: 'moments from 2026-11-10T00:00:01Z to 2026-11-23T09:55:00Z',
      fixes: {
        'Go back to 2026-11-10T00:00:01Z': `{ ${atTime}, "RestoreDateTime": "2026-11-10T00:00:01Z" }`,
        'Go back to the latest restorable time': `{ ${atTime}, "UseLatestRestorableTime": true }`,
      },
    },
    {
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-23T09:55:01Z"» }`,
      facts: { continuousBackups },
      says: 'to 2026-11-23T09:55:00Z',
      fixes: { 'Go back to the latest restorable time': `{ ${atTime}, "UseLatestRestorableTime": true }` },
    },
    {
      // The whole second before the window, exactly.
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-09T23:59:59Z"» }`,
      facts: { continuousBackups: window('2026-11-10T00:00:00Z', '2026-11-23T09:55:00Z') },
      says: 'moments from 2026-11-10T00:00:00Z',
      fixes: {
        'Go back to 2026-11-10T00:00:00Z': `{ ${atTime}, "RestoreDateTime": "2026-11-10T00:00:00Z" }`,
        'Go back to the latest restorable time': `{ ${atTime}, "UseLatestRestorableTime": true }`,
      },
    },
    {
      // The present moment lies behind the window too.
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-23T10:00:00Z"» }`,
      facts: { continuousBackups },
      says: 'The source can be restored to moments from 2026-11-10T00:00:01Z to 2026-11-23T09:55:00Z.',
      fixes: { 'Go back to the latest restorable time': `{ ${atTime}, "UseLatestRestorableTime": true }` },
    },
    {
      // Turned on at a whole second: that second is the window.
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-23T09:50:00Z"» }`,
      facts: { continuousBackups: window('2026-11-23T09:58:00Z', '2026-11-23T09:58:00Z') },
      says: 'Point-in-time recovery of the source was turned on at 2026-11-23T09:58:00Z. That moment is all that can be restored yet.',
      fixes: {
        'Go back to 2026-11-23T09:58:00Z': `{ ${atTime}, "RestoreDateTime": "2026-11-23T09:58:00Z" }`,
        'Go back to the latest restorable time': `{ ${atTime}, "UseLatestRestorableTime": true }`,
      },
      sure: [],
    },
    {
      // Turned on a moment ago: both ends are that moment, and no later whole second lies in it.
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-23T09:50:00Z"» }`,
      facts: { continuousBackups: window('2026-11-23T09:58:00.400Z', '2026-11-23T09:58:00.400Z') },
      says: 'was turned on at 2026-11-23T09:58:00Z. That moment is all that can be restored yet.',
      fixes: { 'Go back to the latest restorable time': `{ ${atTime}, "UseLatestRestorableTime": true }` },
    },
  ],
  fine: [
    { spec: `{ ${atTime}, "RestoreDateTime": "2026-11-10T00:00:00Z" }`, facts: { continuousBackups } },
    { spec: `{ ${atTime}, "RestoreDateTime": "2026-11-23T09:55:00Z" }`, facts: { continuousBackups } },
    // Whole seconds are compared.
    { spec: `{ ${atTime}, "RestoreDateTime": "2026-11-23T09:55:00.900Z" }`, facts: { continuousBackups } },
    { spec: `{ ${atTime}, "RestoreDateTime": "2026-11-23T10:30:00Z" }`, facts: { continuousBackups } },
    // Without both ends there is no window.
    ...[{}, { EarliestRestorableDateTime: morning }, { LatestRestorableDateTime: morning }].map((ends) => ({
      spec: `{ ${atTime}, "RestoreDateTime": "2026-11-23T09:57:00Z" }`,
      facts: {
        continuousBackups: { ...continuousBackups, PointInTimeRecoveryDescription: ends },
      },
    })),
    `{ ${fromTable} }`,
  ],
});
