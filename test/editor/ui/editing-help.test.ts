import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../server/sandbox/sandbox';
import type { DomElement } from '../harness/dom';
import { openSession, type Session } from '../harness/session';

/** What helps while a spec is written, as it looks in a real window: each test leaves its picture in test-results. */

const LOOK = { timeout: 20_000, interval: 250 };
const HOUR_MS = 3_600_000;

let sandbox: Sandbox;
let session: Session;
let arn: string;

beforeAll(async () => {
  sandbox = await startSandbox({ sample: true });
  arn = sandbox.seed.backup({
    region: 'eu-west-1',
    table: 'OrderEvents',
    name: 'before-migration',
    at: sandbox.clock.now() - 75 * HOUR_MS,
  }).arn;
  session = await openSession({
    machineSettings: { 'ddbbackup.endpoint': sandbox.url, 'ddbbackup.regions': ['eu-west-1'] },
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  });
  await session.workbench.runCommand('View: Toggle Primary Side Bar Visibility');
}, 180_000);

afterEach(async ({ task }) => {
  const failed = task.result?.state === 'fail';
  const name = task.name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60);
  await session?.workbench.screenshot(`${failed ? 'failed-' : ''}editing-${name}`);
  // A list, then the places of a snippet.
  for (const key of ['Escape', 'Escape']) await session?.page.keyboard.press(key);
});

/** The list with its explanation, before one is chosen. */
async function picture(name: string): Promise<void> {
  await session.page.locator('.suggest-widget.visible .monaco-list-row.focused').waitFor();
  await session.workbench.screenshot(`editing-list-${name}`);
}

afterAll(async () => {
  await session?.stop();
  await sandbox?.close();
});

const FILE = 'orders.ddbbackup.json';
let texts = 0;

/** Puts this text into the open spec, the caret at ‸. */
async function write(marked: string): Promise<void> {
  const { workbench, workspace } = session;
  const lines = marked.slice(0, marked.indexOf('‸')).split('\n');
  const text = marked.replace('‸', '');
  const ending = text === '' ? '' : `// text ${++texts}\n`;
  await workbench.openFile(FILE);
  // With edits of its own the editor would not take the text from the disk.
  await workbench.runCommand('File: Revert File');
  await writeFile(path.join(workspace, FILE), text + ending);
  await expect
    .poll(async () => (await workbench.editorText()).trim().endsWith(ending.trim()), LOOK)
    .toBe(true);
  if (ending === '') await expect.poll(() => workbench.editorText(), LOOK).toBe('');
  await workbench.goTo(lines.length, (lines.at(-1)?.length ?? 0) + 1);
}

/** The file once it says this; VS Code in a browser saves by itself. */
async function expectSaved(text: string): Promise<void> {
  await session.page.keyboard.press('Control+S');
  await expect.poll(() => readFile(path.join(session.workspace, FILE), 'utf8'), LOOK).toContain(text);
}

interface Offered {
  label: string;
  beside: string;
  right: string;
}

/** The rows of the completion list, asked for until they are as expected: the first time they may still be on their way. */
async function offered(fits: (rows: Offered[]) => boolean): Promise<Offered[]> {
  const { page } = session;
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  let seen: Offered[] = [];
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      // A list that was closed by what came in meanwhile is asked for again.
      await rows
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined);
      seen = await rows.evaluateAll((elements: DomElement[]) =>
        elements.map((row) => {
          const text = (part: string): string => (row.querySelector(part)?.innerText ?? '').trim();
          return {
            label: text('.label-name'),
            beside: text('.signature-label'),
            right: text('.details-label'),
          };
        }),
      );
      return fits(seen);
    }, LOOK)
    .toBe(true);
  return seen;
}

/** Shows what is said of the focused row; it stays open for the lists after it. */
async function details(): Promise<void> {
  const shown = session.page.locator('.suggest-details:visible');
  if (!(await shown.isVisible())) await session.page.keyboard.press('Control+Space');
  await shown.waitFor();
}

const has = (label: string) => (rows: Offered[]) => rows.some((row) => row.label === label);

async function accept(label: string): Promise<void> {
  const { page } = session;
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first().click();
  await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
}

