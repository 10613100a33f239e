import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../server/sandbox/sandbox';
import { leanPng } from '../harness/lean-png';
import { languageServerPid } from '../harness/processes';
import { openSession, type Session } from '../harness/session';

/**
 * A table is brought back, from the side bar to the last click: one window, one step after the other, each leaving its picture in
 * test-results. The sandbox's states last until the story turns its clock. With DDBBACKUP_SCREENSHOTS=1 it also takes the pictures of the
 * README anew.
 */

const HOUR_MS = 3_600_000;
/** The server looks at a running restore every few seconds. */
const LOOK = { timeout: 90_000, interval: 250 };
const SPEC = 'Orders-restored.ddbbackup.json';

let sandbox: Sandbox;
let session: Session;

beforeAll(async () => {
  sandbox = await startSandbox({ sample: true });
  sandbox.durations.backupCreating = HOUR_MS;
  sandbox.durations.restoreInRegion = HOUR_MS;
  session = await openSession({
    machineSettings: { 'ddbbackup.endpoint': sandbox.url, 'ddbbackup.regions': ['eu-west-1', 'us-east-1'] },
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  });
}, 180_000);

afterEach(async ({ task }) => {
  const name = task.name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60);
  await session?.workbench.screenshot(
    task.result?.state === 'fail' ? `failed-story-${name}` : `story-${name}`,
  );
});

afterAll(async () => {
  await session?.stop();
  await sandbox?.close();
});

const labels = (rows: { label: string }[]) => rows.map(({ label }) => label);
const specFile = () => path.join(session.workspace, SPEC);

/** A picture for the README, without what has just been said in the corner. */
async function picture(name: 'spec' | 'plan'): Promise<void> {
  const { page, workbench } = session;
  await expect
    .poll(() => page.locator('.notifications-toasts .notification-list-item:visible').count())
    .toBe(0);
  const file = await workbench.screenshot(`story-picture-${name}`);
  if (process.env['DDBBACKUP_SCREENSHOTS'] !== '1') return;
  const kept = path.resolve(import.meta.dirname, `../../../media/screenshots/${name}.png`);
  await writeFile(kept, leanPng(await readFile(file)));
}

async function described(...row: string[]): Promise<string> {
  return (await session.workbench.treeRow(...row)).description;
}

describe('the side bar', () => {
  test('shows the Regions, their tables, and the backups of a table newest first', async () => {
    const { workbench } = session;
    await workbench.openView('DynamoDB Backup');
    const tables = labels(await workbench.expandTree('eu-west-1'));
    expect(tables).toEqual(
      expect.arrayContaining(['Customers', 'Inventory', 'OrderEvents', 'Orders', 'Deleted tables']),
    );
    const [window, ...backups] = await workbench.expandTree('eu-west-1', 'Orders');
    expect(window).toMatchObject({
      label: 'Point in time',
      description: expect.stringMatching(/^\d+ d – 5 min ago$/),
    });
    expect(labels(backups).slice(0, 5)).toEqual([
      'before-cleanup',
      'nightly',
      'nightly',
      'awsbackup-daily',
      'before-price-migration',
    ]);
    expect(backups[0]?.description).toMatch(/^40 min · \d+ KB$/);
    expect(backups[3]?.description).toMatch(/^AWS · 1 d · \d+ KB$/);
    const roots = (await workbench.treeRows()).filter(({ level }) => level === 1);
    expect(labels(roots)).toEqual(['eu-west-1', 'us-east-1']);
  });

  test('shows the deleted tables that can still be restored, and until when', async () => {
    const [invoices] = await session.workbench.expandTree('eu-west-1', 'Deleted tables');
    expect(invoices).toMatchObject({
      label: 'Invoices',
      description: expect.stringMatching(/^\d+ d left · deleted \d+ days ago · /),
    });
  });
});

describe('Create Backup…', () => {
  const title = 'Create Backup of Orders in eu-west-1';

  test('takes no name that AWS would refuse', async () => {
    const { workbench, page } = session;
    await workbench.contextMenu(['eu-west-1', 'Orders'], 'Create Backup…');
    await workbench.typeInput(title, 'before fix');
    await workbench.inputMessage('Only letters, digits');
    await page.keyboard.press('Escape');
    expect(sandbox.requests.all.filter(({ operation }) => operation === 'CreateBackup')).toEqual([]);
  });

  test('asks once, naming account, Region and table', async () => {
    const { workbench } = session;
    await workbench.contextMenu(['eu-west-1', 'Orders'], 'Create Backup…');
    await workbench.fillInput(title, 'before-fix');
    const question = await workbench.dialogText('before-fix');
    for (const words of ['123456789012', 'eu-west-1', 'Orders']) expect(question).toContain(words);
    expect(sandbox.requests.all.filter(({ operation }) => operation === 'CreateBackup')).toEqual([]);
  });

  test('shows the backup as CREATING, then as AVAILABLE, without a refresh by hand', async () => {
    const { workbench, page } = session;
    await workbench.dialogButton('before-fix', 'Create Backup');
    expect(await described('eu-west-1', 'Orders', 'before-fix')).toMatch(/^CREATING · just now/);
    await workbench.screenshot('story-backup-creating');
    await page.locator('.part.sidebar .monaco-list-row.selected', { hasText: 'before-fix' }).waitFor();
    sandbox.clock.advance(HOUR_MS);
    await expect.poll(() => described('eu-west-1', 'Orders', 'before-fix'), LOOK).toMatch(/^just now · /);
    expect(sandbox.requests.all.filter(({ operation }) => operation === 'CreateBackup')).toHaveLength(1);
  });
});

