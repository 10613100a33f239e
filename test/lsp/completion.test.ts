import { describe, expect, test } from 'vitest';
import { chosen, completionsAt, labels, live } from './completing';
import { offline } from './setting';

const ARN = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';

describe('without an account', () => {
  test.each([
    ['keys of a spec', '{ "‸" }', ['BackupArn', 'TargetTableName', 'AfterRestore']],
    ['keys of a setting', '{ "AfterRestore": { "‸" } }', ['Default', 'TimeToLiveSpecification', 'Tags']],
    ['values that come from a list', '{ "BillingModeOverride": ‸ }', ['"PROVISIONED"', '"PAY_PER_REQUEST"']],
    ['words that stand for a setting', '{ "AfterRestore": { "Tags": ‸ } }', ['"FromSource"', '"Skip"']],
    ['Regions', '{ "Region": "‸" }', ['eu-west-1', 'us-gov-west-1']],
    ['Regions of a replica', '{ "AfterRestore": { "Replicas": [{ "RegionName": "‸" }] } }', ['us-east-1']],
    [
      'a name for the new table',
      '{ "SourceTableName": "Orders", "TargetTableName": "‸" }',
      ['Orders-restored'],
    ],
    [
      'a name by the day of the backup',
      `{ "BackupArn": "${ARN}", "TargetTableName": "‸" }`,
      ['Orders-2026-10-09'],
    ],
    [
      'a name with the prefix of a drill',
      '{ "SourceTableName": "Orders", "Drill": { "NamePrefix": "drill-" }, "TargetTableName": "‸" }',
      ['drill-Orders', 'drill-Orders-restored'],
    ],
    [
      'moments by the clock',
      '{ "SourceTableName": "Orders", "RestoreDateTime": "‸" }',
      ['An hour ago', 'A day ago'],
    ],
    ['a whole spec for an empty file', '‸', ['Restore from a backup', 'Restore to a point in time']],
  ])('%s are offered', async (_, source, expected) => {
    const editor = await offline();
    const { items, isIncomplete } = await completionsAt(editor, source);
    expect(labels(items)).toEqual(expect.arrayContaining(expected));
    expect(isIncomplete).toBe(false);
  });

  test.each(['"\\\n‸', '"\\\r‸', '"‸\\\r"', '{ "Region": "\\\n  ‸', '{ "Region": "‸\\\n"'])(
    'nothing is offered in a text over two lines: %j',
    async (source) => {
      const editor = await offline();
      expect((await completionsAt(editor, source)).items).toEqual([]);
    },
  );

  test('keys come in the order of the table of keys, the one that must be there first', async () => {
    const editor = await offline();
    const { items } = await completionsAt(editor, '{ "BackupArn": "x", "‸" }');
    const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    expect(sorted[0]?.label).toBe('TargetTableName');
    expect(sorted.at(-1)?.label).toBe('$schema');
  });

  test.each([
    ['BackupArn', ['SourceTableArn', 'SourceTableName', 'RestoreDateTime', 'UseLatestRestorableTime']],
    ['SourceTableName', ['BackupArn', 'SourceTableArn']],
    ['RestoreDateTime', ['BackupArn', 'UseLatestRestorableTime']],
  ])('beside %s a key that cannot stand with it is not offered', async (key, excluded) => {
    const editor = await offline();
    const { items } = await completionsAt(editor, `{ "${key}": "x", "‸" }`);
    for (const one of excluded) expect(labels(items)).not.toContain(one);
    expect(labels(items)).toContain('TargetTableName');
  });

  test('Regions are those of the partition of the source, its own first', async () => {
    const editor = await offline();
    const { items } = await completionsAt(
      editor,
      '{ "SourceTableArn": "arn:aws-cn:dynamodb:cn-northwest-1:123456789012:table/Orders", "Region": "‸" }',
    );
    expect(labels(items)).toEqual(['cn-northwest-1', 'cn-north-1']);
  });

  test('a file that names some other schema is a spec all the same', async () => {
    const editor = await offline();
    const { items } = await completionsAt(editor, '{ "$schema": "https://example.com/evil.json", "Bill‸" }');
    expect(labels(items)).toContain('BillingModeOverride');
  });

  test('nothing live is offered in a comment, as a key, or behind a value', async () => {
    const editor = await offline();
    for (const source of ['{ // "Region": "‸"\n }', '{ "Reg‸ion": "" }', '{ "Region": "eu-west-1" ‸ }'])
      expect(labels(live(await completionsAt(editor, source)))).toEqual([]);
  });
});

describe('a chosen value takes the place of what was being typed, and of nothing else', () => {
  test.each([
    ['between quotes', '{ "Region": "‸" }', '{ "Region": "eu-west-1" }'],
    ['in the middle of a word', '{ "Region": "eu-‸w" }', '{ "Region": "eu-west-1" }'],
    ['without quotes', '{ "Region": eu‸ }', '{ "Region": "eu-west-1" }'],
    ['where nothing stands', '{ "Region": ‸ }', '{ "Region": "eu-west-1" }'],
    ['without the closing quote', '{ "Region": "eu‸ }', '{ "Region": "eu-west-1" }'],
    [
      'without the closing quote, before a comma',
      '{ "Region": "eu‸,\n "Drill": {} }',
      '{ "Region": "eu-west-1",\n "Drill": {} }',
    ],
    [
      'before the next key',
      '{\n  "Region": ‸\n  "Drill": {} }',
      '{\n  "Region": "eu-west-1",\n  "Drill": {} }',
    ],
    [
      'before a comment and the next key',
      '{ "Region": "‸" // why\n "Drill": {} }',
      '{ "Region": "eu-west-1", // why\n "Drill": {} }',
    ],
    ['before its comma', '{ "Region": "‸", "Drill": {} }', '{ "Region": "eu-west-1", "Drill": {} }'],
    ['in a file that ends there', '{ "Region": "eu‸', '{ "Region": "eu-west-1"'],
    [
      'in a file with other faults',
      '{ "Drill": , "Region": "‸" "Verify": }',
      '{ "Drill": , "Region": "eu-west-1", "Verify": }',
    ],
  ])('%s', async (_, before, after) => {
    const editor = await offline();
    expect(chosen(await completionsAt(editor, before), 'eu-west-1')).toBe(after);
  });

  test('a word of the schema leaves alone what follows a string without its end', async () => {
    const editor = await offline();
    const answer = await completionsAt(editor, '{ "BillingModeOverride": "PAY‸ }');
    expect(chosen(answer, '"PAY_PER_REQUEST"')).toBe('{ "BillingModeOverride": "PAY_PER_REQUEST" }');
  });

  test('beside a value that is chosen already the others are offered, and asked for anew when it changes', async () => {
    const editor = await offline();
    const answer = await completionsAt(editor, '{ "Region": "eu-west-1‸" }');
    expect(answer.isIncomplete).toBe(true);
    expect(new Set(answer.items.map(({ filterText }) => filterText))).toEqual(new Set(['"eu-west-1"']));
    expect(chosen(answer, 'us-east-1')).toBe('{ "Region": "us-east-1" }');
  });
});
