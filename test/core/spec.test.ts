import { describe, expect, test } from 'vitest';
import type { Facts } from '../../server/core/facts';
import {
  crossesRegions,
  destinationRegion,
  operationOf,
  requestInput,
  sourceArn,
  sourceOf,
  sourceRegion,
  sourceTableName,
  targetOf,
  writtenAccount,
} from '../../server/core/spec/request';
import { parseSpec } from '../../server/core/spec/spec';
import { keysAt, nodeAt, pathAtOffset, rangeOf, valueAt, type Place } from '../../server/core/spec/tree';
import { wantedSettings } from '../../server/core/spec/settings';
import { backupArn, fromBackup, known, ordersArn } from '../rules/facts';

describe('reading a text', () => {
  test.each<[string, string, unknown]>([
    ['comments and trailing commas', '// why\n{ "a": [1, 2,], /* b */ "b": null, }', { a: [1, 2], b: null }],
    ['a byte order mark', '\uFEFF{ "a": 1 }', { a: 1 }],
    ['the last of two values', '{ "a": 1, "a": 2 }', { a: 2 }],
    ['no value at all', '', undefined],
    ['what is there of a half-typed text', '{ "a": 1, "b": ', { a: 1 }],
    ['what is there of a broken text', '{ "a": 1 "b": 2 }', { a: 1, b: 2 }],
  ])('gives %s', (_, text, value) => expect(valueAt(parseSpec(text), [])).toEqual(value));

  test.each<[string, string, [number, number][]]>([
    ['nothing for a whole text', '{ "a": 1 }', []],
    [
      'an unfinished text',
      '{ "a": "\n',
      [
        [7, 8],
        [9, 9],
      ],
    ],
    ['a symbol once', '{ "a": b }', [[7, 8]]],
    [
      'one place of a line, and each line',
      "{ 'a': 'b c',\r\n'd': e, f: 1 }",
      [
        [2, 5],
        [15, 18],
      ],
    ],
    ['half a pair as a whole one', '{ \u{1F600}: 1 }', [[2, 4]]],
  ])('marks %s', (_, text, ranges) => {
    const marked = parseSpec(text).syntax.map(({ offset, length }) => [offset, offset + length]);
    expect(marked).toEqual(ranges);
  });

  test('an error is reported a hundred times at most', () =>
    expect(parseSpec('[' + '1\n'.repeat(1000)).syntax).toHaveLength(100));
});