/** One index of Orders, written before what comes after the restore. */
const index = (name: string, hash: string) =>
  `"GlobalSecondaryIndexOverride": [
    {
      "IndexName": "${name}",
      "KeySchema": [
        { "AttributeName": "${hash}", "KeyType": "HASH" },
        { "AttributeName": "createdAt", "KeyType": "RANGE" }
      ],
      "Projection": { "ProjectionType": "INCLUDE", "NonKeyAttributes": ["status", "total"] }
    }
  ],
  "AfterRestore"`;

describe('a restore spec', () => {
  test('is written from the backup, with a name that is free, and has no problems', async () => {
    const { workbench } = session;
    await workbench.contextMenu(['eu-west-1', 'Orders', 'before-fix'], 'New Restore Spec…');
    await expect.poll(() => workbench.activeTab()).toBe(SPEC);
    expect(await readFile(specFile(), 'utf8')).toContain('"TargetTableName": "Orders-restored"');
    // Comments, keys, texts and brackets.
    await expect.poll(() => workbench.colours()).toBeGreaterThanOrEqual(4);
    await workbench.showProblems();
    expect(await workbench.problems()).toEqual([]);
  });

  test.each([
    {
      fault: 'an index by a wrong name',
      from: '"AfterRestore"',
      to: index('byCustomr', 'customerId'),
      problem: /It would come back as "byCustomr".*\[Ln 12, Col 20\]/s,
      fix: 'Change to "byCustomer"',
      mended: '"IndexName": "byCustomer"',
    },
    {
      fault: 'an index with other keys',
      from: '"AfterRestore"',
      to: index('byCustomer', 'orderId'),
      problem: /The index "byCustomer" of the source has other keys.*\[Ln 12, Col 20\]/s,
      fix: 'Use the definition of "byCustomer" from the source',
      mended: '"customerId"',
    },
    {
      fault: 'capacity that does not fit the billing mode',
      from: '"AfterRestore"',
      to: '"ProvisionedThroughputOverride": { "ReadCapacityUnits": 5, "WriteCapacityUnits": 5 },\n  "AfterRestore"',
      problem: /recorded as PAY_PER_REQUEST, which has no provisioned capacity.*\[Ln 10, Col 3\]/s,
      fix: 'Make the table PROVISIONED',
      mended: '"BillingModeOverride": "PROVISIONED"',
    },
    {
      fault: 'another Region without a word on encryption',
      from: '"Region": "eu-west-1"',
      to: '"Region": "us-east-1"',
      problem: /must say how the table is encrypted there.*\[Ln 5, Col 13\]/s,
      fix: 'Encrypt with the AWS owned key',
      mended: '"SSESpecificationOverride"',
    },
    {
      fault: 'a misspelt key',
      from: '"TargetTableName"',
      to: '"TargetTableNam"',
      problem: /no key "TargetTableNam" here.*\[Ln 8, Col 3\]/s,
      fix: 'Rename to TargetTableName',
      mended: '"TargetTableName"',
    },
  ])('with $fault shows it in its place, and the light bulb mends it', async (given) => {
    const { workbench } = session;
    const sound = await readFile(specFile(), 'utf8');
    await writeFile(specFile(), sound.replace(given.from, given.to));
    const problem = () => workbench.problems().then((all) => all.find((text) => given.problem.test(text)));
    await workbench.showProblems();
    await expect.poll(problem, LOOK).toBeDefined();
    const words = given.problem.source.slice(0, given.problem.source.indexOf('.*'));
    await workbench.goToProblem(words.replaceAll('\\', ''));
    expect(await workbench.quickFixes()).toContain(given.fix);
    if (given.fault === 'an index by a wrong name') await picture('spec');
    await workbench.screenshot(`story-bulb-${given.fault.replaceAll(' ', '-')}`);
    await workbench.quickFix(given.fix);
    // VS Code in a browser saves by itself.
    await expect.poll(() => readFile(specFile(), 'utf8'), LOOK).toContain(given.mended);
    await workbench.showProblems();
    await expect.poll(problem, LOOK).toBeUndefined();
    await writeFile(specFile(), sound);
  });

  test('explains its keys under the pointer', async () => {
    const { workbench } = session;
    await workbench.showProblems();
    await expect.poll(() => workbench.problems(), LOOK).toEqual([]);
    expect(await workbench.hover('TargetTableName')).toMatch(/table/);
  });
});

