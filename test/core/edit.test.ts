import fc from 'fast-check';
import { parse, type ParseError } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { applyTextEdits, textEdits, type Edit } from '../../server/core/spec/edit';
import type { Path } from '../../server/core/spec/path';
import { parseSpec } from '../../server/core/spec/spec';
import { nodeAt, propertyOf, valueAt } from '../../server/core/spec/tree';
import { documents } from './documents';
import { jsonValue, printedDocument } from './printed';

function edited(text: string, ...edits: Edit[]): string {
  return applyTextEdits(text, textEdits(parseSpec(text), edits));
}

const lines = (...all: string[]) => all.join('\n');

describe('an edit changes what it says and leaves the rest as it is', () => {
  test.each<[string, string, Edit[], string]>([
    [
      'sets a value',
      '{ "a": 1, "b": 2 }',
      [{ kind: 'set', path: ['a'], value: 'x' }],
      '{ "a": "x", "b": 2 }',
    ],
    ['adds a key on one line', '{ "a": 1 }', [{ kind: 'set', path: ['b'], value: 2 }], '{ "a": 1, "b": 2 }'],
    [
      'adds the first key inline',
      '{ "a": {} }',
      [{ kind: 'set', path: ['a', 'b'], value: 2 }],
      '{ "a": { "b": 2 } }',
    ],
    [
      'adds the first key of a file',
      '{}',
      [{ kind: 'set', path: ['b'], value: 2 }],
      lines('{', '  "b": 2', '}'),
    ],
    [
      'adds a key on a line of its own, behind a comment that belongs to the last',
      lines('{', '\t"a": 1 // one', '}'),
      [{ kind: 'set', path: ['b'], value: 2 }],
      lines('{', '\t"a": 1, // one', '\t"b": 2', '}'),
    ],
    [
      'keeps a trailing comma trailing',
      lines('{', '  "a": 1,', '}'),
      [{ kind: 'set', path: ['b'], value: 2 }],
      lines('{', '  "a": 1,', '  "b": 2,', '}'),
    ],
    [
      'adds two keys',
      '{ "a": 1 }',
      [
        { kind: 'set', path: ['b'], value: 2 },
        { kind: 'set', path: ['c'], value: 3 },
      ],
      '{ "a": 1, "b": 2, "c": 3 }',
    ],
    ['adds a list entry', '{ "a": [1] }', [{ kind: 'set', path: ['a', 1], value: 2 }], '{ "a": [1, 2] }'],
    [
      'removes a line with its comma',
      lines('{', '  "a": 1,', '  "b": 2,', '  "c": 3', '}'),
      [{ kind: 'remove', path: ['b'] }],
      lines('{', '  "a": 1,', '  "c": 3', '}'),
    ],
    [
      'removes the last line and the comma before it',
      lines('{', '  "a": 1, // one', '  "b": [', '    2', '  ]', '}'),
      [{ kind: 'remove', path: ['b'] }],
      lines('{', '  "a": 1 // one', '}'),
    ],
    [
      'leaves the comment of a removed line',
      lines('{', '  "a": 1,', '  "b": 2 // why', '}'),
      [{ kind: 'remove', path: ['b'] }],
      lines('{', '  "a": 1', '  // why', '}'),
    ],
    ['removes from the middle of a line', '[1, 2, 3]', [{ kind: 'remove', path: [1] }], '[1, 3]'],
    ['removes the end of a line', '{ "a": 1, "b": 2 }', [{ kind: 'remove', path: ['b'] }], '{ "a": 1 }'],
    ['removes the only key', '{ "a": 1 }', [{ kind: 'remove', path: ['a'] }], '{ }'],
    [
      'removes neighbours together',
      '{ "a": 1, "b": 2, "c": 3 }',
      [
        { kind: 'remove', path: ['b'] },
        { kind: 'remove', path: ['c'] },
      ],
      '{ "a": 1 }',
    ],
    [
      'removes and adds in one object',
      '{ "a": 1, "b": 2 }',
      [
        { kind: 'remove', path: ['b'] },
        { kind: 'set', path: ['c'], value: 3 },
      ],
      '{ "a": 1, "c": 3 }',
    ],
    [
      'replaces all keys',
      lines('{', '  "a": 1', '}'),
      [
        { kind: 'remove', path: ['a'] },
        { kind: 'set', path: ['b'], value: 2 },
      ],
      lines('{', '  "b": 2', '}'),
    ],
    [
      'renames a key',
      '{ "a" /* x */ : 1 }',
      [{ kind: 'rename', path: ['a'], name: 'b"c' }],
      '{ "b\\"c" /* x */ : 1 }',
    ],
    [
      'renames and sets',
      '{ "a": 1 }',
      [
        { kind: 'rename', path: ['a'], name: 'b' },
        { kind: 'set', path: ['a'], value: 2 },
      ],
      '{ "b": 2 }',
    ],
    [
      'writes CRLF in a file that has it',
      '{\r\n  "a": 1\r\n}',
      [{ kind: 'set', path: ['b'], value: 2 }],
      '{\r\n  "a": 1,\r\n  "b": 2\r\n}',
    ],
    [
      'breaks a long value into lines, indented like the file',
      lines('{', '    "a": 1', '}'),
      [{ kind: 'set', path: ['b'], value: [{ k: 'x'.repeat(60) }, { k: 'y'.repeat(60) }] }],
      lines(
        '{',
        '    "a": 1,',
        '    "b": [',
        `        { "k": "${'x'.repeat(60)}" },`,
        `        { "k": "${'y'.repeat(60)}" }`,
        '    ]',
        '}',
      ),
    ],
    ['replaces the whole document', ' [] // end', [{ kind: 'set', path: [], value: {} }], ' {} // end'],
  ])('%s', (_, text, edits, after) => expect(edited(text, ...edits)).toBe(after));

  test.each<[string, string, Edit[]]>([
    ['a key that is not there', '{ "a": 1 }', [{ kind: 'remove', path: ['b'] }]],
    ['a parent that is not there', '{ "a": 1 }', [{ kind: 'set', path: ['b', 'c'], value: 1 }]],
    ['a key of a list', '{ "a": [] }', [{ kind: 'set', path: ['a', 'b'], value: 1 }]],
    ['a list position beyond the next', '{ "a": [] }', [{ kind: 'set', path: ['a', 1], value: 1 }]],
    ['the top of a document as a key', '{}', [{ kind: 'remove', path: [] }]],
    ['a list entry as a key', '[1]', [{ kind: 'rename', path: [0], name: 'x' }]],
    [
      'a value that is also removed',
      '{ "a": 1 }',
      [
        { kind: 'set', path: ['a'], value: 2 },
        { kind: 'remove', path: ['a'] },
      ],
    ],
    ['a text with syntax errors', '{ "a": 1, ]', [{ kind: 'set', path: ['a'], value: 2 }]],
  ])('nothing is changed for %s', (_, text, edits) => expect(textEdits(parseSpec(text), edits)).toEqual([]));
});

