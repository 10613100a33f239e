import { describe, expect, test } from 'vitest';
import { createBackup, listTables, settingsChanged } from '../../server/protocol';
import type { Sandbox } from '../../server/sandbox/sandbox';
import { chosen, completionsAt, labels, live, settledCompletionsAt } from './completing';
import type { Editor } from './editor';
import { online, openSandbox, REGION, settingsFor, URI } from './setting';

const HOUR = 3_600_000;
const BACKUP = '{\n  "BackupArn": "‸",\n  "TargetTableName": "abc"\n}';
const keys = [{ AttributeName: 'pk', KeyType: 'HASH' as const }];
const index = (IndexName: string, more: object = {}) => ({
  IndexName,
  KeySchema: keys,
  Projection: { ProjectionType: 'KEYS_ONLY' as const },
  ...more,
});

async function account(
  table: object = {},
): Promise<{ sandbox: Sandbox; editor: Editor; older: string; newer: string }> {
  const sandbox = await openSandbox();
  await sandbox.seed.table({
    region: REGION,
    table: {
      TableName: 'Orders',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: keys,
      GlobalSecondaryIndexes: [index('byStatus')],
      ...table,
    },
    createdAt: sandbox.clock.now() - 50 * HOUR,
    pointInTime: {},
    timeToLive: 'expiresAt',
  });
  const backup = (name: string, hours: number): string =>
    sandbox.seed.backup({ region: REGION, table: 'Orders', name, at: sandbox.clock.now() - hours * HOUR })
      .arn;
  return { sandbox, editor: await online(sandbox), older: backup('older', 2), newer: backup('newer', 1) };
}

const askedFor = ({ requests }: Sandbox, operation: string) =>
  requests.all.filter((request) => request.operation === operation);

describe('what is not known yet', () => {
  test('is asked for in the background: the answer comes at once, is marked as incomplete and says so', async () => {
    const { sandbox, editor } = await account();
    sandbox.faults.add({ operation: 'ListBackups', fault: 'no-answer' });
    const answer = await completionsAt(editor, BACKUP);
    expect(answer.isIncomplete).toBe(true);
    expect(labels(answer.items)).toContain('Asking AWS…');
    expect(chosen(answer, 'Asking AWS…')).toBe(answer.text);
  });

  test('is there for the next question after it has come, and nothing more is asked', async () => {
    const { sandbox, editor } = await account();
    const answer = await settledCompletionsAt(editor, BACKUP);
    expect(labels(live(answer))).toEqual(['newer', 'older']);
    expect(labels(answer.items)).not.toContain('Asking AWS…');
    // Once for each type of backup: without a type the service answers those of users alone.
    expect(askedFor(sandbox, 'ListBackups')).toHaveLength(3);
    await completionsAt(editor, BACKUP);
    expect(askedFor(sandbox, 'ListBackups')).toHaveLength(3);
  });

  test('and is refused is not asked for again at each letter', async () => {
    const { sandbox, editor } = await account();
    const denied = { code: 'AccessDeniedException', message: 'no dynamodb:ListTables' };
    sandbox.faults.add({ operation: 'ListTables', fault: denied, times: 100 });
    const source = '{ "SourceTableName": "‸" }';
    const answer = await settledCompletionsAt(editor, source);
    expect(labels(live(answer))).toEqual([]);
    const asked = askedFor(sandbox, 'ListTables').length;
    await completionsAt(editor, source);
    expect(askedFor(sandbox, 'ListTables')).toHaveLength(asked);
    expect(editor.received<{ message: string }>('window/logMessage').at(-1)?.message).toContain(
      'AccessDeniedException',
    );
  });

  test.each([
    ['no profile is chosen', { endpoint: '', profile: '' }],
    ['the workspace is not trusted', { trusted: false }],
  ])('is not asked for while %s', async (_, connection) => {
    const sandbox = await openSandbox();
    const editor = await online(sandbox, { settings: settingsFor(sandbox.url, connection) });
    expect((await completionsAt(editor, BACKUP)).isIncomplete).toBe(false);
    expect(sandbox.requests.all).toEqual([]);
  });

  test('of another account is forgotten when the connection changes', async () => {
    const { sandbox, editor } = await account();
    await settledCompletionsAt(editor, BACKUP);
    await editor.notify(settingsChanged.method, settingsFor(sandbox.url, { regions: ['us-east-1'] }));
    expect(labels(live(await settledCompletionsAt(editor, BACKUP)))).toEqual([]);
  });
});

