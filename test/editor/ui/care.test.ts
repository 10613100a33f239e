import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../server/sandbox/sandbox';
import { openSession, type Session, useSession } from '../harness/session';

/** What the extension does not do: ask without trust, write without a word typed, believe a workspace. */

const REGIONS = ['eu-west-1', 'us-east-1'];

describe('with nothing chosen yet', () => {
  const session = useSession();

  test('the view offers the sandbox, and one click shows its tables', async () => {
    const { workbench, page } = session();
    await workbench.openView('DynamoDB Backup');
    await page.locator('.part.sidebar .welcome-view-content', { hasText: 'Choose whose DynamoDB' }).waitFor();
    await workbench.screenshot('care-welcome');
    await page.locator('.part.sidebar .welcome-view-content a', { hasText: 'Use the local sandbox' }).click();
    const tables = await workbench.expandTree('eu-west-1');
    expect(tables.map(({ label }) => label)).toContain('Orders');
    await page.locator('.part.statusbar', { hasText: 'Sandbox · eu-west-1, us-east-1' }).waitFor();
  });

  test('the choice is made in two steps, and can be made again', async () => {
    const { workbench, page } = session();
    await workbench.runCommand('DynamoDB Backup: Choose Connection…');
    await workbench.pick('Choose Connection (1/2)', 'Local sandbox');
    await workbench.pickMany('Choose Connection (2/2)', ['us-east-1']);
    await page.locator('.part.statusbar', { hasText: /Sandbox · eu-west-1(?!,)/ }).waitFor();
    const roots = async () =>
      (await workbench.treeRows()).filter(({ level }) => level === 1).map(({ label }) => label);
    await expect.poll(roots).toEqual(['eu-west-1']);
  });
});

describe('in a protected account', () => {
  let sandbox: Sandbox;
  let session: Session;
  beforeAll(async () => {
    sandbox = await startSandbox({ sample: true });
    session = await openSession({
      machineSettings: {
        'ddbbackup.endpoint': sandbox.url,
        'ddbbackup.regions': REGIONS,
        'ddbbackup.protectedAccounts': [sandbox.account],
      },
      settings: { 'workbench.colorTheme': 'Default Dark Modern' },
    });
  }, 180_000);
  afterAll(async () => {
    await session?.stop();
    await sandbox?.close();
  });
  const sent = (wanted: string) =>
    sandbox.requests.all.filter(({ operation }) => operation === wanted).length;

  test('a backup is created only when the name of the table was typed', async () => {
    const { workbench } = session;
    await workbench.openView('DynamoDB Backup');
    await workbench.expandTree('eu-west-1', 'Orders');
    await workbench.contextMenu(['eu-west-1', 'Orders'], 'Create Backup…');
    await workbench.fillInput('Create Backup of Orders in eu-west-1', 'careful');
    await workbench.dialogButton('careful', 'Create Backup');
    const title = `Create Backup in Protected Account ${sandbox.account}`;
    await workbench.fillInput(title, 'Order');
    await workbench.inputMessage('This is not Orders yet');
    expect(sent('CreateBackup')).toBe(0);
    await workbench.fillInput(title, 'Orders');
    await workbench.treeRow('eu-west-1', 'Orders', 'careful');
    expect(sent('CreateBackup')).toBe(1);
  });

  test('a backup is deleted only when its own name was typed', async () => {
    const { workbench } = session;
    const title = 'Delete Backup before-cleanup of Orders';
    await workbench.contextMenu(['eu-west-1', 'Orders', 'before-cleanup'], 'Delete Backup…');
    await workbench.fillInput(title, 'before');
    await workbench.inputMessage('This is not before-cleanup yet');
    await workbench.screenshot('care-delete');
    expect(sent('DeleteBackup')).toBe(0);
    await workbench.fillInput(title, 'before-cleanup');
    const labels = async () => (await workbench.treeRows()).map(({ label }) => label);
    await expect.poll(labels, { timeout: 30_000 }).not.toContain('before-cleanup');
    expect(sent('DeleteBackup')).toBe(1);
  });

  test('a workspace cannot send requests elsewhere', async () => {
    const { workbench, workspace, page } = session;
    const other = await startSandbox({ sample: true });
    try {
      const settings = {
        'ddbbackup.endpoint': other.url,
        ddbbackup: { endpoint: other.url },
        'workbench.colorTheme': 'Default Light Modern',
      };
      const folder = path.join(workspace, '.vscode');
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings));
      // The theme shows that VS Code has read the file.
      await page.locator('.monaco-workbench.vs').waitFor({ timeout: 30_000 });
      const before = sandbox.requests.all.length;
      await workbench.runCommand('DynamoDB Backup: Refresh');
      await expect.poll(() => sandbox.requests.all.length, { timeout: 30_000 }).toBeGreaterThan(before);
      await page.locator('.part.statusbar', { hasText: new URL(sandbox.url).host }).waitFor();
      expect(other.requests.all).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('in a folder that is not trusted', () => {
  let sandbox: Sandbox;
  let session: Session;
  beforeAll(async () => {
    sandbox = await startSandbox({ sample: true });
    session = await openSession({
      workspaceTrust: true,
      settings: {
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
      machineSettings: { 'ddbbackup.endpoint': sandbox.url, 'ddbbackup.regions': REGIONS },
    });
  }, 180_000);
  afterAll(async () => {
    await session?.stop();
    await sandbox?.close();
  });

  test('the view says why it is empty, and no command asks anything', async () => {
    const { workbench, page } = session;
    await workbench.openView('DynamoDB Backup');
    await page.locator('.part.sidebar .welcome-view-content', { hasText: 'not trusted' }).waitFor();
    await workbench.runCommand('DynamoDB Backup: Create Backup…');
    expect(await workbench.toastText('not trusted')).toContain('nothing is asked of AWS');
    await workbench.screenshot('care-untrusted');
    expect(sandbox.requests.all).toEqual([]);
  });
});
