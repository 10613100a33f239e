import fc from 'fast-check';

/** A JSON text in some layout, with comments and perhaps trailing commas, and what it says. */
export interface Printed {
  text: string;
  value: unknown;
}

const key = fc.constantFrom('a', 'b', 'IndexName', 'Region', '__proto__', 'key with "quotes"', 'é', '');
const scalar = fc.oneof(
  fc.constantFrom('x', '', '// no comment', 'a "b" \\ c', '😀', '}],'),
  fc.integer({ min: -1000, max: 1000 }),
  fc.boolean(),
  fc.constant(null),
);

/** Objects and lists, three deep. `fc.dictionary` makes `__proto__` an own key. */
export const jsonValue: fc.Arbitrary<unknown> = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).tree;

/** A document: an object at the top, printed with random white space, comments and trailing commas. */
export const printedDocument: fc.Arbitrary<Printed> = fc
  .record({
    value: fc.dictionary(key, jsonValue, { maxKeys: 5, noNullPrototype: true }),
    choices: fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 60 }),
    crlf: fc.boolean(),
  })
  .map(({ value, choices, crlf }) => ({ value, text: print(value, choices, crlf ? '\r\n' : '\n') }));

function print(document: unknown, choices: readonly number[], eol: string): string {
  let comments = 0;
  let chosen = 0;
  const choose = () => choices[chosen++ % choices.length] ?? 0;
  const gap = (indent: string): string => {
    const choice = choose();
    if (choice === 0) return ` /* c${comments++}; */ `;
    if (choice === 1) return ` // c${comments++};${eol}${indent}`;
    if (choice === 2) return `${eol}${indent}// c${comments++};${eol}${indent}`;
    if (choice < 8) return eol + indent;
    return choice < 10 ? ' ' : '';
  };
  const inside = (children: string[], open: string, close: string, indent: string): string => {
    const trailing = children.length > 0 && choose() === 0 ? `,${gap(indent)}` : gap(indent);
    const separated = children.map(
      (child, at) => (at === 0 ? '' : `${gap(indent)},`) + gap(`${indent}  `) + child,
    );
    return open + separated.join('') + trailing + close;
  };
  const show = (value: unknown, indent: string): string => {
    if (Array.isArray(value))
      return inside(
        value.map((entry) => show(entry, `${indent}  `)),
        '[',
        ']',
        indent,
      );
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = Object.entries(value).map(
      ([name, entry]) => `${JSON.stringify(name)}${gap(indent)}:${gap(indent)}${show(entry, `${indent}  `)}`,
    );
    return inside(members, '{', '}', indent);
  };
  return gap('') + show(document, '') + gap('');
}
