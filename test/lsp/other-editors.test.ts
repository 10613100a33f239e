/** Editors that are not VS Code with our extension: what they cannot do, they are not asked to do. */
import { describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionList,
  Hover,
  PublishDiagnosticsParams,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { plan } from '../../server/protocol';
import type { Sandbox } from '../../server/sandbox/sandbox';
import type { Editor } from './editor';
import { edited, marked } from './marked';
import { connected, hastyClock, offline, openSandbox, REGION, settingsFor, URI, worldOf } from './setting';

const LITERALS = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } };
/** What Neovim 0.7 says of itself, as far as it matters here. */
const PUSH_ONLY: ClientCapabilities = { textDocument: { codeAction: LITERALS } };
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const published = (editor: Editor, fits: (params: PublishDiagnosticsParams) => boolean) =>
  editor.until<PublishDiagnosticsParams>('textDocument/publishDiagnostics', fits);

const has = (code: string) => (params: PublishDiagnosticsParams) =>
  params.diagnostics.some((problem) => problem.code === code);

const actionsOf = (editor: Editor, uri = URI) =>
  editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: EVERYTHING,
    context: { diagnostics: [] },
  });

const at = (position: unknown, uri = URI) => ({ textDocument: { uri }, position });

/** An editor whose user chose the sandbox in `initializationOptions`. */
async function choosing(sandbox: Sandbox, capabilities = PUSH_ONLY): Promise<Editor> {
  const options = { endpoint: sandbox.url, regions: [REGION] };
  return connected(await worldOf(hastyClock(sandbox)), { options, capabilities });
}

describe('what the server says it can do', () => {
  const pulling = { textDocument: { diagnostic: {} } };
  const refreshed = { ...pulling, workspace: { diagnostics: { refreshSupport: true } } };
  test.each([
    ['an editor that only takes problems', PUSH_ONLY, undefined, []],
    ['one that pulls but cannot be told to pull again', pulling, undefined, []],
    ['one that pulls and can be told', refreshed, undefined, ['diagnosticProvider']],
    ['our extension', refreshed, settingsFor(''), ['diagnosticProvider', 'codeLensProvider']],
  ])('to %s', async (_, capabilities, settings, expected) => {
    const editor = await offline({ capabilities, ...(settings && { settings }) });
    const said = Object.keys(editor.server.capabilities);
    expect(['diagnosticProvider', 'codeLensProvider'].filter((name) => said.includes(name))).toEqual(
      expected,
    );
  });

  test('positions count UTF-16 units, also for an editor that would rather count bytes', async () => {
    const general = { positionEncodings: ['utf-8', 'utf-16'] };
    const editor = await offline({ capabilities: { ...PUSH_ONLY, general } });
    expect(editor.server.capabilities.positionEncoding ?? 'utf-16').toBe('utf-16');
    const { text, ranges } = marked('{ "Description": "🐘ü", «"Descriptiom"»: 1 }');
    await editor.open(URI, text);
    const { diagnostics } = await published(editor, has('unknown-key'));
    expect(diagnostics.find(({ code }) => code === 'unknown-key')?.range).toEqual(ranges[0]);
  });
});

describe('problems that are sent', () => {
  test('belong to a version, come anew when AWS has answered, and go when the file is closed', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders-restored' } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const editor = await choosing(sandbox);
    await editor.open(URI, '{ "BackupArm": 1 }');
    expect((await published(editor, has('unknown-key'))).version).toBe(1);
    await editor.change(URI, 2, JSON.stringify({ BackupArn: arn, TargetTableName: 'Orders-restored' }));
    const first = await published(editor, ({ version }) => version === 2);
    expect(has('target-exists')(first)).toBe(false);
    const later = await published(editor, has('target-exists'));
    expect(later).toMatchObject({ uri: URI, version: 2 });
    await editor.notify('textDocument/didClose', { textDocument: { uri: URI } });
    await published(editor, ({ version, diagnostics }) => version === undefined && diagnostics.length === 0);
  });

  test('reach an editor that could pull, but not be told to pull again', async () => {
    const editor = await offline({ capabilities: { textDocument: { diagnostic: {} } } });
    await editor.open(URI, '{ "BackupArm": 1 }');
    await published(editor, has('unknown-key'));
  });
});

