import { ordersArn } from './facts';
import { testRule } from './marked';

const spec = (id: string) => `{ "BackupArn": «"${ordersArn}/backup/${id}"» }`;
const plain = (id: string) => spec(id).replace(/[«»]/g, '');

testRule('backup-expired', {
  wrong: [
    { spec: spec('01791504762511-00000000'), says: 'it expired on 2026-11-13T00:12:42Z' },
    { spec: spec('01700000000000-00000000'), says: 'it expired on 2023-12-19T22:13:20Z' },
    { spec: spec('01792403999999-00000000'), says: 'keeps it for 35 days' },
  ],
  fine: [
    plain('01792404000000-00000000'),
    plain('01700000000000-2779fadd'),
    { spec: plain('01700000000000-00000000'), facts: { backup: 'missing' } },
  ],
});
