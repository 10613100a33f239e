// All keys of a table have the same one or two attributes, each of one type: "The provided key element does not match the schema"
// (API_GetItem). Which they are, the source tells: `sample-key-attributes`; that they cannot differ, the file tells.
import { recordedSource } from '../recorded';
import type { Node } from '../spec/node';
import type { Path } from '../spec/path';
import { childOf, keysOf, partsAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Finding, Rule } from './rule';

const list = ['Verify', 'SampleKeys'];

export const sampleKeyShape: Rule = {
  code: 'sample-key-shape',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'all sample keys have the same attributes, of the same types',
  ofAbsence: true,
  *find(spec, facts) {
    const isRecorded = typeof recordedSource(spec, facts) !== 'string';
    let first: Node | undefined;
    for (const { path, node } of partsAt(spec, list)) {
      if (node.type !== 'object') continue;
      first ??= node;
      const fault = isRecorded ? undefined : attributeFault(node, first);
      if (fault !== undefined) yield { at: { path, part: 'value' }, message: fault };
      else yield* typeFaults(path, node, first);
    }
  },
};

function attributeFault(key: Node, first: Node): string | undefined {
  const names = keysOf(key);
  if (names.length === 0 || names.length > 2)
    return 'A key of a table has one attribute, or two: the HASH key and, where there is one, the RANGE key.';
  const wanted = keysOf(first);
  const isSame = names.length === wanted.length && names.every((name) => wanted.includes(name));
  if (isSame || wanted.length === 0 || wanted.length > 2) return undefined;
  return `All keys of a table have the same attributes. The first one here has ${wanted.map(quoted).join(' and ')}, this one ${names.map(quoted).join(' and ')}.`;
}

function* typeFaults(path: Path, key: Node, first: Node): Iterable<Finding> {
  for (const name of keysOf(key)) {
    const type = onlyType(childOf(key, name));
    const wanted = onlyType(childOf(first, name));
    if (type === undefined || wanted === undefined || type === wanted) continue;
    const place = [...path, name, type];
    yield {
      at: { path: place, part: 'key' },
      message: `In the first sample key ${quoted(name)} is of type ${wanted}, here of type ${type}. A key attribute has one type.`,
      fixes: [
        { title: `Change the type to ${wanted}`, edits: [{ kind: 'rename', path: place, name: wanted }] },
      ],
    };
  }
}

function onlyType(value: Node | undefined): string | undefined {
  const types = value ? keysOf(value) : [];
  return types.length === 1 ? types[0] : undefined;
}
