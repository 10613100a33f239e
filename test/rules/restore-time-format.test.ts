import { atTime } from './facts';
import { testRule } from './marked';

testRule('restore-time-format', {
  wrong: [
    {
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-20T08:30:00"» }`,
      says: '"2026-11-20T08:30:00" is no moment in time.',
      fixes: {
        'Write it as 2026-11-20T08:30:00Z': `{ ${atTime}, "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
      },
    },
    {
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-20 08:30z"» }`,
      says: 'Write date, time and offset',
      fixes: { 'Write it as 2026-11-20T08:30Z': `{ ${atTime}, "RestoreDateTime": "2026-11-20T08:30Z" }` },
    },
    {
      spec: `{ ${atTime}, "RestoreDateTime": «"2026-11-20"» }`,
      says: 'Write date, time and offset',
      fixes: {
        'Write it as 2026-11-20T00:00:00Z': `{ ${atTime}, "RestoreDateTime": "2026-11-20T00:00:00Z" }`,
      },
    },
    { spec: `{ ${atTime}, "RestoreDateTime": «"2026-02-30T08:30:00Z"» }`, says: 'is no moment in time' },
    {
      spec: `{ ${atTime}, "RestoreDateTime": «"1795163400"» }`,
      says: 'is no moment in time',
      fixes: {
        'Write it as 2026-11-20T08:30:00Z': `{ ${atTime}, "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
      },
    },
    {
      spec: `{ ${atTime}, "RestoreDateTime": «" 2026-11-20  08:30:00Z "» }`,
      says: 'is no moment in time',
      fixes: {
        'Write it as 2026-11-20T08:30:00Z': `{ ${atTime}, "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
      },
      sure: [],
    },
    ...[' 1795163400', '1795163400000', '01795163400000'].map((epoch) => ({
      spec: `{ ${atTime}, "RestoreDateTime": «"${epoch}"» }`,
      says: 'is no moment in time',
      fixes: {
        'Write it as 2026-11-20T08:30:00Z': `{ ${atTime}, "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
      },
    })),
    {
      // Too many digits for milliseconds: date and time without a mark between them.
      spec: `{ ${atTime}, "RestoreDateTime": «"20261120083000"» }`,
      says: '"20261120083000" is no moment in time. Write date, time and offset, such as "2026-11-20T08:30:00Z" or "2026-11-20T09:30:00+01:00".',
    },
    { spec: `{ ${atTime}, "RestoreDateTime": «"yesterday"» }`, says: '"yesterday" is no moment in time' },
  ],
  fine: [
    `{ ${atTime}, "RestoreDateTime": "2026-11-20T09:30:00.500+01:00" }`,
    // Empty, says the rule on ranges.
    `{ ${atTime}, "RestoreDateTime": "" }`,
  ],
});
