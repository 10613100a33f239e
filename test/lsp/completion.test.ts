import { describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-protocol';
import { listBackups, listTables } from '../../server/protocol';
import type { Editor } from './editor';
import { edited, marked } from './marked';
import { offline, online, openSandbox, REGION, URI } from './setting';

async function completionsAt(
  editor: Editor,
  source: string,
  version = 0,
): Promise<{ text: string; items: CompletionItem[] }> {
  const { text, cursors } = marked(source);
  await (version === 0 ? editor.open(URI, text) : editor.change(URI, version, text));
  const list = await editor.request<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: URI },
    position: cursors[0],
  });
  return { text, items: list?.items ?? [] };
}

const labels = (items: CompletionItem[]) => items.map(({ label }) => label);

function chosen(text: string, item: CompletionItem | undefined): string {
  return edited(text, item?.textEdit ? [item.textEdit as TextEdit] : []);
}

describe('without an account', () => {
  test.each([
    ['keys of a spec', '{ "‸" }', ['BackupArn', 'TargetTableName', 'AfterRestore']],
    ['keys of a setting', '{ "AfterRestore": { "‸" } }', ['Default', 'TimeToLiveSpecification', 'Tags']],
    ['values that come from a list', '{ "BillingModeOverride": ‸ }', ['"PROVISIONED"', '"PAY_PER_REQUEST"']],
    ['words that stand for a setting', '{ "AfterRestore": { "Tags": ‸ } }', ['"FromSource"', '"Skip"']],
    ['Regions', '{ "Region": "‸" }', ['eu-west-1', 'us-gov-west-1']],
    [
      'a name for the new table',
      '{ "SourceTableName": "Orders", "TargetTableName": "‸" }',
      ['Orders-restored'],
    ],
    ['a whole spec for an empty file', '‸', ['Restore from a backup', 'Restore to a point in time']],
  ])('%s are offered', async (_, source, expected) => {
    const editor = await offline();
    const { items } = await completionsAt(editor, source);
    expect(labels(items)).toEqual(expect.arrayContaining(expected));
  });

  test('a file that names some other schema is a spec all the same', async () => {
    const editor = await offline();
    const { items } = await completionsAt(editor, '{ "$schema": "https://example.com/evil.json", "Bill‸" }');
    expect(labels(items)).toContain('BillingModeOverride');
  });
});

describe('with what was listed before', () => {
  async function listed() {
    const sandbox = await openSandbox();
    const keys = [{ AttributeName: 'pk', KeyType: 'HASH' }];
    await sandbox.seed.table({
      region: REGION,
      table: {
        TableName: 'Orders',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: keys,
        GlobalSecondaryIndexes: [
          { IndexName: 'byStatus', KeySchema: keys, Projection: { ProjectionType: 'KEYS_ONLY' } },
        ],
      },
    });
    const older = sandbox.seed.backup({
      region: REGION,
      table: 'Orders',
      name: 'older',
      at: sandbox.clock.now() - 7_200_000,
    });
    const newer = sandbox.seed.backup({
      region: REGION,
      table: 'Orders',
      name: 'newer',
      at: sandbox.clock.now() - 3_600_000,
    });
    const editor = await online(sandbox);
    return { sandbox, editor, older, newer };
  }

  test('backups are offered newest first, in full, and choosing one replaces what stood there', async () => {
    const { sandbox, editor, older, newer } = await listed();
    await editor.ask(listBackups, { region: REGION, table: 'Orders' });
    const asked = sandbox.requests.all.length;
    const { text, items } = await completionsAt(
      editor,
      '{\n  "BackupArn": "arn‸",\n  "TargetTableName": "abc"\n}',
    );
    expect(sandbox.requests.all).toHaveLength(asked);
    const backups = items
      .filter(({ sortText }) => sortText?.startsWith('!'))
      .toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    expect(backups.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^newer: 1 hour ago, USER, AVAILABLE/),
      expect.stringMatching(/^older: 2 hours ago, USER, AVAILABLE/),
    ]);
    expect(chosen(text, backups[0])).toBe(text.replace('"arn"', JSON.stringify(newer.arn)));
    expect(chosen(text, backups[1])).toContain(older.arn);
  });

  test('a value chosen where none stands yet gets the comma it needs', async () => {
    const { editor, newer } = await listed();
    await editor.ask(listBackups, { region: REGION, table: 'Orders' });
    const { text, items } = await completionsAt(editor, '{\n  "BackupArn": ‸\n  "TargetTableName": "abc"\n}');
    const item = items.find(({ detail }) => detail?.startsWith('newer'));
    expect(chosen(text, item)).toBe(
      `{\n  "BackupArn": ${JSON.stringify(newer.arn)},\n  "TargetTableName": "abc"\n}`,
    );
  });

  test('table names of the destination are offered', async () => {
    const { editor } = await listed();
    await editor.ask(listTables, { region: REGION });
    expect(labels((await completionsAt(editor, `{ "SourceTableName": "‸" }`)).items)).toContain('Orders');
    const elsewhere = await completionsAt(editor, `{ "Region": "us-east-1", "SourceTableName": "‸" }`, 2);
    expect(labels(elsewhere.items)).not.toContain('Orders');
  });

  test('indexes of the known source are offered whole, one by one and all together', async () => {
    const { editor, newer } = await listed();
    const spec = (value: string) =>
      `{ "BackupArn": "${newer.arn}", "TargetTableName": "abc", "GlobalSecondaryIndexOverride": ${value} }`;
    await editor.open(URI, spec('[]'));
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    const block = {
      IndexName: 'byStatus',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    };
    const entry = await completionsAt(editor, spec('[‸]'), 2);
    const one = entry.items.find(({ label }) => label === 'byStatus');
    expect(JSON.parse(chosen(entry.text, one)).GlobalSecondaryIndexOverride).toEqual([block]);
    const whole = await completionsAt(editor, spec('‸'), 3);
    const all = whole.items.find(({ label }) => label === 'The index of the source');
    expect(JSON.parse(chosen(whole.text, all)).GlobalSecondaryIndexOverride).toEqual([block]);
    const name = await completionsAt(editor, spec('[{ "IndexName": "‸" }]'), 4);
    expect(labels(name.items)).toContain('byStatus');
  });
});
