import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { fileJournal } from '../../server/disk/journal-file';
import type { Row } from '../../server/core/journal';
import type { Sandbox } from '../../server/sandbox/sandbox';
import type { Editor } from './editor';
import { online, openSandbox, REGION, stateFolder, URI } from './setting';

/** What an open spec shows when things change at AWS, or in another program on this machine. */

async function ordersBackup(sandbox: Sandbox): Promise<string> {
  await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
  return sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' }).arn;
}

const spec = (BackupArn: string, more: object = {}) =>
  JSON.stringify({ BackupArn, TargetTableName: 'Orders-restored', ...more });
const codes = async (editor: Editor) => (await editor.pull(URI)).map(({ code }) => String(code));

/** The rows of a restore that another program runs. */
function rowsOf(BackupArn: string): Row[] {
  const row = { op: 'other-program', at: '2026-11-20T10:00:00.000Z' };
  return [
    {
      ...row,
      state: 'intent',
      kind: 'RestoreTableFromBackup',
      key: { partition: 'aws', accountId: '123456789012', region: REGION, target: 'Orders-restored' },
      input: { BackupArn, TargetTableName: 'Orders-restored' },
      steps: [],
      sourceTableName: 'Orders',
      planHash: 'x',
      profile: 'work',
    },
    { ...row, state: 'sent' },
    { ...row, state: 'accepted', tableId: 'x', adopted: false },
  ];
}

test('a restore that another program begins and ends is shown while it runs, and no longer', async () => {
  const sandbox = await openSandbox();
  const folder = await stateFolder();
  const elsewhere = fileJournal(folder);
  const editor = await online(sandbox, { world: { journal: fileJournal(folder) } });
  const arn = await ordersBackup(sandbox);
  // The folder is there as soon as anything was ever written to it.
  await elsewhere.append({ op: 'old', at: '2026-11-01T00:00:00.000Z', state: 'closed', note: '' });
  await editor.open(URI, spec(arn));
  await editor.pull(URI);
  await editor.until('workspace/diagnostic/refresh');
  expect(await codes(editor)).not.toContain('restore-under-way');
  const before = sandbox.clock.now();
  for (const row of rowsOf(arn)) await elsewhere.append(row);
  await expect.poll(() => codes(editor)).toContain('restore-under-way');
  await elsewhere.append({ op: 'other-program', at: '2026-11-20T10:05:00.000Z', state: 'done' });
  await expect.poll(() => codes(editor)).not.toContain('restore-under-way');
  // Sooner than anything that was learnt would have become stale by itself.
  expect(sandbox.clock.now() - before).toBeLessThan(30_000);
});

test('a key typed anew is looked up, and what was learnt of the table stays', async () => {
  const sandbox = await openSandbox();
  const editor = await online(sandbox);
  const arn = await ordersBackup(sandbox);
  const encrypted = (KMSMasterKeyId: string) =>
    spec(arn, { SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId } });
  await editor.open(URI, encrypted('alias/good'));
  await editor.pull(URI);
  await editor.until('workspace/diagnostic/refresh');
  expect(await codes(editor)).not.toContain('encryption-key-missing');
  await editor.change(URI, 2, encrypted('alias/gone'));
  await expect.poll(() => codes(editor)).toContain('encryption-key-missing');
  await editor.change(URI, 3, encrypted('alias/good'));
  expect(await codes(editor)).not.toContain('encryption-key-missing');
});

test('everything that cannot be asked is one remark: what is not known, and each reason once', async () => {
  const sandbox = await openSandbox();
  const denied = (action: string) => ({
    code: 'AccessDeniedException',
    message: `User is not authorized to perform: ${action}`,
  });
  sandbox.faults.add({ operation: 'DescribeBackup', fault: denied('dynamodb:DescribeBackup'), times: 99 });
  sandbox.faults.add({ operation: 'DescribeKey', fault: denied('kms:DescribeKey'), times: 99 });
  const editor = await online(sandbox);
  const SSESpecificationOverride = { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/good' };
  await editor.open(URI, spec(await ordersBackup(sandbox), { SSESpecificationOverride }));
  await editor.pull(URI);
  await editor.until('workspace/diagnostic/refresh');
  const isRemark = ({ code }: Diagnostic) => code === 'not-checked';
  const [remark, ...more] = (await editor.pull(URI)).filter(isRemark);
  expect(more).toEqual([]);
  expect(remark).toMatchObject({ severity: 3 });
  expect(remark?.message).toMatch(/^Not checked against AWS: the backup exists; .*; and \d+ more\. /);
  expect(remark?.message).toContain('dynamodb:DescribeBackup');
  expect(remark?.message).toContain('kms:DescribeKey');
});