describe('a file is a spec', () => {
  test.each(['json', 'jsonc', 'ddbbackup', 'plaintext'])(
    'by its name, called %s or anything else, and all its problems are told',
    async (languageId) => {
      const editor = await offline({ capabilities: PUSH_ONLY });
      await editor.open('file:///a/B%20c/Orders.DDBBackup.JSON', '{ "BackupArm": 1 }', languageId);
      await published(editor, has('unknown-key'));
    },
  );

  test('by its language, as long as it has no name', async () => {
    const editor = await offline({ capabilities: PUSH_ONLY });
    await editor.open('untitled:Untitled-1', '{ "BackupArm": 1 }', 'ddbbackup');
    await published(editor, has('unknown-key'));
  });

  test.each(['file:///package.json', 'file:///x.json?y=orders.ddbbackup.json', 'untitled:1'])(
    'and %s is none: nothing is said about it',
    async (uri) => {
      const editor = await offline({ capabilities: PUSH_ONLY });
      await editor.open(uri, '{ "BackupArm": 1 }', 'json');
      await editor.change(uri, 2, '{ "BackupArm": 2 }');
      expect(await actionsOf(editor, uri)).toEqual([]);
      expect(await editor.request('textDocument/hover', at({ line: 0, character: 4 }, uri))).toBeNull();
      await editor.notify('textDocument/didClose', { textDocument: { uri } });
      await editor.open(URI, '{}');
      await published(editor, ({ version }) => version === 1);
      expect(editor.received<PublishDiagnosticsParams>('textDocument/publishDiagnostics')).toMatchObject([
        { uri: URI },
      ]);
    },
  );
});

