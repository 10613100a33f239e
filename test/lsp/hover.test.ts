import { describe, expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { listBackups } from '../../server/protocol';
import type { Sandbox } from '../../server/sandbox/sandbox';
import type { Editor } from './editor';
import { marked } from './marked';
import { NOW, offline, online, openSandbox, REGION, settingsFor, URI } from './setting';

const HOUR = 3_600_000;

async function hoverAt(editor: Editor, source: string): Promise<Hover | null> {
  const { text, cursors } = marked(source);
  await editor.open(URI, text);
  return editor.request('textDocument/hover', { textDocument: { uri: URI }, position: cursors[0] });
}

/** The lines shown once the facts about the file have come. */
async function knownLinesAt(editor: Editor, source: string): Promise<string[]> {
  const { text, cursors } = marked(source);
  await editor.open(URI, text);
  await editor.pull(URI);
  await editor.until('workspace/diagnostic/refresh');
  const params = { textDocument: { uri: URI }, position: cursors[0] };
  const hover = await editor.request<Hover>('textDocument/hover', params);
  return linesOf(hover);
}

function linesOf(hover: Hover | null): string[] {
  if (hover === null) throw new Error('There is no hover.');
  const { kind, value } = hover.contents as MarkupContent;
  expect(kind).toBe('plaintext');
  const lines = value.split('\n');
  expect(lines.length).toBeLessThanOrEqual(12);
  return lines;
}

async function orders(): Promise<{ sandbox: Sandbox; arn: string }> {
  const sandbox = await openSandbox();
  const keys = [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ];
  await sandbox.seed.table({
    region: REGION,
    table: {
      TableName: 'Orders',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keys,
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byStatus',
          KeySchema: keys,
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['total'] },
        },
      ],
    },
    createdAt: NOW - 50 * HOUR,
    pointInTime: {},
    timeToLive: 'expiresAt',
  });
  const { arn } = sandbox.seed.backup({
    region: REGION,
    table: 'Orders',
    name: 'nightly',
    at: NOW - 3 * HOUR,
  });
  return { sandbox, arn };
}

const ID = `${String(NOW - 3 * 86_400_000).padStart(14, '0')}-2779fadd`;
const ARN = `arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/${ID}`;

describe('without an account', () => {
  test('a key tells what it means, with a link to the page of AWS', async () => {
    const hover = await hoverAt(await offline(), '{ "Billing‸ModeOverride": "PROVISIONED" }');
    expect(JSON.stringify(hover?.contents)).toContain('https://docs.aws.amazon.com/');
  });

  test('nothing in particular gives nothing', async () => {
    expect(await hoverAt(await offline(), '{ ‸ }')).toBeNull();
  });

  test('the ARN of a backup tells table, Region, account and age from its text, and what to do for more', async () => {
    const hover = await hoverAt(await offline(), `{ "BackupArn": "arn:aws‸${ARN.slice(7)}" }`);
    expect(linesOf(hover)).toEqual([
      'Backup of Orders',
      'Made 2026-11-17 10:00:00 UTC, 3 days ago',
      'In eu-west-1, Europe (Ireland), account 123456789012',
      'Choose a profile to see what AWS says of it.',
    ]);
    expect(hover?.range).toEqual({
      start: { line: 0, character: 15 },
      end: { line: 0, character: 17 + ARN.length },
    });
  });

  test.each([
    ['a Region tells its name', '{ "Region": "eu-‸west-1" }', ['eu-west-1, Europe (Ireland)']],
    [
      'a moment tells how long ago it was, and the time here',
      '{ "RestoreDateTime": "2026-11-20T08:00‸:00+01:00" }',
      [
        '2026-11-20 07:00:00 UTC, 3 hours ago',
        expect.stringMatching(/^Here: 2026-11-\d\d \d\d:\d\d:00 [+-]\d\d:\d\d$/),
      ],
    ],
    [
      'a table tells where it is looked up',
      '{ "SourceTableArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Ord‸ers" }',
      ['Table Orders', 'In eu-west-1, Europe (Ireland)', 'Choose a profile to see what AWS says of it.'],
    ],
  ])('%s', async (_, source, lines) => {
    expect(linesOf(await hoverAt(await offline(), source))).toEqual(lines);
  });

  test('an untrusted workspace says why nothing more is known', async () => {
    const editor = await offline({ settings: settingsFor('', { profile: 'work', trusted: false }) });
    const hover = await hoverAt(editor, `{ "BackupArn": "‸${ARN}" }`);
    expect(linesOf(hover).at(-1)).toBe('Nothing is read from AWS: this workspace is not trusted.');
  });

  test.each([
    [
      'an index of an unknown source',
      '{ "GlobalSecondaryIndexOverride": [{ "IndexName": "by‸Day" }] }',
      'Name of the index',
    ],
    ['an ARN that is not whole', '{ "BackupArn": "arn:aws‸" }', 'The backup to restore from'],
  ])('%s tells what its key means', async (_, source, words) => {
    expect(JSON.stringify(await hoverAt(await offline(), source))).toContain(words);
  });
});

