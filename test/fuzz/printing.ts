import type { Json } from './grammar';
import type { Random } from './random';

/** How a document is laid out. */
interface Style {
  eol: string;
  /** One gap in so many is a comment; 0 = none. */
  comments: number;
  /** One object or list in so many ends with a comma; 0 = none. */
  trailing: number;
  /** One object in so many has a key twice; 0 = none. */
  twice: number;
}

const styles: readonly Style[] = [
  { eol: '\n', comments: 0, trailing: 0, twice: 0 },
  { eol: '\n', comments: 12, trailing: 3, twice: 0 },
  { eol: '\r\n', comments: 12, trailing: 3, twice: 0 },
  { eol: '\r', comments: 30, trailing: 0, twice: 0 },
  { eol: '\n', comments: 0, trailing: 0, twice: 8 },
];

/** The text of a document: JSON on one line, JSON with two blanks, or any layout with comments and commas. */
export function printed(value: Json, random: Random): string {
  switch (random.below(4)) {
    case 0:
      return JSON.stringify(value);
    case 1:
      return `${JSON.stringify(value, null, 2)}\n`;
    default:
      return laidOut(value, random.pick(styles), random);
  }
}

function laidOut(document: Json, { eol, comments, trailing, twice }: Style, random: Random): string {
  const gap = (indent: string): string => {
    if (comments > 0 && random.onceIn(comments)) {
      return random.pick([' /* c; */ ', ` // c;${eol}${indent}`, `${eol}${indent}// c "{;${eol}${indent}`]);
    }
    return random.pick([eol + indent, eol + indent, ' ', '', '\t']);
  };
  const inside = (
    children: readonly string[],
    [open, close]: readonly [string, string],
    indent: string,
  ): string => {
    const inner = `${indent}  `;
    const comma = children.length > 0 && trailing > 0 && random.onceIn(trailing) ? ',' : '';
    const separator = comments > 0 && random.onceIn(comments) ? '/* , */,' : ',';
    const separated = children.map((child, at) => (at === 0 ? '' : separator) + gap(inner) + child);
    return open + separated.join('') + comma + gap(indent) + close;
  };
  const show = (value: Json, indent: string): string => {
    const inner = `${indent}  `;
    if (Array.isArray(value))
      return inside(
        value.map((entry) => show(entry, inner)),
        ['[', ']'],
        indent,
      );
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const entries = Object.entries(value);
    if (twice > 0 && entries.length > 0 && random.onceIn(twice)) entries.push(random.pick(entries));
    const members = entries.map(
      ([key, entry]) => `${JSON.stringify(key)}:${gap(inner)}${show(entry, inner)}`,
    );
    return inside(members, ['{', '}'], indent);
  };
  return gap('') + show(document, '') + gap('');
}
