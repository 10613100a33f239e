// The enumerations of the service's model; they are case sensitive: "failed to satisfy constraint: Member must satisfy enum value set".
import { misfits } from '../spec/misfits';
import { nameOf } from '../spec/name-of';
import { nearest } from '../spec/nearest';
import type { Path } from '../spec/path';
import { shapeAt } from '../spec/shape';
import { parseSpec } from '../spec/spec';
import { plainValue } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

export const badEnum: Rule = {
  code: 'bad-enum',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'values that come from a fixed list are on it',
  *find(spec) {
    for (const { path, text, shape } of misfits(spec).value) {
      const { values = [] } = shape;
      const meant = nearest(text, values);
      const others = values.filter((other) => other !== meant);
      yield {
        at: { path, part: 'value' },
        message: `${text === '' ? `${nameOf(path)} is empty` : `${quoted(text)} is no value of ${nameOf(path)}`}. It takes ${[...values.map((other) => `"${other}"`), ...writtenOut(path)].join(', ')}.`,
        fixes: [
          ...asObject(path, text),
          ...asBoolean(path, text),
          ...[...(meant === undefined ? [] : [meant]), ...others].slice(0, 4).map((other): Fix => ({
            title: `Change to "${other}"`,
            edits: [{ kind: 'set', path, value: other }],
            preferred: other === meant,
          })),
        ],
      };
    }
  },
};

/** What may stand there besides words in quotes. */
function writtenOut(path: Path): boolean[] {
  const shape = shapeAt(path)?.shape;
  return shape?.kind === 'words-or' && shape.shape.kind === 'boolean' ? [true, false] : [];
}

/** `true` and `false` in quotes. */
function* asBoolean(path: Path, text: string): Iterable<Fix> {
  const value = writtenOut(path).find((written) => String(written) === text.trim().toLowerCase());
  if (value === undefined) return;
  yield { title: `Write it as ${value}`, edits: [{ kind: 'set', path, value }], preferred: true };
}

/** PutResourcePolicy takes the document as a text; here it is an object. */
function* asObject(path: Path, text: string): Iterable<Fix> {
  if (path.join('.') !== 'AfterRestore.ResourcePolicy' || !text.trim().startsWith('{')) return;
  const { root, syntax } = parseSpec(text);
  if (root?.type !== 'object' || syntax.length > 0) return;
  yield {
    title: 'Write it as an object',
    edits: [{ kind: 'set', path, value: plainValue(root) }],
    preferred: true,
  };
}