describe('what a spec asks for', () => {
  const table = `"SourceTableArn": "${ordersArn}"`;

  test.each<[string, string, unknown]>([
    ['a backup', `{ "BackupArn": "${backupArn}" }`, { kind: 'backup', backupArn }],
    [
      'a table by ARN',
      `{ ${table}, "RestoreDateTime": "t" }`,
      { kind: 'point-in-time', tableArn: ordersArn, restoreDateTime: 't' },
    ],
    ['a table by name', '{ "SourceTableName": "Orders" }', { kind: 'point-in-time', tableName: 'Orders' }],
    ['nothing for two sources', `{ ${table}, "SourceTableName": "Orders" }`, undefined],
    ['nothing for two sources of which one is no text', `{ ${table}, "BackupArn": 1 }`, undefined],
    ['nothing for a source that is no text', '{ "BackupArn": 1 }', undefined],
    ['nothing', '{}', undefined],
  ])('its source: %s', (_, text, source) => expect(sourceOf(parseSpec(text))).toEqual(source));

  test.each<[string, Partial<Facts>, string, string | undefined]>([
    ['the Region written', {}, `{ ${fromBackup}, "Region": "eu-west-2" }`, 'eu-west-2'],
    ['the Region of the ARN', { regionInUse: 'eu-west-3' }, `{ ${fromBackup} }`, 'eu-west-1'],
    ['the Region in use', { regionInUse: 'eu-west-3' }, '{ "SourceTableName": "Orders" }', 'eu-west-3'],
    ['not known', {}, '{ "SourceTableName": "Orders" }', undefined],
  ])('its destination: %s', (_, facts, text, region) =>
    expect(destinationRegion(parseSpec(text), known(facts))).toBe(region),
  );

  test('the rest of it', () => {
    const spec = parseSpec(`{ ${fromBackup}, "Region": "eu-west-2" }`);
    expect({
      target: targetOf(spec),
      table: sourceTableName(spec),
      from: sourceRegion(spec, known()),
      crosses: crossesRegions(spec),
      account: writtenAccount(spec),
      operation: operationOf(spec),
      arn: sourceArn(spec)?.partition,
    }).toEqual({
      target: 'Orders-2',
      table: 'Orders',
      from: 'eu-west-1',
      crosses: true,
      account: '123456789012',
      operation: 'RestoreTableFromBackup',
      arn: 'aws',
    });
  });

  test('the request is the spec without our own keys, value for value', () => {
    const text = `{ "$schema": "x", "Description": "why", ${fromBackup}, "LocalSecondaryIndexOverride": [], "OnDemandThroughputOverride": {}, "Region": "eu-west-1", "AfterRestore": {}, "Verify": {}, "Drill": {}, "RecoveryTimeObjectiveMinutes": 1, "AccountId": "1", "Unknown": 1 }`;
    expect(requestInput(parseSpec(text))).toStrictEqual({
      BackupArn: backupArn,
      TargetTableName: 'Orders-2',
      LocalSecondaryIndexOverride: [],
      OnDemandThroughputOverride: {},
      Unknown: 1,
    });
  });

  test('a setting is what is said of it, else what is said of all', () => {
    const spec = parseSpec(
      '{ "AfterRestore": { "Default": "FromSource", "Tags": "Skip", "DeletionProtectionEnabled": true } }',
    );
    const wanted = new Map(wantedSettings(spec).map(({ setting, from }) => [setting, from]));
    expect([wanted.get('Tags'), wanted.get('DeletionProtectionEnabled'), wanted.get('TableClass')]).toEqual([
      'Skip',
      'written',
      'FromSource',
    ]);
    expect(new Set(wantedSettings(parseSpec('{}')).map(({ from }) => from))).toEqual(new Set(['Skip']));
  });
});

describe('places', () => {
  const text = '{ "a": [ { "b": 1 } ], "c": "d" }';
  const spec = parseSpec(text);

  test.each<[Place, string]>([
    [{ path: ['c'], part: 'value' }, '"d"'],
    [{ path: ['c'], part: 'key' }, '"c"'],
    [{ path: ['a', 0, 'b'], part: 'value' }, '1'],
    [{ path: ['a', 0, 'missing'], part: 'key' }, '{'],
    [{ path: ['a', 7, 'missing'], part: 'value' }, '"a"'],
    [{ path: ['missing', 'deep'], part: 'value' }, '{'],
    [{ path: [], part: 'value' }, text],
  ])('%o is underlined at its nearest text', (place, expected) => {
    const { start, end } = rangeOf(spec, place);
    expect(text.slice(start, end)).toBe(expected);
  });

  test.each<[string, (string | number)[]]>([
    ['|{ "a": 1 }', []],
    ['{ "a|": [ 1 ] }', ['a']],
    ['{ "a": [ 1| ] }', ['a', 0]],
    ['{ "a": [ 1, {"b": "|"} ] }', ['a', 1, 'b']],
    ['{ "a": 1 |}', []],
    ['{ "a": |', ['a']],
  ])('the path at %s', (marked, path) =>
    expect(pathAtOffset(parseSpec(marked.replace('|', '')), marked.indexOf('|'))).toEqual(path),
  );

  test('paths lead nowhere rather than astray', () => {
    expect(nodeAt(spec, ['a', 'length'])).toBeUndefined();
    expect(nodeAt(spec, ['c', 0])).toBeUndefined();
    expect(nodeAt(spec, ['constructor'])).toBeUndefined();
    expect(keysAt(spec, ['a'])).toEqual([]);
  });
});
