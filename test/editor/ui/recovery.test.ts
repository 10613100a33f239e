import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RowBody } from '../../../server/core/journal';
import { fileJournal } from '../../../server/disk/journal-file';
import { type Sandbox, startSandbox } from '../../../server/sandbox/sandbox';
import { languageServerPid } from '../harness/processes';
import { keepTraces, openSession, type Session } from '../harness/session';

/** What is left when something went wrong before: an outcome nobody knows, a server that keeps dying, a window without a folder. */

const LOOK = { timeout: 30_000 };

let sandbox: Sandbox;
let session: Session;

beforeAll(async () => {
  sandbox = await startSandbox({ sample: true });
  session = await openSession({
    workspace: false,
    machineSettings: { 'ddbbackup.endpoint': sandbox.url, 'ddbbackup.regions': ['eu-west-1', 'us-east-1'] },
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
  });
  await leaveUnknown('Ledger-restored');
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepTraces(session, task.name);
});
afterAll(async () => {
  await session?.stop();
  await sandbox?.close();
});

/** What an earlier window wrote into the journal before its request went out, and when it gave up looking. */
async function leaveUnknown(target: string): Promise<void> {
  const journal = fileJournal(session.state);
  const words = `What became of the restore to ${target} in eu-west-1 is not known.`;
  const rows: RowBody[] = [
    {
      state: 'intent',
      kind: 'RestoreTableFromBackup',
      key: { partition: 'aws', accountId: sandbox.account, region: 'eu-west-1', target },
      input: {
        TargetTableName: target,
        BackupArn: `arn:aws:dynamodb:eu-west-1:${sandbox.account}:table/Ledger/backup/01791504762511-2779fadd`,
      },
      steps: [],
      sourceTableName: 'Ledger',
      planHash: 'plan',
      profile: '',
    },
    { state: 'sent' },
    { state: 'unknown', code: 'NoAnswer', note: words },
  ];
  const at = new Date().toISOString();
  for (const row of rows) await journal.append({ op: 'op-unknown', at, ...row });
}

const labels = async () => (await session.workbench.treeRows()).map(({ label }) => label);

describe('a restore whose outcome is not known', () => {
  const row = ['eu-west-1', 'Look at Ledger-restored'] as const;

  test('is shown until somebody says to have looked, and closing it asks nothing of AWS', async () => {
    const { workbench } = session;
    await workbench.openView('DynamoDB Backup');
    await workbench.expandTree('eu-west-1');
    expect((await workbench.treeRow(...row)).description).toContain('is not known');
    await workbench.screenshot('recovery-unknown');
    const before = sandbox.requests.all.length;
    await workbench.contextMenu(row, 'Stop Showing This Restore…');
    expect(await workbench.dialogText('Have you looked at Ledger-restored?')).toContain(
      'Nothing is changed at AWS',
    );
    await workbench.dialogButton('Have you looked', 'Cancel');
    expect(await labels()).toContain(row[1]);
    await workbench.contextMenu(row, 'Stop Showing This Restore…');
    await workbench.screenshot('recovery-close');
    await workbench.dialogButton('Have you looked', 'I Have Looked');
    await expect.poll(labels, LOOK).not.toContain(row[1]);
    expect(sandbox.requests.all).toHaveLength(before);
  });
});

describe('a language server that keeps dying', () => {
  test('is started again four times, then on a click, and the view works as before', async () => {
    const { workbench, server } = session;
    const given = workbench.toastText('stopped five times');
    for (let kills = 0; kills < 5; kills += 1) {
      const pid = await languageServerPid(server);
      process.kill(pid, 'SIGKILL');
      if (kills < 4) await expect.poll(() => languageServerPid(server), LOOK).not.toBe(pid);
    }
    expect(await given).toContain('Restores go on at AWS');
    // The library's own messages about each death would be four more.
    const notices = await session.page.locator('.notification-list-item-message').allInnerTexts();
    expect(notices.filter((words) => !words.includes('stopped five times'))).toEqual([]);
    await workbench.screenshot('recovery-given-up');
    await workbench.toastButton('stopped five times', 'Restart Server');
    await languageServerPid(server);
    await workbench.expandTree('eu-west-1', 'Orders');
    expect(await labels()).toContain('before-cleanup');
  });

  test('can be started anew by hand, and the view is read anew', async () => {
    const { workbench, server } = session;
    const old = await languageServerPid(server);
    sandbox.seed.backup({ region: 'eu-west-1', table: 'Orders', name: 'made-meanwhile' });
    await workbench.runCommand('DynamoDB Backup: Restart Server');
    await expect.poll(() => languageServerPid(server), LOOK).not.toBe(old);
    await workbench.treeRow('eu-west-1', 'Orders', 'made-meanwhile');
  });
});

describe('in a window without a folder', () => {
  const sent = () => sandbox.requests.all.filter(({ operation }) => operation === 'RestoreTableFromBackup');

  test('a spec opens as an untitled file, is checked while it is written, and mended', async () => {
    const { workbench, page } = session;
    await workbench.contextMenu(['eu-west-1', 'Orders', 'made-meanwhile'], 'New Restore Spec…');
    await expect.poll(() => workbench.activeTab()).toMatch(/^Untitled-1/);
    await page.locator('.part.statusbar', { hasText: 'DynamoDB Restore Spec' }).waitFor();
    await workbench.goTo(8, 4);
    await page.keyboard.press('Delete');
    await workbench.showProblems();
    const codes = async () => (await workbench.problems()).join();
    await expect.poll(codes, LOOK).toContain('unknown-key');
    await workbench.goToProblem('no key');
    await workbench.quickFix('Rename to TargetTableName');
    await workbench.showProblems();
    await expect.poll(codes, LOOK).toBe('');
    await workbench.screenshot('recovery-untitled');
  });

  test('it is planned and restored all the same', async () => {
    const { workbench, page } = session;
    await workbench.runCommand('View: Hide Panel');
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.runCommand('DynamoDB Backup: Restore…');
    const question = await workbench.dialogText('Restore Orders to the new table Orders-restored?');
    expect(question).toMatch(/Put back afterwards: [1-9]\d* settings\. Left behind: \d+ \(see the plan\)/);
    expect(await workbench.editorText()).toContain('// Orders → new table Orders-restored');
    expect(sent()).toHaveLength(0);
    await workbench.screenshot('recovery-confirm');
    await workbench.dialogButton('Orders-restored', 'Restore');
    await workbench.treeRow('eu-west-1', 'Restoring Orders-restored');
    await page.locator('.part.statusbar', { hasText: 'Restoring Orders-restored' }).waitFor();
    await expect.poll(sent, LOOK).toHaveLength(1);
    await workbench.screenshot('recovery-restoring');
  });
});