async function hints(): Promise<string[]> {
  const shown = session.page.locator(
    '.editor-group-container.active .view-lines [class*="inlay-hint"], .editor-group-container.active .view-lines span[class*="dyn-rule"]',
  );
  return (await shown.allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
}

const spec = (more: string) =>
  `{\n  "AccountId": "123456789012",\n  "BackupArn": "${arn}",\n  "TargetTableName": "OrderEvents-restored"${more}\n}\n`;

describe('completion', () => {
  test('of keys goes by the order of the table of keys, with the key explained', async () => {
    await write('{\n  "BackupArn": "",\n  ‸\n}\n');
    const rows = await offered(has('TargetTableName'));
    expect(rows.map(({ label }) => label).slice(0, 4)).toEqual([
      'TargetTableName',
      'Description',
      'AccountId',
      'Region',
    ]);
    await details();
  });

  test('of words takes one of the list', async () => {
    await write('{\n  "BackupArn": "",\n  "BillingModeOverride": ‸\n}\n');
    await offered(has('"PAY_PER_REQUEST"'));
    await picture('words');
    await accept('PAY_PER_REQUEST');
    await expectSaved('"BillingModeOverride": "PAY_PER_REQUEST"');
  });

  test('of backups shows name, age, type and table, newest first', async () => {
    await write('{\n  "BackupArn": "‸",\n  "TargetTableName": "Orders-restored"\n}\n');
    const rows = await offered((all) => all.length > 5);
    expect(rows[0]).toMatchObject({ label: 'before-cleanup', beside: 'Orders · 40 minutes ago' });
    await picture('backups');
    await details();
  });

  test('of backups finds one by the name of its table', async () => {
    await write('{\n  "BackupArn": "‸",\n  "TargetTableName": "Orders-restored"\n}\n');
    await session.page.keyboard.type('OrderEv', { delay: 50 });
    await expect
      .poll(() => session.page.locator('.suggest-widget.visible .monaco-list-row').allInnerTexts(), LOOK)
      .toEqual(expect.arrayContaining([expect.stringContaining('before-migration')]));
    await picture('backups-by-table');
    await accept('before-migration');
    await expectSaved(`"BackupArn": "${arn}",\n`);
  });

  test('of whole indexes gives their definitions as recorded', async () => {
    await write(spec(',\n  "GlobalSecondaryIndexOverride": ‸'));
    await offered(has('The index of the source'));
    await picture('indexes');
    await accept('The index of the source');
    await expectSaved('"IndexName": "byDay"');
  });

  test('of one index gives it whole, with its capacity', async () => {
    await write(spec(',\n  "GlobalSecondaryIndexOverride": [‸]'));
    await offered(has('byDay'));
  });

  test('of KMS keys names their aliases', async () => {
    await write(spec(',\n  "SSESpecificationOverride": { "Enabled": true, "KMSMasterKeyId": "‸" }'));
    await offered(has('alias/good'));
  });

  test('of moments stays inside the window', async () => {
    await write(
      '{\n  "SourceTableName": "Orders",\n  "TargetTableName": "Orders-restored",\n  "RestoreDateTime": "‸"\n}\n',
    );
    await offered(has('Latest'));
  });

  test('of tables names those of the Region', async () => {
    await write('{\n  "SourceTableName": "‸",\n  "TargetTableName": "Orders-restored"\n}\n');
    await offered(has('Orders'));
  });

  test('of Regions shows their names, the one in use first', async () => {
    await write('{\n  "BackupArn": "",\n  "Region": "‸"\n}\n');
    const [first] = await offered(has('eu-west-1'));
    expect(first).toEqual({ label: 'eu-west-1', beside: 'in use', right: 'Europe (Ireland)' });
  });

  test('of names for the new table', async () => {
    await write(spec('').replace('OrderEvents-restored', '‸'));
    await offered(has('OrderEvents-restored'));
  });

  test('of an empty file offers whole specs, and one leaves places to fill in', async () => {
    await write('‸');
    await offered(has('Restore from a backup'));
    await picture('specs');
    await accept('Restore from a backup');
    await expect.poll(() => session.workbench.editorText(), LOOK).toContain('"TargetTableName": ""');
    await session.page.keyboard.type('Tuesday');
    await expectSaved('"Description": "Tuesday"');
  });
});

describe('hovering', () => {
  test('a key says what it means in two lines, with a link', async () => {
    await write(spec('‸'));
    await expect
      .poll(() => session.workbench.hover('TargetTableName'), LOOK)
      .toMatch(/Name of the new table.*\nAWS documentation$/s);
  });

  test('a backup says what it holds', async () => {
    await write(spec('‸'));
    await expect.poll(hints, LOOK).toEqual(expect.arrayContaining([expect.stringMatching(/KB|MB|bytes/)]));
    await expect.poll(() => session.workbench.hover('dynamodb:eu-west'), LOOK).toMatch(/before-migration/);
  });
});
describe('hints', () => {
  test('tell what an ARN and a moment hide', async () => {
    await write(
      spec(
        ',\n  "SSESpecificationOverride": {\n    "Enabled": true,\n    "SSEType": "KMS",\n    "KMSMasterKeyId": "00000002-aaaa-4bbb-8ccc-dddddddddddd"\n  }‸',
      ),
    );
    await expect.poll(hints, LOOK).toEqual(expect.arrayContaining([expect.stringContaining('alias/good')]));
  });

  test('tell of a table and a moment', async () => {
    const moment = new Date(sandbox.clock.now() - 30 * HOUR_MS).toISOString().slice(0, 19);
    await write(
      `{\n  "SourceTableArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders",\n  "RestoreDateTime": "${moment}Z",\n  "TargetTableName": "Orders-restored"\n}‸\n`,
    );
    await expect.poll(hints, LOOK).toEqual(expect.arrayContaining([expect.stringContaining('1 day ago')]));
  });
});

describe('go to definition', () => {
  test('from the ARN of a backup shows what AWS says of it', async () => {
    await write(
      spec('‸')
        .replace('table/Order', 'table/Or‸der')
        .replace(/‸(?=\n)/, ''),
    );
    await session.page.keyboard.press('F12');
    await expect.poll(() => session.workbench.editorText(), LOOK).toContain('What DescribeBackup answered');
  });

  test('from an index leads to it in the description of the source', async () => {
    await write(spec(',\n  "GlobalSecondaryIndexOverride": [{ "IndexName": "by‸Day" }]'));
    await expect.poll(hints, LOOK).toEqual(expect.arrayContaining([expect.stringMatching(/KB/)]));
    await session.page.keyboard.press('F12');
    await expect.poll(() => session.workbench.activeTab(), LOOK).toContain('.jsonc');
    await expect.poll(() => session.workbench.editorText(), LOOK).toContain('"IndexName": "byDay"');
    await expect
      .poll(
        () => session.page.locator('.current-line ~ *, .line-numbers.active-line-number').allInnerTexts(),
        LOOK,
      )
      .not.toEqual(['1']);
  });
});

describe('the shape of a file', () => {
  test('is folded by its objects', async () => {
    await write(spec(',\n  "AfterRestore": {\n    "Default": "FromSource"\n  }‸'));
    await session.workbench.runCommand('Fold Level 2');
    await expect.poll(() => session.workbench.editorText(), LOOK).not.toContain('"Default"');
    expect(await session.workbench.editorText()).toContain('"AfterRestore"');
  });

  test('is formatted, and left alone while it is broken', async () => {
    await write('{"BackupArn":"x",/* why */"TargetTableName":"abc"}‸\n');
    await session.workbench.runCommand('Format Document');
    await expect.poll(() => session.workbench.editorText(), LOOK).toContain('  "TargetTableName": "abc"');
    const broken = '{"BackupArn":"x" "TargetTableName":"abc"';
    await write(`${broken}‸\n`);
    await session.workbench.runCommand('Format Document');
    expect(await session.workbench.editorText()).toContain(broken);
  });

  test('is selected word by word, then value by value', async () => {
    await write(spec(',\n  "AfterRestore": {\n    "Default": "From‸Source"\n  }'));
    for (let step = 0; step < 4; step++) await session.page.keyboard.press('Shift+Alt+ArrowRight');
    await session.page.locator('.part.statusbar', { hasText: 'selected' }).waitFor();
  });

  test('has plan and restore on top', async () => {
    await write(spec('‸'));
    await session.page.locator('.codelens-decoration', { hasText: 'Plan Restore' }).waitFor();
  });

  test('is outlined, indexes by their names', async () => {
    await write(
      spec(
        ',\n  "GlobalSecondaryIndexOverride": [\n    { "IndexName": "byDay" },\n    { "IndexName": "byType" }\n  ]‸',
      ),
    );
    await session.page.keyboard.press('Control+Shift+O');
    await expect
      .poll(() => session.page.locator('.quick-input-widget .monaco-list-row').allInnerTexts(), LOOK)
      .toEqual(expect.arrayContaining([expect.stringContaining('byDay')]));
  });
});
