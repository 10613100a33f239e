// The SDK passes a value of the wrong type on as it is; the service answers SerializationException or ValidationException.
// Types: API_RestoreTableFromBackup and API_RestoreTableToPointInTime.
import { isoTimeOfEpoch } from '../spec/iso-time';
import type { Path } from '../spec/path';
import type { Shape } from '../spec/kind';
import { misfits, type Misfit } from '../spec/misfits';
import { nameOf } from '../spec/name-of';
import type { Node } from '../spec/node';
import { isOwnKey, shapeAt } from '../spec/shape';
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
        fixes:
          node.value === null ? leftOut(path) : [...converted(misfit)].map((value) => setTo(path, value)),
      };
    }
  },
};

/** Null says the same as nothing in a request; inside our own keys it may mean "none", where nothing means the default. */
function leftOut(path: Path): Fix[] {
  const member = shapeAt(path)?.member;
  if (path.length === 0 || member?.required === true) return [];
  const [key] = path;
  const preferred = member !== undefined && !(path.length > 1 && isOwnKey(String(key)));
  const isSetting = key === 'AfterRestore' && path.length === 2 && path[1] !== 'Default';
  return [
    ...(isSetting
      ? [{ title: `Leave ${path[1]} behind`, edits: [{ kind: 'set' as const, path, value: 'Skip' }] }]
      : []),
    { title: `Remove ${nameOf(path)}`, edits: [{ kind: 'remove', path }], preferred },
  ];
}

function setTo(path: Path, value: unknown): Fix {
  const title = Array.isArray(value) ? 'Write it as a list' : `Write it as ${JSON.stringify(value)}`;
  return { title, edits: [{ kind: 'set', path, value }], preferred: true };
}

/** What the value may be meant to be. */
function* converted({ path, node, shape }: Misfit): Iterable<unknown> {
  const value = plainValue(node);
  const inner = shape.kind === 'words-or' ? shape.shape : shape;
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
    const name = namedBy.get(String(path.findLast((step) => typeof step === 'string')));
    if (name !== undefined && Object.hasOwn(inner.members, name)) yield { [name]: value };
  }
  if (inner.kind === 'list' && !Array.isArray(value)) yield tagsOf(path, value) ?? [value];
}

/** Where a text alone can mean one thing only: the member that it is. By the key of the object, or of the list that holds it. */
const namedBy: ReadonlyMap<string, string> = new Map([
  ['Projection', 'ProjectionType'],
  ['Replicas', 'RegionName'],
  ['KinesisStreamingDestinations', 'StreamArn'],
]);

/** Tags written as `{ "team": "shop" }`, as other tools take them; undefined for what may be one tag, however its members are called. */
function tagsOf(path: Path, value: unknown): { Key: string; Value: unknown }[] | undefined {
  if (path.at(-1) !== 'Tags' || typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  if (entries.some(([key]) => /^(tag)?_?(key|name|value)$/i.test(key)) || entries.length === 0)
    return undefined;
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