describe('answers fit the editor', () => {
  test.each([
    ['edits by file', PUSH_ONLY, 'changes'],
    [
      'edits bound to a version',
      { ...PUSH_ONLY, workspace: { workspaceEdit: { documentChanges: true } } },
      'documentChanges',
    ],
  ])('light bulb: %s', async (_, capabilities, form) => {
    const editor = await offline({ capabilities });
    await editor.open(URI, '{ "TargetTableNam": "abc" }');
    const [action] = await actionsOf(editor);
    expect(Object.keys(action?.edit ?? {})).toEqual([form]);
    if (form !== 'changes') return;
    expect(edited('{ "TargetTableNam": "abc" }', action?.edit?.changes?.[URI] ?? [])).toBe(
      '{ "TargetTableName": "abc" }',
    );
  });

  test('light bulb: none for an editor that only knows commands', async () => {
    const editor = await offline({ capabilities: {} });
    await editor.open(URI, '{ "TargetTableNam": "abc" }');
    expect(await actionsOf(editor)).toEqual([]);
  });

  test.each([
    ['text', {}, 1, '{ "BackupArn": "" }'],
    ['a snippet', { snippetSupport: true }, 2, '{ "BackupArn": "$1" }'],
  ])('completion: %s', async (_, completionItem, format, expected) => {
    const editor = await offline({ capabilities: { textDocument: { completion: { completionItem } } } });
    const { text, cursors } = marked('{ "BackupArn‸" }');
    await editor.open(URI, text);
    const { items } = await editor.request<CompletionList>('textDocument/completion', at(cursors[0]));
    const item = items.find(({ label }) => label === 'BackupArn');
    expect(item?.insertTextFormat).toBe(format);
    expect(edited(text, [item?.textEdit as TextEdit])).toBe(expected);
  });

  test('completion: no place to fill in is left in any text, nor any mark, nor a command of VS Code', async () => {
    const editor = await offline({ capabilities: PUSH_ONLY });
    const sources = [
      '‸',
      '{ "‸" }',
      '{ "AfterRestore": ‸ }',
      '{ "AfterRestore": { "‸" } }',
      '{ "Region": ‸ }',
    ];
    for (const [index, source] of sources.entries()) {
      const { text, cursors } = marked(source);
      const uri = URI.replace('orders', `orders-${index}`);
      await editor.open(uri, text);
      const { items } = await editor.request<CompletionList>('textDocument/completion', at(cursors[0], uri));
      expect(items.length).toBeGreaterThan(0);
      for (const { insertText, textEdit, insertTextFormat, documentation, command } of items) {
        expect(insertTextFormat ?? 1).toBe(1);
        expect(`${insertText}${textEdit?.newText}`).not.toMatch(/\$[\d{]|\\[{}]/);
        expect(typeof (documentation ?? '')).toBe('string');
        expect(command).toBeUndefined();
      }
    }
  });

  test.each([
    ['Markdown', ['markdown', 'plaintext'], /\]\(https:/],
    ['text alone', ['plaintext'], /\nAWS documentation: https:\/\/docs\.aws\.amazon\.com\/\S+$/],
  ] as const)('hover: %s', async (_, contentFormat, expected) => {
    const editor = await offline({
      capabilities: { textDocument: { hover: { contentFormat: [...contentFormat] } } },
    });
    const { text, cursors } = marked('{ "Billing‸ModeOverride": "PROVISIONED" }');
    await editor.open(URI, text);
    const hover = await editor.request<Hover>('textDocument/hover', at(cursors[0]));
    const { contents } = hover as { contents: { value: string } | string[] };
    const words = Array.isArray(contents) ? contents.join('\n') : contents.value;
    expect(words).toMatch(expected);
    if (contentFormat.length === 1) expect(words).not.toMatch(/\\|\[|`/);
  });
});

test.each([[['markdown']], [['plaintext']]] as const)(
  'hovering what the schema does not know (%s) gives nothing',
  async ([kind]) => {
    const editor = await offline({ capabilities: { textDocument: { hover: { contentFormat: [kind] } } } });
    const { text, cursors } = marked('{ "Nothing‸InParticular": 1 }');
    await editor.open(URI, text);
    expect(await editor.request('textDocument/hover', at(cursors[0]))).toBeNull();
  },
);

describe('an editor that has none of our commands and views', () => {
  test('is offered no lines on top of a spec, and hears no notice of ours', async () => {
    const sandbox = await openSandbox();
    const answers = { 'workspace/configuration': () => [null] };
    const editor = await connected(await worldOf(hastyClock(sandbox)), {
      options: { endpoint: sandbox.url },
      capabilities: { ...PUSH_ONLY, workspace: { configuration: true } },
      answers,
    });
    const arn = `arn:aws:dynamodb:${REGION}:123456789012:table/Orders/backup/01791504762511-2779fadd`;
    await editor.open(URI, JSON.stringify({ BackupArn: arn, TargetTableName: 'Orders-restored' }));
    await published(editor, has('backup-missing'));
    expect(await editor.request('textDocument/codeLens', { textDocument: { uri: URI } })).toEqual([]);
    expect(editor.methods().filter((method) => method.startsWith('ddbbackup/'))).toEqual([]);
  });

  test('does not take up a restore by itself: nobody would see it', async () => {
    const sandbox = await openSandbox();
    const world = await worldOf(hastyClock(sandbox));
    let reads = 0;
    const read = () => Promise.resolve({ rows: [], damaged: reads++ });
    const counted = { ...world, journal: { ...world.journal, read } };
    const other = await connected(counted, { options: { endpoint: sandbox.url }, capabilities: PUSH_ONLY });
    expect(await other.ask(plan, { uri: URI, version: 1 })).toMatchObject({ refusal: { code: 'NotOpen' } });
    expect(reads).toBe(0);
    const ours = await connected(counted, { settings: settingsFor(sandbox.url) });
    await ours.ask(plan, { uri: URI, version: 1 });
    expect(reads).toBe(1);
  });
});