describe('with what is known', () => {
  test('a backup tells name, type, size, mode, indexes and encryption, without asking anew', async () => {
    const { sandbox, arn } = await orders();
    const editor = await online(sandbox);
    await knownLinesAt(editor, `{ "BackupArn": "‸${arn}", "TargetTableName": "abc" }`);
    const asked = sandbox.requests.all.length;
    const at = { textDocument: { uri: URI }, position: { line: 0, character: 20 } };
    expect(linesOf(await editor.request('textDocument/hover', at))).toEqual([
      'Backup "nightly" of Orders',
      'Made 2026-11-20 07:00:00 UTC, 3 hours ago',
      expect.stringMatching(/^On-demand backup, AVAILABLE, \d+ bytes$/),
      expect.stringMatching(/^PAY_PER_REQUEST, \d+ items$/),
      'Global indexes: byStatus',
      'Encrypted with the AWS owned key',
      'Also recorded: time to live by expiresAt',
      'In eu-west-1, Europe (Ireland), account 123456789012',
    ]);
    expect(sandbox.requests.all).toHaveLength(asked);
  });

  test('a backup of a deleted table tells that little is recorded, and when it goes', async () => {
    const { sandbox } = await orders();
    sandbox.seed.deleteTable(REGION, 'Orders', NOW - HOUR);
    const editor = await online(sandbox);
    const answer = await editor.ask(listBackups, { region: REGION, table: 'Orders' });
    const system = answer.ok ? answer.value.rows.find(({ type }) => type === 'SYSTEM') : undefined;
    const lines = await knownLinesAt(
      editor,
      `{ "BackupArn": "‸${system?.backupArn}", "TargetTableName": "abc" }`,
    );
    expect(lines).toContain('Its indexes and settings are not recorded.');
    expect(lines).toContainEqual(expect.stringMatching(/^Expires 2026-12-25 .* UTC, in \d+ /));
  });

  test('a backup that was listed is known without being described', async () => {
    const { sandbox, arn } = await orders();
    const editor = await online(sandbox);
    await editor.ask(listBackups, { region: REGION, table: 'Orders' });
    expect(linesOf(await hoverAt(editor, `{ "BackupArn": "‸${arn}" }`))[0]).toBe(
      'Backup "nightly" of Orders',
    );
  });

  test('a source tells its state, size and window', async () => {
    const { sandbox } = await orders();
    const text =
      '{ "SourceTableName": "Ord‸ers", "UseLatestRestorableTime": true, "TargetTableName": "abc" }';
    expect(await knownLinesAt(await online(sandbox), text)).toEqual([
      'Table Orders: ACTIVE',
      expect.stringMatching(/^PAY_PER_REQUEST, about \d+ items, \d+ bytes$/),
      'Global indexes: byStatus',
      'Created 2026-11-18 08:00:00 UTC, 2 days ago',
      'Restorable from 2026-11-18 08:00:00 UTC to 2026-11-20 09:55:00 UTC',
      'In eu-west-1, Europe (Ireland)',
    ]);
  });

  test.each([
    ['Orders', 'A restore never overwrites a table: choose another name.'],
    ['Music', 'No table is called Music now: the name is free.'],
  ])('the target %s tells whether the name is free', async (name, expected) => {
    const { sandbox, arn } = await orders();
    const lines = await knownLinesAt(
      await online(sandbox),
      `{ "BackupArn": "${arn}", "TargetTableName": "${name}‸" }`,
    );
    expect(lines).toContain(expected);
  });

  test('an index tells its keys and what it holds; one that the source has not says so', async () => {
    const { sandbox, arn } = await orders();
    const spec = (name: string) =>
      `{ "BackupArn": "${arn}", "TargetTableName": "abc", "GlobalSecondaryIndexOverride": [{ "IndexName": "${name}" }] }`;
    expect(await knownLinesAt(await online(sandbox), spec('by‸Status'))).toEqual([
      'Index byStatus of the source',
      'Keys: pk (HASH), sk (RANGE)',
      'Projection INCLUDE: total',
    ]);
    expect(await knownLinesAt(await online(sandbox), spec('by‸Day'))).toEqual([
      'The source has no index of this kind called byDay.',
    ]);
  });

  test.each([
    ['2026-11-19T10:00:00Z', 'Inside'],
    ['2026-11-20T09:59:00Z', 'Outside'],
  ])('the moment %s tells that it is %s the window', async (moment, where) => {
    const { sandbox } = await orders();
    const text = `{ "SourceTableName": "Orders", "RestoreDateTime": "‸${moment}", "TargetTableName": "abc" }`;
    const lines = await knownLinesAt(await online(sandbox), text);
    expect(lines.at(-1)).toBe(`${where} the window: 2026-11-18 08:00:00 UTC to 2026-11-20 09:55:00 UTC`);
  });

  test.each([
    ['alias/good', ['KMS key alias/good', 'Enabled, managed by you, SYMMETRIC_DEFAULT']],
    [
      '00000004-aaaa-4bbb-8ccc-dddddddddddd',
      ['KMS key alias/disabled', 'Disabled, managed by you, SYMMETRIC_DEFAULT'],
    ],
    [
      'arn:aws:kms:eu-west-1:123456789012:key/mrk-00000003aaaabbbbccccdddddddddddd',
      ['KMS key alias/multi-region', 'Enabled, managed by you, SYMMETRIC_DEFAULT', 'Multi-Region key'],
    ],
  ])('the key %s tells its alias, state and manager once they have come', async (key, expected) => {
    const { sandbox, arn } = await orders();
    const editor = await online(sandbox);
    const text = `{ "BackupArn": "${arn}", "SSESpecificationOverride": { "KMSMasterKeyId": "${key}" } }`;
    await editor.open(URI, text);
    const at = { textDocument: { uri: URI }, position: { line: 0, character: text.indexOf(key) + 3 } };
    await expect
      .poll(async () => linesOf(await editor.request('textDocument/hover', at)))
      .toEqual([...expected, 'In account 123456789012', 'In eu-west-1, Europe (Ireland)']);
  });
});
