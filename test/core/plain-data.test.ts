import { describe, expect, test } from 'vitest';
import { canonical } from '../../server/core/canonical';
import { isData, memberOf, objectsIn, pick } from '../../server/core/record';

describe('equal data has one text', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [2, 1] }, '{"a":[2,1],"b":1}'],
    [{ a: undefined, b: { d: null, c: 'x' } }, '{"b":{"c":"x","d":null}}'],
    [[undefined, null], '[null,null]'],
    [{ __proto__: { inherited: 1 } }, '{}'],
    [undefined, 'null'],
    ['"', '"\\""'],
    [{}, '{}'],
    [[], '[]'],
  ])('%j', (value, text) => expect(canonical(value)).toBe(text));

  test('keys are sorted, entries of a list are not', () => {
    expect(canonical({ x: 1, y: 2 })).toBe(canonical({ y: 2, x: 1 }));
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });
});

describe('data of unknown shape', () => {
  test.each<[unknown, boolean]>([
    [{}, true],
    [null, false],
    [[], false],
    ['text', false],
    [undefined, false],
  ])('%j is an object: %s', (value, is) => expect(isData(value)).toBe(is));

  test('has only the members that are written in it', () => {
    expect(memberOf({ a: 1 }, 'a')).toBe(1);
    expect(memberOf({ a: 1 }, 'toString')).toBeUndefined();
    expect(memberOf(null, 'a')).toBeUndefined();
    expect(memberOf('text', 'length')).toBeUndefined();
    expect(memberOf(['x'], '0')).toBeUndefined();
  });

  test('gives the objects of a list and passes over what else stands in it', () => {
    expect(objectsIn([{ a: 1 }, null, 'x', [2], { b: 2 }])).toEqual([{ a: 1 }, { b: 2 }]);
    expect(objectsIn({ a: 1 })).toEqual([]);
  });

  test('keeps of the members that are picked those that are there, in the order that is asked for', () =>
    expect(Object.entries(pick({ a: 1, b: undefined, c: null, d: 4 }, ['d', 'c', 'b', 'x', 'a']))).toEqual([
      ['d', 4],
      ['c', null],
      ['a', 1],
    ]));
});
