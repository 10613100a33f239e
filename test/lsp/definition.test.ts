import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import { details } from '../../server/protocol';
import type { Editor } from './editor';
import { marked } from './marked';
import { NOW, offline, online, openSandbox, REGION, settingsFor, URI } from './setting';

const HOUR = 3_600_000;

async function definitionAt(editor: Editor, source: string, uri = URI): Promise<Location | null> {
  const { text, cursors } = marked(source);
  await editor.open(uri, text);
  return editor.request('textDocument/definition', { textDocument: { uri }, position: cursors[0] });
}

async function orders() {
  const sandbox = await openSandbox();
  const keys = [{ AttributeName: 'pk', KeyType: 'HASH' as const }];
  await sandbox.seed.table({
    region: REGION,
    table: {
      TableName: 'Orders',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: keys,
      GlobalSecondaryIndexes: ['byStatus', 'byDay'].map((IndexName) => ({
        IndexName,
        KeySchema: keys,
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    },
    createdAt: NOW - 50 * HOUR,
  });
  const { arn } = sandbox.seed.backup({
    region: REGION,
    table: 'Orders',
    name: 'nightly',
    at: NOW - 3 * HOUR,
  });
  return { sandbox, arn, editor: await online(sandbox) };
}

async function textOf(editor: Editor, uri: string): Promise<string> {
  const answer = await editor.ask(details, { uri });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

describe('the details of a thing at AWS', () => {
  test.each([
    ['a backup', (arn: string) => `{ "BackupArn": "‸${arn}" }`, 'DescribeBackup', '"BackupName": "nightly"'],
    [
      'a source by its name',
      () => '{ "SourceTableName": "Ord‸ers" }',
      'DescribeTable',
      '"TableName": "Orders"',
    ],
    [
      'a source by its ARN',
      () => `{ "SourceTableArn": "‸arn:aws:dynamodb:${REGION}:123456789012:table/Orders" }`,
      'DescribeTable',
      '"TableName": "Orders"',
    ],
    [
      'a KMS key by its alias',
      () => '{ "SSESpecificationOverride": { "KMSMasterKeyId": "alias‸/good" } }',
      'DescribeKey',
      '"KeyState": "Enabled"',
    ],
  ])('%s is described as it is now, below a line that says when', async (_, source, operation, words) => {
    const { arn, editor } = await orders();
    const location = await definitionAt(editor, source(arn));
    const text = await textOf(editor, location?.uri ?? '');
    expect(text).toMatch(
      new RegExp(`^// What ${operation} answered in eu-west-1 at 2026-11-20 10:00:\\d\\d UTC\\.\n`),
    );
    expect(text).toContain(words);
    const json = text.split('\n').filter((line) => !line.startsWith('//'));
    expect(() => JSON.parse(json.join('\n')) as unknown).not.toThrow();
  });

  test('an index leads to its line in the description of the source', async () => {
    const { arn, editor } = await orders();
    const spec = `{ "BackupArn": "${arn}", "TargetTableName": "abc", "GlobalSecondaryIndexOverride": [{ "IndexName": "by‸Day" }] }`;
    await editor.open(URI, marked(spec).text);
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    const location = await definitionAt(editor, spec);
    const text = await textOf(editor, location?.uri ?? '');
    expect(text.split('\n')[location?.range.start.line ?? 0]).toContain('"IndexName": "byDay"');
  });

  test('a backup that is gone is refused in plain words', async () => {
    const { arn, editor } = await orders();
    const location = await definitionAt(editor, `{ "BackupArn": "‸${arn.slice(0, -1)}x" }`);
    const answer = await editor.ask(details, { uri: location?.uri ?? '' });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'BackupNotFoundException' } });
  });

  test.each([
    'file:///etc/passwd',
    'ddbbackup-details:/eu-west-1/backup',
    'ddbbackup-details:/x/secret/y.jsonc?z',
    'ddbbackup-details:/example.com%2F/table/y.jsonc?Orders',
    'ddbbackup-details:/xx-attic-1/table/y.jsonc?Orders',
    '',
  ])('the address %j is none of ours, and nothing is asked', async (uri) => {
    const { sandbox, editor } = await orders();
    expect(await editor.ask(details, { uri })).toMatchObject({ ok: false, refusal: { code: 'Details' } });
    expect(sandbox.requests.all).toEqual([]);
  });

  test('without a profile the reason stands in their place', async () => {
    const editor = await offline({ settings: settingsFor('') });
    const location = await definitionAt(
      editor,
      '{ "SourceTableArn": "‸arn:aws:dynamodb:eu-west-1:123456789012:table/Orders" }',
    );
    expect(await editor.ask(details, { uri: location?.uri ?? '' })).toMatchObject({
      ok: false,
      refusal: { code: 'NoProfile' },
    });
  });

  test('an editor that cannot show them gets none', async () => {
    const editor = await offline();
    const source = '{ "SourceTableArn": "‸arn:aws:dynamodb:eu-west-1:123456789012:table/Orders" }';
    expect(await definitionAt(editor, source)).toBeNull();
  });
});

describe('a settings snapshot', () => {
  test.each([
    ['Orders.ddbsettings.json', 'file:///specs/Orders.ddbsettings.json'],
    ['../taken/Orders 1.ddbsettings.json', 'file:///taken/Orders%201.ddbsettings.json'],
    ['a#b?.ddbsettings.json', 'file:///specs/a%23b%3F.ddbsettings.json'],
  ])('%s is a file beside the spec, in every editor', async (file, uri) => {
    const location = await definitionAt(
      await offline(),
      `{ "AfterRestore": { "SettingsSnapshot": "‸${file}" } }`,
    );
    expect(location?.uri).toBe(uri);
  });

  test.each([
    'https://example.com/x',
    'file:///etc/passwd',
    String.raw`..\\x`,
    '/etc/passwd',
    '//example.com/share/x',
    '..//example.com/share/x',
    '',
  ])('%j is no such file', async (file) => {
    const source = `{ "AfterRestore": { "SettingsSnapshot": "‸${file}" } }`;
    expect(await definitionAt(await offline(), source)).toBeNull();
  });

  test('of a file that was never saved is nowhere', async () => {
    const source = '{ "AfterRestore": { "SettingsSnapshot": "‸x.ddbsettings.json" } }';
    const editor = await offline();
    expect(await definitionAt(editor, source, 'untitled:Untitled-1')).toBeNull();
  });
});