describe('backups', () => {
  test('tell table, age, type and size, and are found by table, name and ARN', async () => {
    const { editor, newer } = await account();
    const [first] = live(await settledCompletionsAt(editor, BACKUP));
    expect(first).toMatchObject({
      label: 'newer',
      labelDetails: { detail: ' Orders · 1 hour ago' },
      detail: expect.stringMatching(/^Orders · 1 hour ago · \d+ bytes$/),
      documentation: expect.stringContaining('Made 2026-11-20 09:00:00 UTC'),
    });
    expect(first?.filterText).toBe(`"Orders newer ${newer}"`);
  });

  test('tell what they recorded once that is known', async () => {
    const { editor, newer } = await account();
    const source = BACKUP.replace('‸', `${newer}‸`);
    await completionsAt(editor, source);
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    await expect
      .poll(async () => live(await completionsAt(editor, source))[0]?.documentation)
      .toContain('Global indexes: byStatus');
  });

  test('take the place of what was typed, in full', async () => {
    const { editor, newer } = await account();
    const answer = await settledCompletionsAt(editor, BACKUP.replace('‸', 'Ord‸'));
    expect(chosen(answer, 'newer')).toBe(answer.text.replace('"Ord"', JSON.stringify(newer)));
  });
});

describe('tables', () => {
  test('are those of the destination', async () => {
    const { editor } = await account();
    const here = await settledCompletionsAt(editor, '{ "SourceTableName": "‸" }');
    expect(labels(live(here))).toEqual(['Orders']);
    const there = await settledCompletionsAt(editor, '{ "Region": "us-east-1", "SourceTableName": "‸" }');
    expect(labels(live(there))).toEqual([]);
  });

  test('have ARNs once the account is known, which is asked for once', async () => {
    const { sandbox, editor } = await account();
    const answer = await settledCompletionsAt(editor, '{ "SourceTableArn": "‸" }');
    expect(chosen(answer, 'Orders')).toBe(
      `{ "SourceTableArn": "arn:aws:dynamodb:${REGION}:123456789012:table/Orders" }`,
    );
    expect(askedFor(sandbox, 'GetCallerIdentity')).toHaveLength(1);
    const id = await settledCompletionsAt(editor, '{ "AccountId": "‸" }');
    expect(labels(live(id))).toEqual(['123456789012']);
  });

  test('the new one is given names that no table has', async () => {
    const { sandbox, editor } = await account();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders-restored' } });
    const source = '{ "SourceTableName": "Orders", "TargetTableName": "‸" }';
    expect(labels(live(await settledCompletionsAt(editor, source)))).toEqual(['Orders-restored-2']);
  });

  test('the new one may have the name of a table that is gone', async () => {
    const { sandbox, editor, newer } = await account();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Music' } });
    sandbox.seed.deleteTable(REGION, 'Orders', sandbox.clock.now() - HOUR / 2);
    await editor.ask(listTables, { region: REGION });
    const source = `{ "BackupArn": "${newer}", "TargetTableName": "‸" }`;
    expect(labels(live(await settledCompletionsAt(editor, source)))).toEqual([
      'Orders',
      'Orders-restored',
      'Orders-2026-11-20',
    ]);
  });
});

