import { atTime } from './facts';
import { testRule } from './marked';

testRule('restore-time-in-future', {
  wrong: [
    {
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-23T10:00:01Z"» }`,
      says: 'This moment is still to come: it is 2026-11-23T10:00:00Z now.',
      fixes: { 'Go back to the latest restorable time': `{ ${atTime}, "UseLatestRestorableTime": true }` },
    },
  ],
  fine: [
    `{ ${atTime}, "RestoreDateTime": "2026-11-23T10:59:00+01:00" }`,
    `{ ${atTime}, "RestoreDateTime": "2026-11-23T10:00:00Z" }`,
  ],
});
