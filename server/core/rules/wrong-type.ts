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
        message: `${path.length === 0 ? 'The spec' : nameOf(path)} takes ${kindInWords(shape)}, not ${typeInWords(node)}.`,
        fixes: [...converted(misfit)].map((value) => setTo(path, value)),
      };
    }
  },
};

function setTo(path: Path, value: unknown): Fix {
  if (value === undefined) {
    const preferred = shapeAt(path)?.member !== undefined;
    return { title: `Remove ${nameOf(path)}`, edits: [{ kind: 'remove', path }], preferred };
  }
  const title = Array.isArray(value) ? 'Write it as a list' : `Write it as ${JSON.stringify(value)}`;
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
  if (inner.kind === 'object' && typeof value === 'string') {
    const name = namedBy[String(path.findLast((step) => typeof step === 'string'))];
    if (name !== undefined) yield { [name]: value };
  }
  if (inner.kind === 'list' && value !== null && !Array.isArray(value)) yield tagsOf(path, value) ?? [value];
}

/** Where a text alone can mean one thing only: the member that it is. By the key of the object, or of the list that holds it. */
const namedBy: Readonly<Record<string, string>> = {
  Projection: 'ProjectionType',
  Replicas: 'RegionName',
  KinesisStreamingDestinations: 'StreamArn',
};

/** Tags written as `{ "team": "shop" }`, as other tools take them; undefined for anything else, and for one tag as it should be. */
function tagsOf(path: Path, value: unknown): { Key: string; Value: unknown }[] | undefined {
  if (path.at(-1) !== 'Tags' || typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const isTag = entries.some(([key]) => key === 'Key') && entries.some(([key]) => key === 'Value');
  if (isTag || entries.length === 0) return undefined;
  return entries.map(([Key, Value]) => ({ Key, Value }));
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