describe('whether the name of the source is free', () => {
  const source = '{ "SourceTableName": "Orders", "TargetTableName": "‸" }';
  const elsewhere = source.replace('{', '{ "Region": "us-east-1",');

  test('is told of an account without tables', async () => {
    const { editor } = await account();
    const [first] = live(await settledCompletionsAt(editor, elsewhere));
    expect(first).toMatchObject({
      label: 'Orders',
      labelDetails: { detail: ' the name of the source, free now' },
    });
  });

  test('is not told while only a part of the tables is known', async () => {
    const sandbox = await openSandbox();
    const names = Array.from({ length: 101 }, (_, index) => `A${String(index).padStart(3, '0')}`);
    for (const TableName of [...names, 'Orders'])
      await sandbox.seed.table({ region: REGION, table: { TableName } });
    const editor = await online(sandbox);
    await editor.ask(listTables, { region: REGION });
    const denied = { code: 'AccessDeniedException', message: 'no dynamodb:ListTables' };
    sandbox.faults.add({ operation: 'ListTables', fault: denied, times: 100 });
    expect(labels(live(await settledCompletionsAt(editor, source)))).toEqual(['Orders-restored']);
  });

  test('is not told once a list that was whole may have changed, and cannot be read anew', async () => {
    const { sandbox, editor } = await account();
    expect(labels(live(await settledCompletionsAt(editor, elsewhere)))[0]).toBe('Orders');
    sandbox.faults.add({
      operation: 'ListTables',
      fault: { code: 'AccessDeniedException', message: 'no dynamodb:ListTables' },
      times: 100,
    });
    const made = await editor.ask(createBackup, { region: REGION, table: 'Orders', name: 'one-more' });
    expect(made.ok).toBe(true);
    expect(labels(live(await settledCompletionsAt(editor, elsewhere)))).toEqual(['Orders-restored']);
  });

  test('is not told of a name with the prefix of a drill that is taken', async () => {
    const { sandbox, editor } = await account();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'drill-Orders' } });
    const drill = source.replace('{', '{ "Drill": { "NamePrefix": "drill-" },');
    expect(labels(live(await settledCompletionsAt(editor, drill)))).toEqual(['drill-Orders-restored']);
  });
});

describe('below a key that has no value yet', () => {
  test.each([
    ['a value', '{\n  "Drill":\n  "SourceTableName": "‸"\n}'],
    ['a value that is not begun', '{\n  "Drill":\n  "SourceTableName": ‸\n}'],
    ['a value behind two such keys', '{\n  "Drill": \n\n  "Verify":\r\n  "SourceTableName": "‸"\n}'],
    [
      'a value that another key decides',
      '{\n  "SourceTableName": "‸",\n  "Description":\n  "Region": "eu-west-1"\n}',
    ],
  ])('%s is offered', async (_, text) => {
    const { editor } = await account();
    const answer = await settledCompletionsAt(editor, text);
    expect(labels(live(answer))).toEqual(['Orders']);
    expect(chosen(answer, 'Orders')).toBe(answer.text.replace(/(?<="SourceTableName": )(?:"")?/, '"Orders"'));
  });

  test('its own values are offered still', async () => {
    const { editor } = await account();
    for (const text of ['"SourceTableName": ‸\n  "Drill": {}', '"SourceTableName":\n  ‸\n  "Drill": {}'])
      expect(labels(live(await settledCompletionsAt(editor, `{\n  ${text}\n}`)))).toEqual(['Orders']);
  });

  test('a key is offered, and not the one above again', async () => {
    const { editor } = await account();
    const answer = await completionsAt(editor, '{\n  "Drill":\n  "Reg‸": "eu-west-1"\n}');
    expect(labels(answer.items)).toContain('Region');
    expect(labels(answer.items)).not.toContain('Drill');
  });
});

/** Opens the spec and waits until its source is known. */
async function known(editor: Editor, text: string): Promise<void> {
  await completionsAt(editor, text);
  await editor.pull(URI);
  await editor.until('workspace/diagnostic/refresh');
}