describe('whatever the layout', () => {
  const pathsOf = (value: unknown, path: Path = []): Path[] => {
    if (typeof value !== 'object' || value === null) return [path];
    const steps = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
    return [
      path,
      ...steps.flatMap((step) =>
        pathsOf(Object.getOwnPropertyDescriptor(value, step)?.value, [...path, step]),
      ),
    ];
  };
  /** The comments of a text that do not stand inside the values at these paths. */
  const commentsOutside = (text: string, paths: readonly Path[]): string[] => {
    const spec = parseSpec(text);
    const nodes = paths.flatMap((path) => {
      const [parent, last] = [nodeAt(spec, path.slice(0, -1)), path.at(-1)];
      const property = parent && typeof last === 'string' ? propertyOf(parent, last) : undefined;
      return property ?? nodeAt(spec, path) ?? [];
    });
    const isInside = (at: number) => nodes.some(({ offset, end }) => at >= offset && at < end);
    return [...text.matchAll(/(?:\/\*|\/\/) c\d+;/g)]
      .filter(({ index }) => !isInside(index))
      .map(([comment]) => comment);
  };
  const parsed = (text: string) => {
    const spec = parseSpec(text);
    expect(spec.syntax).toEqual([]);
    return valueAt(spec, []);
  };
  const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
  const runs = documents(2_000);

  test('the printed documents mean what they were printed from', () =>
    fc.assert(
      fc.property(printedDocument, ({ text, value }) => {
        expect(parsed(text)).toEqual(value);
      }),
      runs,
    ));

  test('a value that is set is the only thing that changes', () =>
    fc.assert(
      fc.property(printedDocument, fc.nat(), jsonValue, ({ text, value }, at, wanted) => {
        const path = pick(pathsOf(value).slice(1), at) ?? [];
        const after = edited(text, { kind: 'set', path, value: wanted });
        expect(parsed(after)).toEqual(changed(value, path, () => ({ value: wanted })));
        expect(commentsOutside(after, [path])).toEqual(commentsOutside(text, [path]));
      }),
      runs,
    ));

  test('a key or entry that is added is the only thing that changes', () =>
    fc.assert(
      fc.property(printedDocument, fc.nat(), jsonValue, ({ text, value }, at, wanted) => {
        const containers = pathsOf(value).filter((path) => isContainer(value, path));
        const parent = pick(containers, at) ?? [];
        const container = valueAt(parseSpec(text), parent);
        const path = [...parent, Array.isArray(container) ? container.length : 'brand new'];
        const after = edited(text, { kind: 'set', path, value: wanted });
        expect(parsed(after)).toEqual(changed(value, path, () => ({ value: wanted })));
        expect(commentsOutside(after, [])).toEqual(commentsOutside(text, []));
      }),
      runs,
    ));

  test('keys and entries that are removed are the only things that change', () =>
    fc.assert(
      fc.property(printedDocument, fc.nat(), fc.nat({ max: 15 }), ({ text, value }, at, mask) => {
        const parents = pathsOf(value).filter((path) => isContainer(value, path));
        const parent = pick(parents, at) ?? [];
        const children = pathsOf(valueAt(parseSpec(text), parent)).filter((path) => path.length === 1);
        const removed = children
          .filter((_, index) => mask & (1 << index))
          .map((path) => [...parent, ...path]);
        const after = edited(text, ...removed.map((path) => ({ kind: 'remove' as const, path })));
        const expected = removed
          .toReversed()
          .reduce((rest, path) => changed(rest, path, () => undefined), value);
        expect(parsed(after)).toEqual(expected);
        expect(commentsOutside(after, [])).toEqual(commentsOutside(text, removed));
        if (!hasTrailingComma(text)) expect(hasTrailingComma(after)).toBe(false);
      }),
      runs,
    ));

  function hasTrailingComma(text: string): boolean {
    const errors: ParseError[] = [];
    parse(text, errors, { allowTrailingComma: false });
    return errors.length > 0;
  }

  function isContainer(value: unknown, path: Path): boolean {
    const found = path.reduce<unknown>(
      (inner, step) => Object.getOwnPropertyDescriptor(inner, step)?.value,
      value,
    );
    return typeof found === 'object' && found !== null;
  }

  /** The value with another value at a path, or with nothing there. */
  function changed(value: unknown, path: Path, make: () => { value: unknown } | undefined): unknown {
    const [step, ...rest] = path;
    if (step === undefined) return make()?.value;
    if (Array.isArray(value)) {
      const entries: unknown[] = [...value];
      const made = rest.length > 0 ? { value: changed(entries[Number(step)], rest, make) } : make();
      entries.splice(Number(step), 1, ...(made ? [made.value] : []));
      return entries;
    }
    const map = new Map<string, unknown>(Object.entries(value as object));
    const made = rest.length > 0 ? { value: changed(map.get(String(step)), rest, make) } : make();
    if (made) map.set(String(step), made.value);
    else map.delete(String(step));
    return Object.fromEntries(map);
  }
});
