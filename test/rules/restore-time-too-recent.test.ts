import { atTime, fromBackup, window } from './facts';
import { testRule } from './marked';

const spec = (time: string) => `{ ${atTime}, "RestoreDateTime": ${time} }`;
const latest = `{ ${atTime}, "UseLatestRestorableTime": true }`;

testRule('restore-time-too-recent', {
  wrong: [
    {
      spec: spec('«"2026-11-23T09:58:00Z"»'),
      says: 'try from 2026-11-23T10:03:00Z on',
      fixes: { 'Go back to the latest restorable time': latest },
    },
    {
      spec: spec('«"2026-11-23T10:00:00Z"»'),
      says: 'Less than five minutes ago',
      fixes: { 'Go back to the latest restorable time': latest },
    },
    {
      spec: spec('«"2026-11-23T10:55:01+01:00"»'),
      says: 'try from 2026-11-23T10:00:01Z on',
      fixes: { 'Go back to the latest restorable time': latest },
    },
  ],
  fine: [
    spec('"2026-11-23T09:55:00Z"'),
    spec('"2026-11-23T10:00:01Z"'),
    `{ ${fromBackup}, "RestoreDateTime": "2026-11-23T09:58:00Z" }`,
    // The window itself says more.
    {
      spec: spec('"2026-11-23T09:58:00Z"'),
      facts: { continuousBackups: window('2026-11-01T00:00:00Z', '2026-11-23T09:55:00Z') },
    },
  ],
});
