import { atTime, now } from './facts';
import { testRule } from './marked';

testRule('restore-time-too-old', {
  wrong: [
    {
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-10-19T09:59:59Z"» }`,
      says: 'reaches back 35 days at most, to 2026-10-19T10:00:00Z',
    },
  ],
  fine: [
    `{ ${atTime}, "RestoreDateTime": "2026-10-19T10:00:00Z" }`,
    // The first second of the 35 days.
    { spec: `{ ${atTime}, "RestoreDateTime": "2026-10-19T10:00:00.100Z" }`, facts: { now: now + 900 } },
  ],
});
