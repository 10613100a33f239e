import { atTime, fromTable } from './facts';
import { testRule } from './marked';

testRule('point-in-time-ambiguous', {
  wrong: [
    {
      spec: '{ "SourceTableName": "Orders", "RestoreDateTime": "2026-11-20T08:30:00Z", «"UseLatestRestorableTime"»: true }',
      says: 'contradict each other',
      fixes: {
        'Go back to RestoreDateTime':
          '{ "SourceTableName": "Orders", "RestoreDateTime": "2026-11-20T08:30:00Z" }',
        'Go back to the latest restorable time':
          '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true }',
      },
    },
    {
      spec: '{ "SourceTableArn": "", "SourceTableName": "Orders", "RestoreDateTime": "2026-11-20T08:30:00Z", «"UseLatestRestorableTime"»: true }',
      says: 'contradict each other',
      fixes: {
        'Go back to RestoreDateTime':
          '{ "SourceTableArn": "", "SourceTableName": "Orders", "RestoreDateTime": "2026-11-20T08:30:00Z" }',
        'Go back to the latest restorable time':
          '{ "SourceTableArn": "", "SourceTableName": "Orders", "UseLatestRestorableTime": true }',
      },
    },
    {
      spec: `{ ${atTime}, "RestoreDateTime": "2026-11-20T08:30:00Z", «"UseLatestRestorableTime"»: true }`,
      says: 'RestoreDateTime and UseLatestRestorableTime contradict each other; one of them has to go.',
      fixes: {
        'Go back to RestoreDateTime': `{ ${atTime}, "RestoreDateTime": "2026-11-20T08:30:00Z" }`,
        'Go back to the latest restorable time': `{ ${atTime}, "UseLatestRestorableTime": true }`,
      },
    },
  ],
  fine: [
    '{ "BackupArn": "", "RestoreDateTime": "2026-11-20T08:30:00Z", "UseLatestRestorableTime": true }',
    `{ ${fromTable} }`,
    '{ "SourceTableName": "Orders", "RestoreDateTime": "2026-11-20T08:30:00Z", "UseLatestRestorableTime": false }',
    // Of which table is not written yet: `source-missing` speaks.
    '{ "RestoreDateTime": "2026-11-20T08:30:00Z", "UseLatestRestorableTime": true }',
  ],
});
