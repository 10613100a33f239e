import { describe, expect, test } from 'vitest';
import { parseSpec, wholeRange } from '../../server/core/spec/spec';
import {
  keysOf,
  nodeAt,
  pathAtOffset,
  propertyOf,
  rangeOf,
  valueAt,
  type Place,
} from '../../server/core/spec/tree';
import { utf8Bytes } from '../../server/core/spec/utf8';

describe('a range', () => {
  const edges = ['\ud800\udc00', '\udbff\udfff', '\ud83d\ude00'];
  test.each<[text: string, asked: [number, number], given: [number, number]]>([
    ['abc', [1, 2], [1, 2]],
    ['abc', [-1, 9], [0, 3]],
    ['abc', [2, 1], [2, 2]],
    ['', [0, 1], [0, 0]],
    ...edges.map((pair): [string, [number, number], [number, number]] => [`a${pair}b`, [2, 2], [1, 3]]),
    ...edges.map((pair): [string, [number, number], [number, number]] => [`a${pair}b`, [1, 3], [1, 3]]),
    [edges[0] ?? '', [1, 1], [0, 2]],
    ['a\r\nb', [2, 2], [1, 3]],
    ['a\r\nb', [1, 1], [1, 1]],
    ['a\n\rb', [2, 2], [2, 2]],
    ['a\rb\n', [2, 3], [2, 3]],
    // Halves that make no pair.
    ['a\udc00\ud800b', [2, 2], [2, 2]],
    ['a\ud7ff\udc00b', [2, 2], [2, 2]],
    ['a\udc00\udc00b', [2, 2], [2, 2]],
    ['a\ud800\ud800b', [2, 2], [2, 2]],
    ['a\ud800\ue000b', [2, 2], [2, 2]],
  ])('of %j asked for as %j is %j: inside, and nothing cut in two', (text, [start, end], given) => {
    const range = wholeRange(text, start, end);
    expect([range.start, range.end]).toEqual(given);
  });

  const text = '{ "a": { "b": [1, { "c": 2 }] }, "t": "x", "n": 7 }';
  test.each<[Place, string]>([
    [{ path: ['a', 'b', 0], part: 'value' }, '1'],
    [{ path: ['a', 'b', 1, 'c'], part: 'key' }, '"c"'],
    [{ path: ['a', 'b', 1, 'c'], part: 'value' }, '2'],
    // What is not there shows at what should hold it.
    [{ path: ['a', 'x'], part: 'key' }, '"a"'],
    [{ path: ['a', 'x', 'y', 3], part: 'value' }, '"a"'],
    [{ path: ['a', 'b', 1, 'x'], part: 'key' }, '{'],
    [{ path: ['a', 'b', 7], part: 'value' }, '"b"'],
    [{ path: ['a', 'b', 0], part: 'key' }, '1'],
    [{ path: ['t', 'x'], part: 'key' }, '"t"'],
    [{ path: ['x'], part: 'value' }, '{'],
    [{ path: [], part: 'key' }, '{'],
    [{ path: [], part: 'value' }, text],
  ])('of the place %j', (place, shown) => {
    const { start, end } = rangeOf(parseSpec(text), place);
    expect(text.slice(start, end)).toBe(shown);
  });

  test.each<[string, Place, [number, number]]>([
    ['', { path: ['a'], part: 'value' }, [0, 0]],
    ['[1]', { path: ['a'], part: 'value' }, [0, 1]],
    ['"text"', { path: ['a'], part: 'value' }, [0, 6]],
    ['{ "a": }', { path: ['a'], part: 'value' }, [2, 5]],
  ])('in the text %j there is one for %j as well', (odd, place, given) => {
    const { start, end } = rangeOf(parseSpec(odd), place);
    expect([start, end]).toEqual(given);
  });
});

describe('the path at a cursor', () => {
  test.each<[marked: string, path: (string | number)[]]>([
    ['|{ "a": 1 }', []],
    ['{| "a": 1 }', []],
    ['{ |"a": 1 }', ['a']],
    ['{ "a"|: 1 }', ['a']],
    ['{ "a": 1| }', ['a']],
    ['{ "a": { "b": 1 } |, "c": 2 }', []],
    ['{ "a": |{ "b": 1 } }', ['a']],
    ['{ "a": {| "b": 1 } }', ['a']],
    ['{ "a": { "b": 1 }| }', ['a']],
    ['{ "a":| { "b": 1 } }', ['a']],
    ['{ "a"|: { "b": 1 } }', ['a']],
    ['{ "a": [1, |2] }', ['a', 1]],
    ['{ "a": [1,| 2] }', ['a']],
    ['{ "a": [ { "b": |3 } ] }', ['a', 0, 'b']],
    ['{ "a": |}', ['a']],
    ['[[], |[]]', [1]],
    ['|', []],
  ])('%s', (marked, path) =>
    expect(pathAtOffset(parseSpec(marked.replace('|', '')), marked.indexOf('|'))).toEqual(path),
  );
});

describe('keys that are written more than once', () => {
  test.each([3, 19, 20, 21, 22, 100])('of %i keys the last of a name counts, at its own place', (count) => {
    const keys = Array.from({ length: count - 1 }, (_, at) => `"k${at}": ${at}`);
    const once = parseSpec(`{ ${keys.join(', ')}, "z": 0 }`);
    const twice = parseSpec(`{ ${keys.join(', ')}, "k1": "again" }`);
    const [all, some] = [once, twice].map((spec) => nodeAt(spec, []));
    if (all === undefined || some === undefined) throw new Error('both texts have a value');
    const names = Array.from({ length: count - 1 }, (_, at) => `k${at}`);
    expect(keysOf(all)).toEqual([...names, 'z']);
    expect(keysOf(some)).toEqual([...names.filter((name) => name !== 'k1'), 'k1']);
    expect(valueAt(twice, ['k1'])).toBe('again');
    expect(valueAt(twice, ['k0'])).toBe(0);
    expect(propertyOf(some, 'none')).toBeUndefined();
  });

  test('a key called __proto__ is a key like any other', () => {
    const value = valueAt(parseSpec('{ "__proto__": { "a": 1 }, "b": 2 }'), []) as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'b']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(value, '__proto__')).toEqual({
      value: { a: 1 },
      writable: true,
      enumerable: true,
      configurable: true,
    });
  });
});

test.each([
  '',
  'a',
  '\u007f',
  '\u0080',
  '\u07ff',
  '\u0800',
  '\uffff',
  '\u{10000}',
  '\u{10ffff}',
  'aé€😀b',
  '\ud800',
  '\udc00a',
])('the bytes of %j are those that UTF-8 takes', (text) =>
  expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length),
);
