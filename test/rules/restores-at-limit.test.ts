import { fromBackup } from './facts';
import { testRule } from './marked';

const restores = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ region: 'eu-west-1', target: `T-${index}` }));
const ownRestore = { startedAt: '2026-11-23T09:58:00.000Z' };

testRule('restores-at-limit', {
  wrong: [
    {
      spec: `{ ${fromBackup.replace('"Orders-2"', '«"Orders-2"»')} }`,
      facts: { runningRestores: restores(50) },
      says: '50 restores are running in this account, and AWS runs at most 50',
    },
  ],
  fine: [
    { spec: `{ ${fromBackup} }`, facts: { runningRestores: restores(49) } },
    { spec: `{ ${fromBackup} }`, facts: { runningRestores: restores(50), ownRestore } },
    '{ "TargetTableName": "Orders-2" }',
  ],
});
