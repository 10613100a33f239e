import { fromBackup, ordersTable } from './facts';
import { testRule } from './marked';

const ownRestore = { startedAt: '2026-11-23T09:58:00.000Z' };

testRule('restore-under-way', {
  wrong: [
    {
      spec: '{ "TargetTableName": «"Orders"» }',
      facts: { target: ordersTable(), ownRestore },
      says: '"Orders" is being restored by this file since 2026-11-23T09:58:00.000Z.',
    },
    {
      spec: '{ "TargetTableName": «"Orders"» }',
      facts: { target: 'missing', ownRestore },
      says: 'is being restored by this file',
    },
  ],
  fine: [{ spec: `{ ${fromBackup} }`, facts: { target: 'missing' } }],
});