describe('Plan Restore', () => {
  test('shows what was recorded beside what the restore makes, and sends nothing', async () => {
    const { workbench, page } = session;
    const spec = await readFile(specFile(), 'utf8');
    await writeFile(specFile(), spec.replace('"AfterRestore"', index('byCustomer', 'customerId')));
    await expect.poll(() => workbench.editorText(), LOOK).toContain('"byCustomer"');
    await workbench.runCommand('View: Hide Panel');
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.runCommand('DynamoDB Backup: Plan Restore');
    await expect.poll(() => workbench.activeTab(), LOOK).toContain('Orders');
    await expect.poll(() => workbench.editorText(), LOOK).toContain('// Orders → new table Orders-restored');
    await page.locator('.line-delete').first().waitFor();
    await picture('plan');
    await page.keyboard.press('Control+End');
    await expect.poll(() => workbench.editorText(), LOOK).toContain('// Stays behind:');
    await workbench.screenshot('story-plan-end');
    await workbench.openView('DynamoDB Backup');
    expect(restoresSent()).toHaveLength(0);
  });
});

function restoresSent() {
  return sandbox.requests.all.filter(({ operation }) => operation === 'RestoreTableFromBackup');
}

describe('Restore…', () => {
  test('asks once, naming account, Region, source and target', async () => {
    const { workbench } = session;
    await workbench.openFile(SPEC);
    await workbench.runCommand('DynamoDB Backup: Restore…');
    const question = await workbench.dialogText('Orders-restored');
    for (const words of ['Restore Orders to the new table Orders-restored?', '123456789012', 'eu-west-1']) {
      expect(question).toContain(words);
    }
    expect(restoresSent()).toHaveLength(0);
  });

  test('sends once, and shows that it runs: a notification, a row, a badge, the status bar', async () => {
    const { workbench, page } = session;
    await workbench.dialogButton('Orders-restored', 'Restore');
    await workbench.treeRow('eu-west-1', 'Restoring Orders-restored');
    expect(await workbench.toastText('Restoring Orders to Orders-restored')).toContain('Orders-restored');
    await page.locator('.part.statusbar', { hasText: 'Restoring Orders-restored' }).waitFor();
    await page.locator('.part.activitybar .badge-content', { hasText: '1' }).waitFor();
    // The row is there from the journal's first line on, a moment before the request.
    await expect.poll(() => restoresSent()).toHaveLength(1);
  });

  test('loses nothing when the window is loaded anew', async () => {
    const { workbench, page } = session;
    await page.reload();
    await page
      .locator('.part.statusbar', { hasText: 'Restoring Orders-restored' })
      .waitFor({ timeout: 60_000 });
    await workbench.openView('DynamoDB Backup');
    await workbench.expandTree('eu-west-1');
    await workbench.treeRow('eu-west-1', 'Restoring Orders-restored');
    await expect.poll(() => workbench.toastText('Restoring Orders to Orders-restored')).toBeTruthy();
  });

  test('goes on when the language server is killed: the next one takes it up by itself', async () => {
    const { workbench, page, server } = session;
    const killed = await languageServerPid(server);
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => languageServerPid(server), LOOK).not.toBe(killed);
    await workbench.treeRow('eu-west-1', 'Restoring Orders-restored');
    await page.locator('.part.statusbar', { hasText: 'Restoring Orders-restored' }).waitFor();
    expect(restoresSent()).toHaveLength(1);
  });

  test('ends with the new table in the tree, its settings put back', async () => {
    const { workbench, page } = session;
    sandbox.clock.advance(HOUR_MS);
    await workbench.treeRow('eu-west-1', 'Orders-restored');
    await expect
      .poll(() => workbench.toastText('Orders-restored: Restored'), LOOK)
      .toContain('settings put back');
    await workbench.screenshot('story-restored');
    await workbench.toastButton('Orders-restored: Restored', 'Show in Explorer');
    const rows = await workbench.treeRows();
    expect(labels(rows)).not.toContain('Restoring Orders-restored');
    await page.locator('.part.statusbar', { hasText: 'Restoring' }).waitFor({ state: 'detached' });
    expect(restoresSent()).toHaveLength(1);
    const [window] = await workbench.expandTree('eu-west-1', 'Orders-restored');
    expect(window).toMatchObject({ label: 'Point in time', description: expect.not.stringMatching(/^off/) });
  });
});
