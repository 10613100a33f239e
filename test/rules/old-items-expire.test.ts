import { fromBackup, fromTable, atTime } from './facts';
import { testRule } from './marked';

const spec = (settings: string) => `{ ${fromBackup}, "AfterRestore": { ${settings} } }`;
const recent = '"RestoreDateTime": "2026-11-22T10:00:01Z"';

testRule('old-items-expire', {
  wrong: [
    {
      spec: spec('"Default": «"FromSource"»'),
      says: 'items that expired in the 45 days since the restored moment will be deleted',
      fixes: { 'Leave time to live off': spec('"Default": "FromSource", "TimeToLiveSpecification": "Skip"') },
    },
    {
      spec: spec('"TimeToLiveSpecification": «{ "Enabled": true, "AttributeName": "expiresAt" }»'),
      says: 'will be deleted from the new table',
      fixes: { 'Leave time to live off': spec('"TimeToLiveSpecification": "Skip"') },
    },
    {
      spec: `{ ${atTime}, "RestoreDateTime": "2026-11-22T10:00:00Z", "AfterRestore": { "TimeToLiveSpecification": «"FromSource"» } }`,
      says: 'If time to live is put back, items that expired in the day since the restored moment will be deleted from the new table.',
      fixes: {
        'Leave time to live off': `{ ${atTime}, "RestoreDateTime": "2026-11-22T10:00:00Z", "AfterRestore": { "TimeToLiveSpecification": "Skip" } }`,
      },
    },
    {
      spec: `{ ${atTime}, "RestoreDateTime": "2026-11-21T10:00:00Z", "AfterRestore": { "Default": «"FromSource"» } }`,
      says: 'in the 2 days since',
      fixes: {
        'Leave time to live off': `{ ${atTime}, "RestoreDateTime": "2026-11-21T10:00:00Z", "AfterRestore": { "Default": "FromSource", "TimeToLiveSpecification": "Skip" } }`,
      },
    },
  ],
  fine: [
    spec('"Default": "FromSource", "TimeToLiveSpecification": "Skip"'),
    spec('"TimeToLiveSpecification": { "Enabled": false, "AttributeName": "expiresAt" }'),
    `{ ${atTime}, ${recent}, "AfterRestore": { "Default": "FromSource" } }`,
    `{ ${fromTable}, "AfterRestore": { "Default": "FromSource" } }`,
  ],
});
