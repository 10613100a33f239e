import fc from 'fast-check';
import { parseTree, printParseErrorCode, type Node as OtherNode, type ParseError } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import type { Node, Property } from '../../server/core/spec/node';
import { readTree } from '../../server/core/spec/read';
import { maxDepth, type Fault } from '../../server/core/spec/tokens';
import { plainValue } from '../../server/core/spec/tree';
import { documents } from './documents';
import { corpus } from './json-corpus';
import { changedDocument, mutatedDocument } from './mutated';

/** Seeded, so that a fault found once is found again. */
const seed = { seed: 20_261_123 };

function valueOf(text: string): unknown {
  const { root } = readTree(text);
  return root && plainValue(root);
}

function faultsOf(text: string): Fault[] {
  return readTree(text).faults.map(({ fault }) => fault);
}

describe('JSON (RFC 8259)', () => {
  test.each(corpus.filter(({ name }) => name.startsWith('y_')))('is read: $name', ({ text }) => {
    expect(faultsOf(text)).toEqual([]);
    expect(valueOf(text)).toEqual(JSON.parse(text));
  });

  test.each(corpus.filter(({ name }) => name.startsWith('n_')))(
    'is told from what is none: $name',
    ({ text }) => {
      expect(() => JSON.parse(text) as unknown).toThrow();
      expect(readTree(text).faults).not.toEqual([]);
    },
  );

  test('any value that JSON.stringify writes is read as JSON.parse reads it', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat({ max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(faultsOf(text)).toEqual([]);
        expect(valueOf(text)).toEqual(JSON.parse(text));
      }),
      { ...seed, ...documents(2_000) },
    ));
});

describe('the liberties of JSON with comments', () => {
  test.each(corpus.filter(({ name }) => name.startsWith('c_')))('$name', ({ text, value }) => {
    expect(faultsOf(text)).toEqual([]);
    expect(valueOf(text)).toEqual(value);
  });
});

describe('beside jsonc-parser', () => {
  const names: Readonly<Record<string, Fault>> = {
    InvalidSymbol: 'symbol',
    PropertyNameExpected: 'key',
    ValueExpected: 'value',
    ColonExpected: 'colon',
    CommaExpected: 'comma',
    CloseBraceExpected: 'brace',
    CloseBracketExpected: 'bracket',
    EndOfFileExpected: 'behind',
    UnexpectedEndOfComment: 'comment',
    UnexpectedEndOfString: 'text',
    UnexpectedEndOfNumber: 'number',
    InvalidUnicode: 'unicode',
    InvalidEscapeCharacter: 'escape',
    InvalidCharacter: 'control',
  };

  interface Told {
    tree: unknown;
    faults: unknown[];
  }

  function byOther(text: string): Told {
    const errors: ParseError[] = [];
    const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
    const faults = errors.map(({ error, offset, length }) => ({
      fault: names[printParseErrorCode(error)],
      offset: Math.min(offset, text.length),
      end: Math.min(offset + length, text.length),
    }));
    // It says of a symbol that it passed over once more that a key or a value is missing there.
    const isEcho = (at: number) =>
      faults[at - 1]?.fault === 'symbol' && ['key', 'value'].includes(faults[at]?.fault ?? '');
    return {
      tree: otherTree(root, text.length),
      faults: faults.filter((_, at) => !isEcho(at)).slice(0, 100),
    };
  }

  function otherTree(node: OtherNode | undefined, length: number): unknown {
    if (!node) return undefined;
    const end = Math.min(node.offset + node.length, length);
    const [key, value] = node.children ?? [];
    if (node.type === 'property' && key) {
      const keyEnd = key.offset + key.length;
      return { key: key.value as string, offset: node.offset, keyEnd, value: otherTree(value, length), end };
    }
    const children = node.children?.map((child) => otherTree(child, length));
    return { type: node.type, offset: node.offset, end, value: node.value as unknown, children };
  }

  function expectSame(text: string): void {
    const { root, faults, tooDeepAt } = readTree(text);
    if (tooDeepAt === undefined) expect({ tree: root, faults }).toEqual(byOther(text));
  }

  const soup = fc
    .array(
      fc.constantFrom(
        ...'{ } [ ] : , " \\ / // /* */ 1 - 0 . e + true false null tru "a" "b": \\u00 \\u0041 \\n \\x x 😀 {"a":1} [1,2] "k":"v",'.split(
          ' ',
        ),
        '\n',
        '\r',
        '\t',
        ' ',
        '\u0001',
        '\uFEFF',
        '\uD800',
        '\u00a0',
      ),
      { maxLength: 16 },
    )
    .map((pieces) => pieces.join(''));

  test.each(corpus.map(({ name, text }) => [name, text]))('the same tree and faults: %s', (_, text) =>
    expectSame(text),
  );

  test.each([
    ['specs', changedDocument],
    ['damaged specs', mutatedDocument],
    ['a soup of marks', soup],
  ])('the same tree and faults of %s', (_, texts) =>
    fc.assert(fc.property(texts, expectSame), { ...seed, ...documents(20_000) }),
  );
});

