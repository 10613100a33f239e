// The SDK passes a value of the wrong type on as it is; the service answers SerializationException or ValidationException.
// Types: API_RestoreTableFromBackup and API_RestoreTableToPointInTime.
import { isoTimeOfEpoch } from '../spec/iso-time';
import type { Path } from '../spec/path';
import type { Shape } from '../spec/kind';
import { misfits, type Misfit } from '../spec/misfits';
import { nameOf } from '../spec/name-of';
import type { Node } from '../spec/node';
import { shapeAt } from '../spec/shape';
import { plainValue } from '../spec/tree';
import type { Fix, Rule } from './rule';

export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'every value is of the type its key takes',
  *find(spec) {
    for (const misfit of misfits(spec).type) {
      const { node, path, shape } = misfit;
      yield {
        at: { path, part: 'value' },
        message: `${nameOf(path)} takes ${kindInWords(shape)}, not ${typeInWords(node)}.`,
        fixes: [...converted(misfit)].map((value) => setTo(path, value)),
      };
    }
  },
};

function setTo(path: Path, value: unknown): Fix {
  if (value === undefined) return { title: `Remove ${nameOf(path)}`, edits: [{ kind: 'remove', path }] };
  const title = typeof value === 'object' ? 'Write it as a list' : `Write it as ${JSON.stringify(value)}`;
  return { title, edits: [{ kind: 'set', path, value }], preferred: true };
}

/** What the value may be meant to be; undefined: to be left out. */
function* converted({ path, node, shape }: Misfit): Iterable<unknown> {
  const value = plainValue(node);
  const inner = shape.kind === 'words-or' ? shape.shape : shape;
  const isRequired = path.length === 0 || shapeAt(path)?.member?.required === true;
  if (value === null && !isRequired) yield undefined;
  if (
    inner.kind === 'number' &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value))
  )
    yield Number(value);
  if (inner.kind === 'boolean' && (value === 'true' || value === 'false')) yield value === 'true';
  // The AWS CLI takes seconds since 1970 too.
  if (path[0] === 'RestoreDateTime' && typeof value === 'number') yield isoTimeOfEpoch(value);
  else if (inner.kind === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    yield String(value);
  if (inner.kind === 'list' && value !== null && !Array.isArray(value)) yield [value];
}

function kindInWords(shape: Shape): string {
  if (shape.kind === 'words-or') {
    return `${kindInWords(shape.shape)}, or one of ${shape.words.map((word) => `"${word}"`).join(', ')}`;
  }
  const words: Record<typeof shape.kind, string> = {
    object: 'an object',
    map: 'an object',
    list: 'a list',
    string: 'a text in quotes',
    number: 'a number',
    boolean: 'true or false',
    any: 'any value',
  };
  return words[shape.kind];
}

function typeInWords(node: Node): string {
  const words: Partial<Record<Node['type'], string>> = {
    array: 'a list',
    object: 'an object',
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
    null: 'null',
  };
  return words[node.type] ?? 'this';
}
