import { describe, expect, test } from 'vitest';
import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { edited, marked } from './marked';
import { offline, online, openSandbox, URI } from './setting';

const TEXT = `{
  // why
  "BackupArn": "x",
  "AfterRestore": {
    "Default": "Skip"
  }
}
`;
const at = { textDocument: { uri: URI } };
const OPTIONS = { tabSize: 2, insertSpaces: true };

describe('the shape of a file', () => {
  test('keys are symbols, nested', async () => {
    const editor = await offline();
    await editor.open(URI, TEXT);
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', at);
    expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
      ['BackupArn', []],
      ['AfterRestore', ['Default']],
    ]);
  });

  test('the outline shows entries of a list by their names, and by their numbers where they have none', async () => {
    const editor = await offline();
    await editor.open(
      URI,
      '{ "GlobalSecondaryIndexOverride": [{ "IndexName": "byDay" }, { "IndexName": "" }] }',
    );
    const [list] = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', at);
    expect(list?.children?.map(({ name }) => name)).toEqual(['byDay', '1']);
  });

  test('an editor that knows no nesting gets them in a row', async () => {
    const editor = await offline({ modern: false });
    await editor.open(URI, TEXT);
    const symbols = await editor.request<SymbolInformation[]>('textDocument/documentSymbol', at);
    expect(symbols.map(({ name }) => name)).toEqual(['BackupArn', 'AfterRestore', 'Default']);
  });

  test('objects fold', async () => {
    const editor = await offline();
    await editor.open(URI, TEXT);
    const ranges = await editor.request<FoldingRange[]>('textDocument/foldingRange', at);
    expect(ranges.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [3, 4],
      [0, 5],
    ]);
  });

  test('a selection grows from the word to the file', async () => {
    const editor = await offline();
    const { text, cursors } = marked('{ "AfterRestore": { "Default": "Sk‸ip" } }');
    await editor.open(URI, text);
    const [first] = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
      ...at,
      positions: cursors,
    });
    const lengths: number[] = [];
    for (let range = first; range !== undefined; range = range.parent)
      lengths.push(range.range.end.character - range.range.start.character);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(lengths.at(-1)).toBe(text.length);
  });
});

describe('formatting', () => {
  async function formatted(text: string): Promise<string> {
    const editor = await offline();
    await editor.open(URI, text);
    return edited(
      text,
      await editor.request<TextEdit[]>('textDocument/formatting', { ...at, options: OPTIONS }),
    );
  }

  test.each([
    [
      '{"BackupArn":"x",/* why */"TargetTableName":"abc"}',
      '{\n  "BackupArn": "x", /* why */\n  "TargetTableName": "abc"\n}',
    ],
    [TEXT, TEXT],
    ['{ "Tags": [ 1,2, ], }', '{\n  "Tags": [\n    1,\n    2,\n  ],\n}'],
  ])('%j becomes %j, and stays so', async (before, expected) => {
    const once = await formatted(before);
    expect(once).toBe(expected);
    expect(await formatted(once)).toBe(once);
  });

  test.each(['{ "a": ', '{ "a" 1 }', '{{{', '"', '/*', '{ "BackupArn": "x" "y": 1 }'])(
    'broken text is left as it is: %j',
    async (text) => {
      expect(await formatted(text)).toBe(text);
    },
  );
});

describe('the line on top', () => {
  test('offers plan and restore when there is an account, and says so when it is looked at', async () => {
    const sandbox = await openSandbox();
    const editor = await online(sandbox);
    await editor.open(URI, TEXT);
    const lenses = await editor.request<object[]>('textDocument/codeLens', at);
    const commands = await Promise.all(
      lenses.map((lens) => editor.request<{ command: unknown }>('codeLens/resolve', lens)),
    );
    expect(lenses.filter((lens) => 'command' in lens)).toEqual([]);
    expect(commands.map(({ command }) => command)).toEqual([
      { title: 'Plan Restore', command: 'ddbbackup.planRestore', arguments: [URI] },
      { title: 'Restore…', command: 'ddbbackup.restore', arguments: [URI] },
    ]);
  });

  test('is not there without an account', async () => {
    const editor = await offline();
    await editor.open(URI, TEXT);
    expect(await editor.request('textDocument/codeLens', at)).toEqual([]);
  });
});
