import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, soundFixes, type Problem } from '../../server/core/check';
import type { Facts } from '../../server/core/facts';
import { applyTextEdits, textEdits } from '../../server/core/spec/edit';
import { requestInput } from '../../server/core/spec/request';
import { isOwnKey } from '../../server/core/spec/shape';
import { stillKnown } from '../../server/core/still-known';
import { parseSpec } from '../../server/core/spec/spec';
import { keysAt, pathAtOffset, valueAt } from '../../server/core/spec/tree';
import { known } from '../rules/facts';
import { changedDocument, factsOfAllKinds, mutatedDocument, samples } from './mutated';

const facts = fc.constantFrom(...factsOfAllKinds);

describe('for any damaged spec', () => {
  test('nothing throws, ranges lie in the text, messages can be shown', () =>
    fc.assert(
      fc.property(fc.oneof(mutatedDocument, changedDocument), facts, (text, some) => {
        for (const problem of check(parseSpec(text), some).problems) expectShowable(text, problem);
      }),
      { numRuns: 20_000 },
    ));

  test('the same text has the same problems, whatever was checked before', () =>
    fc.assert(
      fc.property(mutatedDocument, mutatedDocument, facts, (text, other, some) => {
        const first = check(parseSpec(text), some);
        check(parseSpec(other), some);
        expect(check(parseSpec(text), some)).toEqual(first);
      }),
      { numRuns: 2_000 },
    ));

  test('no fix is offered while there are syntax errors', () =>
    fc.assert(
      fc.property(mutatedDocument, facts, (text, some) => {
        const spec = parseSpec(text);
        if (spec.syntax.length === 0) return;
        expect(check(spec, some).problems.flatMap(({ fixes }) => fixes)).toEqual([]);
      }),
      { numRuns: 2_000 },
    ));

  test('every fix that is offered removes its problem and adds no error', () =>
    fc.assert(
      fc.property(changedDocument, facts, (text, some) => {
        const spec = parseSpec(text);
        const before = check(spec, some).problems;
        for (const problem of before.slice(0, 10)) {
          for (const fix of soundFixes(spec, some, problem)) {
            const next = parseSpec(applyTextEdits(text, textEdits(spec, fix.edits)));
            const after = check(next, stillKnown(some, spec, next)).problems;
            const same = (list: Problem[]) => list.filter(({ code }) => code === problem.code).length;
            expect(same(after)).toBeLessThan(same(before));
            expect(errors(after)).toBeLessThanOrEqual(
              errors(before) - (problem.severity === 'error' ? 1 : 0),
            );
          }
        }
      }),
      { numRuns: 2_000 },
    ));

  test('applying the preferred fixes one after the other comes to an end', () =>
    fc.assert(
      fc.property(changedDocument, facts, (text, some) => {
        let rounds = 0;
        for (let next = mended(text, some); next !== undefined && rounds <= 20; next = mended(next, some))
          rounds++;
        expect(rounds).toBeLessThanOrEqual(20);
      }),
      { numRuns: 1_000 },
    ));

  test('the request and our own keys make up the whole spec', () =>
    fc.assert(
      fc.property(mutatedDocument, (text) => {
        const spec = parseSpec(text);
        if (spec.root?.type !== 'object') return;
        const whole = new Map(Object.entries(valueAt(spec, []) as object));
        for (const key of keysAt(spec, []).filter(isOwnKey)) whole.delete(key);
        expect(new Map(Object.entries(requestInput(spec)))).toEqual(whole);
      }),
      { numRuns: 2_000 },
    ));

  test('every offset has a path', () =>
    fc.assert(
      fc.property(mutatedDocument, fc.nat({ max: 2000 }), (text, offset) => {
        expect(Array.isArray(pathAtOffset(parseSpec(text), offset))).toBe(true);
      }),
      { numRuns: 2_000 },
    ));
});

/** Throws by itself where `expect` would be asked a million times. */
function expectShowable(text: string, { message, range, fixes }: Problem): void {
  const { start, end } = range;
  const isInside = start >= 0 && start <= end && end <= text.length;
  if (!isInside || cutsInTwo(text, start) || cutsInTwo(text, end)) {
    throw new Error(`The range ${start} to ${end} does not fit the text.`);
  }
  for (const shown of [message, ...fixes.map(({ title }) => title)]) {
    if (shown.length > 500 || /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(shown))
      throw new Error(JSON.stringify(shown));
  }
}

/** Between the halves of a surrogate pair or of a CRLF? */
function cutsInTwo(text: string, offset: number): boolean {
  return /^(\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function errors(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function mended(text: string, some: Facts): string | undefined {
  const spec = parseSpec(text);
  for (const problem of check(spec, some).problems) {
    const fix = soundFixes(spec, some, problem).find(({ preferred }) => preferred);
    if (fix) return applyTextEdits(text, textEdits(spec, fix.edits));
  }
  return undefined;
}

describe('for extreme texts', () => {
  const many = (count: number, piece: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => piece(at)).join('');
  const nest = 100_000;

  test.each<[string, string, string]>([
    ['a hundred thousand lists', '['.repeat(nest), 'too-deep'],
    ['a hundred thousand objects', '{"a":'.repeat(nest), 'too-deep'],
    ['mismatched brackets', '[{]}'.repeat(nest), 'too-deep'],
    ['wrongly closed lists', '[}'.repeat(nest), 'too-deep'],
    ['a hundred thousand keys', `{${many(50_000, (at) => `"k${at}":1,`)}}`, 'unknown-key'],
    ['keys written fifty thousand times', `{${many(50_000, () => '"Region":1,')}}`, 'duplicate-key'],
    [
      'texts of a hundred thousand characters',
      `{ "TargetTableName": "${'x'.repeat(100_000)}" }`,
      'out-of-range',
    ],
    ['keys of a hundred thousand characters', `{ "${'x'.repeat(100_000)}": 1 }`, 'unknown-key'],
    [
      'lists of a hundred thousand entries',
      `{ "GlobalSecondaryIndexOverride": [${many(100_000, () => '1,')}] }`,
      'wrong-type',
    ],
    ['a hundred thousand closing brackets', ']'.repeat(100_000), 'syntax'],
    ['a million blanks', ' '.repeat(1_000_000), 'syntax'],
    ['texts of more than a mebibyte', 'x'.repeat(1024 * 1024 + 1), 'too-large'],
  ])('%s have a clear problem', (_, text, code) => {
    const { problems } = check(parseSpec(text), known());
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const problem of problems.slice(0, 100)) expectShowable(text, problem);
  });

  test('keys of the prototype are unknown keys and change nothing', () => {
    const text =
      '{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } }, "toString": 1 }';
    const spec = parseSpec(text);
    expect(check(spec, known()).problems.filter(({ code }) => code === 'unknown-key')).toHaveLength(3);
    expect(valueAt(spec, ['__proto__', 'polluted'])).toBe(true);
    expect(Object.keys(valueAt(spec, []) as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each(samples.map((sample) => [sample]))('every beginning of a spec can be checked: %#', (sample) => {
    for (let length = 0; length <= sample.length; length++) {
      const text = sample.slice(0, length);
      for (const problem of check(parseSpec(text), known()).problems) expectShowable(text, problem);
    }
  });
});
