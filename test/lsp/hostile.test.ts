import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  CompletionList,
  Diagnostic,
  Hover,
  MarkupContent,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { aboutIndex } from '../../server/lsp/about';
import { detailsText } from '../../server/lsp/details';
import { listBackups } from '../../server/protocol';
import type { World } from '../../server/lsp/world';
import { edited } from './marked';
import { connected, hastyClock, offline, openSandbox, REGION, settingsFor, URI, worldOf } from './setting';

const TEXT = `{
  // why
  "BackupArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd",
  "TargetTableName": "Orders-restored",
  "GlobalSecondaryIndexOverride": [
    { "IndexName": "byCustomer", "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }], "Projection": { "ProjectionType": "ALL" } },
  ],
  "AfterRestore": { "Default": "FromSource", "Tags": [{ "Key": "a", "Value": "b" }] }
}
`;

const BITS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '/*',
  '//',
  '\\',
  '\u0000',
  '\uD800',
  '\u2028',
  '\r\n',
  '\n',
  '1e',
  'null',
  '"__proto__":1,',
  '😀',
];

/** A spec with some places cut out or overwritten. */
const brokenSpecs = fc
  .array(fc.tuple(fc.nat(TEXT.length), fc.nat(40), fc.constantFrom(...BITS, '')), {
    minLength: 0,
    maxLength: 6,
  })
  .map((wounds) =>
    wounds.reduce((text, [at, length, bit]) => text.slice(0, at) + bit + text.slice(at + length), TEXT),
  );

describe('any text', () => {
  test('gets answers inside it from every feature, the same twice, and the server logs no fault', async () => {
    const editor = await offline();
    await editor.open(URI, '{}');
    let version = 1;
    await fc.assert(
      fc.asyncProperty(brokenSpecs, fc.double({ min: 0, max: 1, noNaN: true }), async (text, part) => {
        await editor.change(URI, ++version, text);
        const document = TextDocument.create(URI, 'ddbbackup', 1, text);
        const position = document.positionAt(Math.floor(part * text.length));
        const at = { textDocument: { uri: URI }, position };
        const problems = await editor.pull(URI);
        for (const { range } of problems) expectInside(document, range);
        expect(await editor.pull(URI)).toEqual(problems);
        await expectRanges(document, editor.request('textDocument/hover', at));
        await expectRanges(document, editor.request('textDocument/completion', at));
        await editor.request('textDocument/definition', at);
        const all = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
        await editor.request('textDocument/inlayHint', { ...at, range: all });
        for (const method of ['documentSymbol', 'foldingRange', 'codeLens'])
          await editor.request(`textDocument/${method}`, at);
        await editor.request('textDocument/selectionRange', { ...at, positions: [position] });
        const range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
        await editor.request('textDocument/codeAction', { ...at, range, context: { diagnostics: [] } });
        await expectFormatSettles(text);
      }),
      { numRuns: 400 },
    );
    expect(editor.received('window/logMessage')).toEqual([]);

    async function expectFormatSettles(text: string): Promise<void> {
      const once = await format(text);
      await editor.change(URI, ++version, once);
      expect(await format(once)).toBe(once);
    }

    async function format(text: string): Promise<string> {
      const options = { tabSize: 2, insertSpaces: true };
      return edited(
        text,
        await editor.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri: URI }, options }),
      );
    }
  });
});

function expectInside(document: TextDocument, { start, end }: Range): void {
  const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
  expect(document.positionAt(from)).toEqual(start);
  expect(document.positionAt(to)).toEqual(end);
  expect(from).toBeLessThanOrEqual(to);
}

async function expectRanges(document: TextDocument, answer: Promise<unknown>): Promise<void> {
  JSON.stringify(await answer, (key, value: unknown) => {
    if (key === 'range') expectInside(document, value as Range);
    return value;
  });
}

