import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, quoted } from '../../server/core/plain-text';
import { formatIsoTime, parseIsoTime } from '../../server/core/spec/iso-time';
import { nearest } from '../../server/core/spec/nearest';
import { lineStarts, offsetAt, positionAt } from '../../server/core/spec/position';
import { documents } from './documents';

describe('times', () => {
  test('are read and written as the language does, in any year', () =>
    fc.assert(
      fc.property(
        fc.date({
          min: new Date(-62_000_000_000_000),
          max: new Date(200_000_000_000_000),
          noInvalidDate: true,
        }),
        (date) => {
          const seconds = Math.floor(date.getTime() / 1000) * 1000;
          expect(formatIsoTime(date.getTime())).toBe(new Date(seconds).toISOString().replace('.000Z', 'Z'));
          expect(parseIsoTime(date.toISOString())).toBe(date.getTime());
        },
      ),
      documents(2_000),
    ));

  test.each<[string, string]>([
    ['2026-11-20T09:30:00+01:00', '2026-11-20T08:30:00Z'],
    ['2026-11-20T08:30:00-0530', '2026-11-20T14:00:00Z'],
    ['2026-11-20T08:30Z', '2026-11-20T08:30:00Z'],
    ['2024-02-29T00:00:00.999999999Z', '2024-02-29T00:00:00Z'],
    ['2000-02-29T23:59:59Z', '2000-02-29T23:59:59Z'],
    ['2026-08-31T23:59:59+23:59', '2026-08-31T00:00:59Z'],
  ])('%s is %s', (text, utc) => expect(formatIsoTime(parseIsoTime(text) ?? Number.NaN)).toBe(utc));

  test.each([
    '2026-11-20',
    '2026-11-20T08:30:00',
    '2026-11-20 08:30:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-06-31T00:00:00Z',
    '2026-09-31T00:00:00Z',
    '2026-11-31T00:00:00Z',
    '2024-02-30T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+01:60',
    '1790000000',
    '',
  ])('%j is no moment', (text) => expect(parseIsoTime(text)).toBeUndefined());
});

describe('positions', () => {
  const text = 'a\nb😀c\r\nd\re';

  test('every offset has a position, and is found again from it', () => {
    const starts = lineStarts(text);
    expect(starts).toEqual([0, 2, 8, 10]);
    for (let offset = 0; offset <= text.length; offset++) {
      const isInsideBreak = text[offset] === '\n' && text[offset - 1] === '\r';
      if (!isInsideBreak) expect(offsetAt(text, starts, positionAt(starts, offset))).toBe(offset);
    }
  });

  test.each([
    [{ line: 1, character: 99 }, 6],
    [{ line: 99, character: 0 }, text.length],
    [{ line: -1, character: 5 }, 0],
    [{ line: 0, character: -5 }, 0],
  ])('%o outside the text is moved into it', (position, offset) =>
    expect(offsetAt(text, lineStarts(text), position)).toBe(offset),
  );
});

describe('words', () => {
  test.each<[string, string[], string | undefined]>([
    ['TargetTabelName', ['TargetTableName', 'SourceTableName'], 'TargetTableName'],
    ['region', ['Region', 'Regions'], 'Region'],
    ['Xyz', ['Region'], undefined],
    ['', ['Region'], undefined],
    ['ba', ['ab'], 'ab'],
    // A swap is one keystroke, and of a third of the word as many are forgiven.
    ['abdcfe', ['abcdef'], 'abcdef'],
    ['badcfe', ['abcdef'], undefined],
    ['abcxyz', ['abcdef'], undefined],
    ['abca', ['cabc'], undefined],
    ['abcdefgh', ['abcdef'], 'abcdef'],
    ['abcdefghi', ['abcdef'], 'abcdef'],
    ['abcdefghij', ['abcdef'], undefined],
    ['x'.repeat(100_000), ['Region'], undefined],
  ])('%.20s is most likely one of %j', (word, candidates, meant) =>
    expect(nearest(word, candidates)).toBe(meant),
  );

  test('whatever stands in a message can be shown', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 700 }),
        fc.integer({ min: 1, max: 500 }),
        (text, max) => {
          const shown = plainText(text, max);
          expect(shown.length).toBeLessThanOrEqual(max);
          expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        },
      ),
      documents(2_000),
    ));

  test.each([
    ['abcd', 4, 'abcd'],
    ['abcde', 4, 'abc…'],
    ['abc\n', 4, 'abc…'],
    ['\n', 6, String.raw`\u000a`],
    ['\n', 5, String.raw`\u00…`],
    ['😀😀', 4, '😀😀'],
    ['😀😀😀', 4, '😀…'],
    ['a😀b', 3, 'a…'],
    ['😀abc', 4, '😀a…'],
    ['x'.repeat(100_000), 3, 'xx…'],
  ])('%.10j in %i units is %j', (text, max, shown) => expect(plainText(text, max)).toBe(shown));

  test.each([
    ['x'.repeat(64), `"${'x'.repeat(64)}"`],
    ['x'.repeat(65), `"${'x'.repeat(60)}…"`],
  ])('the name %.10s... is quoted as %.10s...', (name, shown) => expect(quoted(name)).toBe(shown));

  test('what can be shown is left as it is', () => {
    expect(plainText('Ünïcode 😀 “text”', 500)).toBe('Ünïcode 😀 “text”');
    expect(plainText('a\u202Eb\u0000', 500)).toBe(String.raw`a\u202eb\u0000`);
    expect(quoted('x'.repeat(100))).toBe(`"${'x'.repeat(60)}…"`);
  });
});