describe('what the source records', () => {
  const spec = (arn: string, more: string) => `{ "BackupArn": "${arn}", "TargetTableName": "abc", ${more} }`;

  test('its indexes are offered whole, one by one, all together, by name and not at all', async () => {
    const { editor, newer } = await account();
    const override = (value: string) => spec(newer, `"GlobalSecondaryIndexOverride": ${value}`);
    await known(editor, override('‸'));
    const written = (text: string): unknown =>
      (JSON.parse(text) as Record<string, unknown>)['GlobalSecondaryIndexOverride'];
    const whole = await completionsAt(editor, override('‸'));
    expect(written(chosen(whole, 'The index of the source'))).toEqual([index('byStatus')]);
    expect(written(chosen(whole, '[]'))).toEqual([]);
    expect(labels(whole.items).filter((label) => label === '[]')).toHaveLength(1);
    const entry = await completionsAt(editor, override('[‸]'));
    expect(written(chosen(entry, 'byStatus'))).toEqual([index('byStatus')]);
    const name = await completionsAt(editor, override('[{ "IndexName": "‸" }]'));
    expect(written(chosen(name, 'byStatus'))).toEqual([{ IndexName: 'byStatus' }]);
    const attribute = await completionsAt(editor, override('[{ "KeySchema": [{ "AttributeName": "‸" }] }]'));
    expect(labels(live(attribute))).toEqual(['pk']);
  });

  test.each([
    ['PAY_PER_REQUEST', undefined],
    ['PROVISIONED', { ReadCapacityUnits: 7, WriteCapacityUnits: 3 }],
  ])('an index comes with the capacity that a %s table needs', async (mode, capacity) => {
    const { editor, newer } = await account();
    const text = spec(
      newer,
      `"BillingModeOverride": "${mode}", "ProvisionedThroughputOverride": { "ReadCapacityUnits": 7, "WriteCapacityUnits": 3 }, "GlobalSecondaryIndexOverride": [‸]`,
    );
    await known(editor, text);
    const block = JSON.parse(chosen(await completionsAt(editor, text), 'byStatus')) as {
      GlobalSecondaryIndexOverride: { ProvisionedThroughput?: object }[];
    };
    expect(block.GlobalSecondaryIndexOverride[0]?.ProvisionedThroughput).toEqual(capacity);
  });

  test('a block of several lines is written as the lines round it', async () => {
    const { editor, newer } = await account({
      GlobalSecondaryIndexes: [index('byStatus'), index('byDay', { Projection: { ProjectionType: 'ALL' } })],
    });
    const text = `{\n  "BackupArn": "${newer}",\n  "GlobalSecondaryIndexOverride": ‸\n  "TargetTableName": "abc"\n}`;
    await known(editor, text);
    const after = chosen(await completionsAt(editor, text), 'All 2 indexes of the source').split('\n');
    expect(after.slice(2, 4)).toEqual([
      '  "GlobalSecondaryIndexOverride": [',
      expect.stringMatching(/^ {4}\{/),
    ]);
    expect(after.slice(-3)).toEqual(['  ],', '  "TargetTableName": "abc"', '}']);
  });

  test('its time to live attribute and the key of an item', async () => {
    const { editor, newer } = await account();
    const text = spec(newer, '"AfterRestore": { "TimeToLiveSpecification": { "AttributeName": "‸" } }');
    await known(editor, text);
    expect(labels(live(await completionsAt(editor, text)))).toEqual(['expiresAt']);
    const sample = await completionsAt(editor, spec(newer, '"Verify": { "SampleKeys": [‸] }'));
    expect(chosen(sample, 'Key of an item')).toContain('[{ "pk": { "S": "" } }]');
  });

  test('moments inside the window it can be restored to, newest first', async () => {
    const { editor } = await account();
    const text = '{ "SourceTableName": "Orders", "TargetTableName": "abc", "RestoreDateTime": "‸" }';
    await known(editor, text);
    const answer = await completionsAt(editor, text);
    expect(labels(live(answer))).toEqual(['Latest', 'An hour ago', 'Midnight UTC', 'A day ago', 'Earliest']);
    expect(chosen(answer, 'Latest')).toContain('"RestoreDateTime": "2026-11-20T09:55:00Z"');
  });
});

test('keys of the destination are offered by alias and by ARN, without those of AWS', async () => {
  const { editor, newer } = await account();
  const text = `{ "BackupArn": "${newer}", "Region": "us-east-1", "SSESpecificationOverride": { "KMSMasterKeyId": "‸" } }`;
  const answer = await settledCompletionsAt(editor, text);
  const values = live(answer).map((item) => (item.textEdit as { newText: string }).newText);
  expect(values).toContain('"alias/good"');
  expect(values).toContain('"arn:aws:kms:us-east-1:123456789012:key/00000002-aaaa-4bbb-8ccc-dddddddddddd"');
  expect(values.filter((value) => value.includes('alias/aws/'))).toEqual([]);
});
