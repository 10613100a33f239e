import { atTime, fromBackup } from './facts';
import { testRule } from './marked';

const spec = (time: string) => `{ ${atTime}, "RestoreDateTime": ${time} }`;

testRule('restore-time-fraction', {
  wrong: [
    {
      spec: spec('«"2026-11-20T08:30:00.750Z"»'),
      says: 'DynamoDB restores to whole seconds',
      fixes: { 'Change to 2026-11-20T08:30:00Z': spec('"2026-11-20T08:30:00Z"') },
    },
    {
      spec: spec('«"2026-11-20T09:30:00,5+01:00"»'),
      says: 'the second before the change',
      fixes: { 'Change to 2026-11-20T09:30:00+01:00': spec('"2026-11-20T09:30:00+01:00"') },
    },
    {
      spec: spec('«"2026-11-20T08:30:00.000001Z"»'),
      says: 'whole seconds',
      fixes: { 'Change to 2026-11-20T08:30:00Z': spec('"2026-11-20T08:30:00Z"') },
    },
  ],
  fine: [
    spec('"2026-11-20T08:30:00Z"'),
    spec('"2026-11-20T08:30:00.000Z"'),
    spec('"yesterday, 5.5"'),
    `{ ${fromBackup}, "RestoreDateTime": "2026-11-20T08:30:00.5Z" }`,
  ],
});
