import { describe, expect, test } from 'vitest';
import { check } from '../../server/core/check';
import { parseSpec } from '../../server/core/spec/spec';
import { valueAt } from '../../server/core/spec/tree';
import { known } from '../rules/facts';
import { documentFrom } from './documents';
import { breachesOf } from './examine';
import { properties } from './properties';

const many = (count: number, piece: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');

/** Texts that no one writes, and the code of a problem that says what is wrong with them. */
const extremes: readonly (readonly [string, string, string])[] = [
  ['a hundred thousand lists in each other', '['.repeat(100_000), 'too-deep'],
  ['a million lists in each other', '['.repeat(1_000_000), 'too-deep'],
  ['a hundred thousand closed lists in each other', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
  ['a hundred thousand objects in each other', '{"a":'.repeat(100_000), 'too-deep'],
  ['a million brackets of objects', '{'.repeat(1_000_000), 'too-deep'],
  ['mismatched brackets', '[{]}'.repeat(100_000), 'too-deep'],
  ['wrongly closed lists', '[}'.repeat(100_000), 'too-deep'],
  [
    'one level too many',
    `{ "AfterRestore": { "ResourcePolicy": { "a": ${'['.repeat(98)}${']'.repeat(98)} } } }`,
    'too-deep',
  ],
  ['a hundred thousand closing brackets', ']'.repeat(100_000), 'syntax'],
  ['a hundred thousand keys', `{${many(50_000, (at) => `"k${at}":1,`)}}`, 'unknown-key'],
  ['a key written fifty thousand times', `{${many(50_000, () => '"Region":1,')}}`, 'duplicate-key'],
  ['a hundred thousand short keys', `{${many(100_000, (at) => `"${at}":1,`)}}`, 'unknown-key'],
  ['a short key written a hundred thousand times', `{${many(100_000, () => '"a":1,')}}`, 'duplicate-key'],
  ['a text of a hundred thousand letters', `{ "TargetTableName": "${'x'.repeat(100_000)}" }`, 'out-of-range'],
  ['a text of fifty thousand emojis', `{ "TargetTableName": "${'😀'.repeat(50_000)}" }`, 'out-of-range'],
  [
    'a text of a hundred thousand escapes',
    `{ "TargetTableName": "${'\\u202E'.repeat(100_000)}" }`,
    'out-of-range',
  ],
  ['a key of a hundred thousand letters', `{ "${'x'.repeat(100_000)}": 1 }`, 'unknown-key'],
  [
    'a number of a hundred thousand digits',
    `{ "RecoveryTimeObjectiveMinutes": ${'9'.repeat(100_000)} }`,
    'out-of-range',
  ],
  [
    'a list of a hundred thousand entries',
    `{ "GlobalSecondaryIndexOverride": [${many(100_000, () => '1,')}] }`,
    'wrong-type',
  ],
  ['a hundred thousand commas', `{${','.repeat(100_000)}}`, 'syntax'],
  ['a hundred thousand quotes', '"'.repeat(100_000), 'syntax'],
  ['a comment without an end', `/*${'*'.repeat(500_000)}`, 'syntax'],
  ['a hundred thousand comments', '/**/'.repeat(100_000), 'syntax'],
  ['half a million line breaks', '\r\n'.repeat(500_000), 'syntax'],
  ['a million blanks', ' '.repeat(1_000_000), 'syntax'],
  ['a million times half a character', '\uD800'.repeat(1_000_000), 'syntax'],
  ['a million NULs', '\u0000'.repeat(1_000_000), 'syntax'],
  ['a text of more than a mebibyte', ' '.repeat(1024 * 1024) + '{}', 'too-large'],
  ['a text of sixteen mebibytes', '{"a":1},'.repeat(2 * 1024 * 1024), 'too-large'],
];

/** Those of every document; and what an editor asks, which must not reach a recursive parser. */
const held = properties.filter(
  ({ oneIn, says }) =>
    oneIn === 1 || says.startsWith('every question of an editor') || says.startsWith('formatting'),
);

describe('extreme texts have a clear problem and overflow nothing', () => {
  test.each(extremes)(
    '%s',
    async (_, text, code) => {
      const { problems } = check(parseSpec(text), known());
      expect(problems.map((problem) => problem.code)).toContain(code);
      expect(await breachesOf(documentFrom({ text, facts: {} }), { held })).toEqual([]);
    },
    120_000,
  );
});

test('keys of the prototype are unknown keys with values of their own, and change nothing', () => {
  const text =
    '{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } }, "toString": 1, "Region": "eu-west-1" }';
  const spec = parseSpec(text);
  expect(check(spec, known()).problems.filter(({ code }) => code === 'unknown-key')).toHaveLength(3);
  expect(valueAt(spec, ['__proto__', 'polluted'])).toBe(true);
  expect(Object.keys(valueAt(spec, []) as object)).toEqual([
    '__proto__',
    'constructor',
    'toString',
    'Region',
  ]);
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