describe('for extreme texts', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  test('lists may be nested a hundred deep, and no deeper', () => {
    expect(readTree(nested(maxDepth)).tooDeepAt).toBeUndefined();
    expect(faultsOf(nested(maxDepth))).toEqual([]);
    expect(readTree(nested(maxDepth + 1)).tooDeepAt).toBe(maxDepth);
  });

  test.each([100_000, 1_000_000])('nesting of depth %i does not overflow', (depth) => {
    for (const piece of ['[', '{"a":', '[{"a":', '[{]}', '{[', '[}'])
      expect(readTree(piece.repeat(depth)).tooDeepAt, piece).toBeGreaterThan(0);
  });

  test('brackets in texts and comments, and those that are closed, are not nested', () => {
    const text = `{ "a": "${'['.repeat(200)}", /* ${'{'.repeat(200)} */ "b": [${'[],'.repeat(200)}] }`;
    expect(readTree(text)).toMatchObject({ tooDeepAt: undefined, faults: [] });
  });

  test('a hundred faults are told, and no more', () =>
    expect(faultsOf('?'.repeat(7) + ' ! '.repeat(100_000))).toHaveLength(100));

  test('every fault and every node lies in the text, parents round their children', () =>
    fc.assert(
      fc.property(mutatedDocument, (text) => {
        const { root, faults } = readTree(text);
        for (const { offset, end } of faults) expectWithin({ offset, end }, { offset: 0, end: text.length });
        if (root) expectNested(root, { offset: 0, end: text.length });
      }),
      { ...seed, ...documents(2_000) },
    ));

  interface Extent {
    offset: number;
    end: number;
  }

  function expectNested(node: Node | Property, parent: Extent): void {
    expectWithin(node, parent);
    if ('key' in node) {
      if (node.value) expectNested(node.value, node);
    } else for (const child of node.children ?? []) expectNested(child, node);
  }

  function expectWithin({ offset, end }: Extent, parent: Extent): void {
    if (offset < parent.offset || end < offset || end > parent.end)
      throw new Error(`${offset} to ${end} is not within ${parent.offset} to ${parent.end}.`);
  }
});

describe('of an unfinished text all that was typed is kept', () => {
  test.each<[string, unknown]>([
    ['{ "a": 1, "b": ', { a: 1 }],
    ['{ "a": 1, "b', { a: 1 }],
    ['{ "a": [1, { "b": 2 ', { a: [1, { b: 2 }] }],
    ['{ "a": , "b": 2 }', { b: 2 }],
    ['{ "a" 1, "b": 2 }', { b: 2 }],
    ['{ "a": 1 "b": 2 }', { a: 1, b: 2 }],
    ['{ a: 1, "b": 2 }', { b: 2 }],
    ['{ "a": tru, "b": 2 }', { b: 2 }],
    ['{ "a": "x\n "b": 2 }', { a: 'x', b: 2 }],
    ['[1, , 2', [1, 2]],
    ['{ "a": 1 } }', { a: 1 }],
    ['{ "a": 1 } /* ', { a: 1 }],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value);
    expect(readTree(text).faults).not.toEqual([]);
  });
});