const HOSTILE = [
  '[click](command:workbench.action.terminal.new)',
  '![](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '$(rocket) `code` **bold**',
  'abc\u202Egnp.exe',
  'line\nbreak\u0000',
  '${1:snippet} $0 \\}',
  'x'.repeat(5_000),
];

/** Control characters, and those that turn the direction of a text. */
const HIDDEN = /[\p{Cc}\u202A-\u202E]/u;

describe.each(HOSTILE)('a backup whose name and status are %j', (name) => {
  async function hostileWorld(): Promise<{ world: World; url: string; arn: string }> {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const world = await worldOf(hastyClock(sandbox));
    const renamed = (value: unknown): never =>
      JSON.parse(JSON.stringify(value), (key, part: unknown) =>
        key === 'BackupName' || key === 'BackupStatus' ? name : part,
      ) as never;
    return {
      url: sandbox.url,
      arn,
      world: {
        ...world,
        async openAccount(...how) {
          const account = await world.openAccount(...how);
          return { ...account, read: async (...call) => renamed(await account.read(...call)) };
        },
      },
    };
  }

  test('is shown as text on hover, short and without hidden characters', async () => {
    const { world, url, arn } = await hostileWorld();
    const editor = await connected(world, { settings: settingsFor(url) });
    await editor.ask(listBackups, { region: REGION, table: 'Orders' });
    await editor.open(URI, JSON.stringify({ BackupArn: arn }));
    const hover = await editor.request<Hover>('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 0, character: 20 },
    });
    const { kind, value } = hover.contents as MarkupContent;
    expect(kind).toBe('plaintext');
    expect(value.split('\n')).toHaveLength(4);
    // Two forged texts of at most 300 units.
    expect(value.length).toBeLessThan(800);
    expect(value.replaceAll('\n', '')).not.toMatch(HIDDEN);
  });

  test('is offered as text, and only its ARN is written', async () => {
    const { world, url, arn } = await hostileWorld();
    const editor = await connected(world, { settings: settingsFor(url) });
    await editor.ask(listBackups, { region: REGION, table: 'Orders' });
    await editor.open(URI, '{ "BackupArn": "" }');
    const { items } = await editor.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: URI },
      position: { line: 0, character: 16 },
    });
    const item = items.find(({ filterText }) => filterText?.includes(arn));
    expect(item).toMatchObject({ insertTextFormat: 1, textEdit: { newText: JSON.stringify(arn) } });
    expect(`${item?.label}${item?.detail}`).not.toMatch(HIDDEN);
    // A text and no MarkupContent: editors show it as it is.
    const about = item?.documentation;
    expect(typeof about === 'string' ? about.replaceAll('\n', '') : '\u0000').not.toMatch(HIDDEN);
    expect(`${item?.labelDetails?.detail}${item?.labelDetails?.description}`).not.toMatch(HIDDEN);
    expect(item?.command).toBeUndefined();
  });
});

test('an index of a forged answer is told without hidden characters', () => {
  const lines = aboutIndex('by\u202E', {
    KeySchema: [{ AttributeName: 'pk\u0000', KeyType: 'HASH\u202E' }],
    Projection: { ProjectionType: 'INCLUDE\u202E', NonKeyAttributes: ['a\nb'] },
  });
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toMatch(HIDDEN);
});

test('a name in the details of a backup shows its hidden characters', () => {
  const described = { kind: 'backup', region: REGION, id: 'x' } as const;
  const text = detailsText(described, { BackupName: 'abc\u202Egnp.exe' }, 0);
  expect(text.replaceAll('\n', '')).not.toMatch(HIDDEN);
  expect(text).toContain(String.raw`abc\u202egnp.exe`);
});

test('a diagnostic never carries markup', async () => {
  const editor = await offline();
  await editor.open(URI, JSON.stringify({ '[x](command:y)\u202E': 1 }));
  const problems: Diagnostic[] = await editor.pull(URI);
  expect(problems.map(({ message }) => typeof message)).toContain('string');
  expect(JSON.stringify(problems)).not.toContain('\u202E');
});
