import { describe, expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-protocol';
import { listBackups } from '../../server/protocol';
import type { Editor } from './editor';
import { NOW, offline, online, openSandbox, REGION, settingsFor, URI } from './setting';

const HOUR = 3_600_000;
const ID = `${String(NOW - 72 * HOUR).padStart(14, '0')}-2779fadd`;
const ARN = `arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/${ID}`;

async function ask(editor: Editor, lastLine = 100): Promise<InlayHint[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: lastLine, character: 0 } };
  return editor.request('textDocument/inlayHint', { textDocument: { uri: URI }, range });
}

/** A label is one text, or parts; ours are texts. */
const text = (label: InlayHint['label'] | undefined): string => (typeof label === 'string' ? label : '');

/** The text with each hint in « » at its place. */
function shown(source: string, hints: readonly InlayHint[]): string {
  const lines = source.split('\n');
  for (const { position, label } of hints.toReversed()) {
    const line = lines[position.line] ?? '';
    lines[position.line] =
      `${line.slice(0, position.character)}«${text(label)}»${line.slice(position.character)}`;
  }
  return lines.join('\n');
}

describe('from the text alone', () => {
  test.each([
    ['a backup', `{ "BackupArn": "${ARN}" }`, `{ "BackupArn": «Orders · 3 days ago · eu-west-1»"${ARN}" }`],
    [
      'a table',
      '{ "SourceTableArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders" }',
      '{ "SourceTableArn": «Orders · eu-west-1 · 123456789012»"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders" }',
    ],
    [
      'a moment, behind its comma',
      '{ "RestoreDateTime": "2026-11-20T07:00:00Z", "Drill": {} }',
      '{ "RestoreDateTime": "2026-11-20T07:00:00Z",«3 hours ago» "Drill": {} }',
    ],
    [
      'an ARN that is not whole',
      '{ "BackupArn": "arn:aws:dynamodb" }',
      '{ "BackupArn": "arn:aws:dynamodb" }',
    ],
    ['a table by its name', '{ "SourceTableName": "Orders" }', '{ "SourceTableName": "Orders" }'],
  ])('%s', async (_, text, expected) => {
    const editor = await offline();
    await editor.open(URI, text);
    expect(shown(text, await ask(editor))).toBe(expected);
  });

  test('no hint is longer than VS Code shows it', async () => {
    const editor = await offline();
    await editor.open(URI, `{ "BackupArn": "${ARN.replace('Orders', 'x'.repeat(200))}" }`);
    const [hint] = await ask(editor);
    expect(text(hint?.label)).toMatch(/^x{23}… · 3 days ago$/);
  });

  test('what is out of sight has none', async () => {
    const editor = await offline();
    await editor.open(URI, `{\n\n\n"BackupArn": "${ARN}" }`);
    expect(await ask(editor, 1)).toEqual([]);
  });
});

describe('with an account', () => {
  async function setting() {
    const sandbox = await openSandbox();
    await sandbox.seed.table({
      region: REGION,
      table: { TableName: 'Orders' },
      createdAt: NOW - 50 * HOUR,
      pointInTime: {},
    });
    const { arn } = sandbox.seed.backup({
      region: REGION,
      table: 'Orders',
      name: 'nightly',
      at: NOW - 3 * HOUR,
    });
    return { sandbox, arn, editor: await online(sandbox) };
  }

  test('size comes once it is known: the editor is told to ask anew', async () => {
    const { arn, editor } = await setting();
    await editor.open(URI, `{ "BackupArn": "${arn}" }`);
    expect((await ask(editor))[0]?.label).toBe('Orders · 3 hours ago · eu-west-1');
    await editor.until('workspace/inlayHint/refresh');
    expect((await ask(editor))[0]?.label).toMatch(/^Orders · 3 hours ago · \d+ bytes · eu-west-1$/);
  });

  test('the backup of a deleted table tells its type and when it expires', async () => {
    const { sandbox, editor } = await setting();
    sandbox.seed.deleteTable(REGION, 'Orders', NOW - HOUR);
    const answer = await editor.ask(listBackups, { region: REGION, table: 'Orders' });
    const system = answer.ok ? answer.value.rows.find(({ type }) => type === 'SYSTEM') : undefined;
    await editor.open(URI, `{ "BackupArn": "${system?.backupArn}" }`);
    expect((await ask(editor))[0]?.label).toMatch(/^Orders · 1 hour ago · \d+ bytes · SYSTEM( · |$)/);
  });

  test.each([
    ['00000002-aaaa-4bbb-8ccc-dddddddddddd', 'alias/good'],
    ['00000004-aaaa-4bbb-8ccc-dddddddddddd', 'alias/disabled · Disabled'],
    ['alias/disabled', 'Disabled'],
  ])('the KMS key %s tells %s', async (key, expected) => {
    const { arn, editor } = await setting();
    await editor.open(
      URI,
      `{ "BackupArn": "${arn}", "SSESpecificationOverride": { "KMSMasterKeyId": "${key}" } }`,
    );
    await expect.poll(async () => (await ask(editor)).map(({ label }) => label)).toContain(expected);
  });

  test('nothing is asked in a workspace that is not trusted', async () => {
    const sandbox = await openSandbox();
    const editor = await online(sandbox, { settings: settingsFor(sandbox.url, { trusted: false }) });
    await editor.open(
      URI,
      `{ "BackupArn": "${ARN}", "SSESpecificationOverride": { "KMSMasterKeyId": "alias/x" } }`,
    );
    await ask(editor);
    expect(sandbox.requests.all).toEqual([]);
  });
});
