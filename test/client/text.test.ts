import { describe, expect, test } from 'vitest';
import { age, fromNow, moment, shown, size, span, unlinked } from '../../client/text';

describe('a text that came from AWS is shown as text', () => {
  test.each([
    ['plain names stay as they are', 'Orders_v2.backup-1', 'Orders_v2.backup-1'],
    ['right-to-left override', 'Orders\u202Egpj', 'Orders\\u{202E}gpj'],
    ['zero-width space', 'Ord\u200Bers', 'Ord\\u{200B}ers'],
    ['control characters', 'a\u0007b\nc', 'a\\u{7}b\\u{A}c'],
    ['variation selectors of both planes', 'a\uFE0Fb\u{E0101}', 'a\\u{FE0F}b\\u{E0101}'],
    ['tag characters', 'a\u{E0041}', 'a\\u{E0041}'],
    ['letters of any script', 'Bestellungen_äöü 注文', 'Bestellungen_äöü 注文'],
  ])('%s', (_case, given, expected) => expect(shown(given)).toBe(expected));

  test('longer than 300 characters is cut, and never through a character', () => {
    const cut = shown('💾'.repeat(400));
    expect(Array.from(cut)).toHaveLength(301);
    expect(cut.endsWith('💾…')).toBe(true);
  });

  test.each([
    ['a command link', 'see [this](command:ddbbackup.restore)', 'see [this] (command:ddbbackup.restore)'],
    ['an icon', 'profile $(sync~spin)', 'profile $ (sync~spin)'],
  ])('%s is taken apart where VS Code would make one', (_case, given, expected) =>
    expect(unlinked(given)).toBe(expected),
  );
});

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1.0 KB'],
  [10_240, '10 KB'],
  [1_300_000, '1.2 MB'],
  [5 * 1024 ** 4, '5.0 TB'],
])('%d bytes read as %s', (bytes, expected) => expect(size(bytes)).toBe(expected));

const now = Date.parse('2026-11-20T12:00:00Z');

test.each([
  ['2026-11-20T11:59:30Z', 'just now'],
  ['2026-11-20T11:58:00Z', '2 minutes ago'],
  ['2026-11-20T09:30:00Z', '2 hours ago'],
  ['2026-11-17T12:00:00Z', '3 days ago'],
  ['2026-09-17T12:00:00Z', '2 months ago'],
  ['2023-11-17T12:00:00Z', '3 years ago'],
  ['2026-12-02T12:00:00Z', 'in 12 days'],
  ['no date', 'no date'],
])('%s is %s', (iso, expected) => expect(fromNow(iso, now)).toBe(expected));

test.each([
  ['2026-11-20T11:59:30Z', 'just now'],
  ['2026-11-20T11:20:00Z', '40 min'],
  ['2026-11-20T09:30:00Z', '2 h'],
  ['2026-10-16T12:00:00Z', '35 d'],
  ['2023-11-17T12:00:00Z', '3 y'],
  ['no date', 'no date'],
])('%s is %s in a narrow row', (iso, expected) => expect(age(iso, now)).toBe(expected));

test.each([
  [-1, '0 min'],
  [59_999, '0 min'],
  [3_600_000, '1 h'],
])('%d ms are %s', (lengthMs, expected) => expect(span(lengthMs)).toBe(expected));

test('a moment is shown in UTC, whatever its offset', () => {
  expect(moment('2026-11-20T14:03:22.500+02:00')).toBe('2026-11-20 12:03:22 UTC');
  expect(moment('\u202Eno date')).toBe('\\u{202E}no date');
});
