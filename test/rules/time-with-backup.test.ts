import { fromBackup, fromTable } from './facts';
import { testRule } from './marked';

testRule('time-with-backup', {
  wrong: [
    {
      spec: `{ ${fromBackup}, «"RestoreDateTime"»: "2026-11-20T08:30:00Z" }`,
      says: 'RestoreDateTime would be ignored',
      fixes: { 'Remove RestoreDateTime': `{ ${fromBackup} }` },
    },
    {
      spec: `{ ${fromBackup}, «"UseLatestRestorableTime"»: true }`,
      says: 'as of the moment it was made',
      fixes: { 'Remove UseLatestRestorableTime': `{ ${fromBackup} }` },
    },
  ],
  fine: [`{ ${fromBackup} }`, `{ ${fromTable} }`],
});
