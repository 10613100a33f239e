import { backupArn, ordersArn, ordersBackup } from './facts';
import { testRule } from './marked';

const spec = (id: string) => `{ "BackupArn": «"${ordersArn}/backup/${id}"» }`;
const plain = (id: string) => spec(id).replace(/[«»]/g, '');

testRule('backup-id-unusual', {
  wrong: [
    { spec: spec('1791504762511-2779fadd'), says: 'Is this ARN copied in full?' },
    { spec: spec('01791504762511-2779fad'), says: 'such as 01791504762511-2779fadd' },
    { spec: spec('01991504762511-2779fadd'), says: 'would be of 2033-02-08T19:46:02Z' },
    { spec: spec('99999999999999-2779fadd'), says: 'would be of 5138-11-16T09:46:39Z' },
    { spec: spec('01791504762511-2779fadd0'), says: 'Is this ARN copied in full?' },
    { spec: spec('101791504762511-2779fadd'), says: 'Is this ARN copied in full?' },
    // A clock may be a day slow.
    {
      spec: spec('01795514400001-2779fadd'),
      says: 'By its number this backup would be of 2026-11-24T10:00:00Z, which is still to come. Is a digit wrong?',
    },
  ],
  fine: [
    `{ "BackupArn": "${backupArn}" }`,
    plain('01791504762511-00000000'),
    plain('nonsense?'),
    { spec: plain('another-form'), facts: { backup: ordersBackup() } },
    plain('01795514400000-2779fadd'),
  ],
});
