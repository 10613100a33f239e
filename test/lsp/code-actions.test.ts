import { describe, expect, test } from 'vitest';
import type { CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { Editor } from './editor';
import { edited, marked } from './marked';
import { offline, online, openSandbox, REGION, URI } from './setting';

const EVERYTHING: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

function actionsAt(editor: Editor, range: Range, only?: string[]): Promise<CodeAction[]> {
  return editor.request('textDocument/codeAction', {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });
}

function after(text: string, action: CodeAction | undefined): string {
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  return edited(text, (change?.edits ?? []) as { range: Range; newText: string }[]);
}

describe('a light bulb', () => {
  test('mends the key under the cursor and leaves comments and neighbours alone', async () => {
    const editor = await offline();
    const { text, cursors } = marked(
      '{\n  // why\n  "Target‸TableNam": "abc", // kept\n  "Descriptio": "x"\n}\n',
    );
    await editor.open(URI, text);
    const [cursor] = cursors;
    const actions = await actionsAt(editor, { start: cursor!, end: cursor! });
    const mend = actions.find(({ title }) => title.includes('TargetTableName'));
    expect(after(text, mend)).toBe(text.replace('TargetTableNam', 'TargetTableName'));
    expect(mend).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'unknown-key' }] });
    expect(actions.some(({ title }) => title.includes('Description'))).toBe(false);
  });

  test('binds its edit to the version it was made for', async () => {
    const editor = await offline();
    await editor.open(URI, '{}');
    await editor.change(URI, 7, '{ "TargetTableNam": "Orders" }');
    const [action] = await actionsAt(editor, EVERYTHING);
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 7 } }]);
  });

  test('offers nothing while the syntax is broken', async () => {
    const editor = await offline();
    await editor.open(URI, '{ "Descriptio": "x", ');
    expect(await actionsAt(editor, EVERYTHING)).toEqual([]);
  });

  test.each([
    [['refactor'], []],
    [['quickfix'], ['quickfix']],
    [['source.fixAll'], ['source.fixAll.ddbbackup']],
    [['source.fixAll.ddbbackup'], ['source.fixAll.ddbbackup']],
    [['source.fixAll.eslint'], []],
  ])('asked only for %s it gives %s', async (only, kinds) => {
    const editor = await offline();
    await editor.open(URI, '{ "BillingModeOverride": "PAY_PER_REQUES" }');
    const actions = await actionsAt(editor, EVERYTHING, only);
    expect([...new Set(actions.map(({ kind }) => kind))]).toEqual(kinds);
  });

  test('"fix all" mends everything that has one right answer, in one edit, and no more', async () => {
    const editor = await offline();
    const text = '{\n  "Descriptio": "x", // one\n  "TargetTableNam": "abc",\n  "Zzzzzz": 1\n}\n';
    await editor.open(URI, text);
    const [all] = await actionsAt(editor, EVERYTHING, ['source.fixAll']);
    const mended = after(text, all);
    expect(mended).toContain('"Description": "x", // one\n  "TargetTableName": "abc"');
    expect(mended).toContain('"Zzzzzz": 1');
    await editor.change(URI, 2, mended);
    expect(await actionsAt(editor, EVERYTHING, ['source.fixAll'])).toEqual([]);
  });

  test('knows what the account knows: the right answer is preferred and the problem gone after it', async () => {
    const sandbox = await openSandbox();
    for (const TableName of ['Orders', 'Orders-restored'])
      await sandbox.seed.table({ region: REGION, table: { TableName } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const editor = await online(sandbox);
    const text = JSON.stringify({ BackupArn: arn, TargetTableName: 'Orders-restored' }, null, 2);
    await editor.open(URI, text);
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    const actions = await actionsAt(editor, EVERYTHING, ['quickfix']);
    const mends = actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === 'target-exists');
    expect(mends.length).toBeGreaterThan(0);
    await editor.change(URI, 2, after(text, mends[0]));
    expect((await editor.pull(URI)).map(({ code }) => code)).not.toContain('target-exists');
  });
});
