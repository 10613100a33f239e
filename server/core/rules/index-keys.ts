// A global index has 1 to 4 HASH and up to 4 RANGE attributes, HASH first, no attribute twice (API_CreateGlobalSecondaryIndexAction;
// aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-123); a local index exactly one of each (DDB-TABLE-129).
import type { KeySchemaElement } from '../facts';
import { writtenIndexes, type IndexList } from '../spec/indexes';
import type { Edit } from '../spec/edit';
import type { Path } from '../spec/path';
import type { Spec } from '../spec/spec';
import { valueAt } from '../spec/tree';
import type { Fix, Rule } from './rule';

export const indexKeys: Rule = {
  code: 'index-keys',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'index keys are HASH first, few enough and all different',
  *find(spec) {
    for (const { list, path, keySchema } of writtenIndexes(spec)) {
      const fault = keySchema && faultOf(list, keySchema);
      if (fault === undefined || keySchema === undefined) continue;
      const place = [...path, 'KeySchema'];
      yield {
        at: { path: place, part: 'value' },
        message: fault,
        fixes: [...mends(spec, list, place, keySchema)],
      };
    }
  },
};

function faultOf(list: IndexList, keys: readonly KeySchemaElement[]): string | undefined {
  const types = keys.map(({ KeyType }) => KeyType);
  const hashes = types.filter((type) => type === 'HASH').length;
  const ranges = types.length - hashes;
  if (new Set(keys.map(({ AttributeName }) => AttributeName)).size < keys.length)
    return 'A key attribute is listed twice.';
  if (list === 'LocalSecondaryIndexOverride') {
    if (hashes !== 1 || ranges !== 1)
      return "A local index has one HASH key, the table's, and one RANGE key.";
  } else if (hashes === 0) return 'The first key of an index must be of type HASH.';
  if (types.lastIndexOf('HASH') > types.indexOf('RANGE') && ranges > 0)
    return 'All HASH keys must stand before the RANGE keys.';
  if (hashes > 4 || ranges > 4) return 'An index has at most 4 HASH and 4 RANGE keys.';
  return undefined;
}

/** Another order, a HASH key where there is none, each attribute once: whatever of these makes the keys right. */
function* mends(spec: Spec, list: IndexList, path: Path, keys: readonly KeySchemaElement[]): Iterable<Fix> {
  const order = [...keys.entries()].toSorted(([, a], [, b]) => a.KeyType.localeCompare(b.KeyType));
  if (
    isRight(
      list,
      order.map(([, key]) => key),
    )
  ) {
    const moved = order.flatMap(([from], to) => (from === to ? [] : [{ from, to }]));
    // As they are written, with what else stands in them.
    const edits = moved.map(({ from, to }): Edit => ({
      kind: 'set',
      path: [...path, to],
      value: valueAt(spec, [...path, from]),
    }));
    yield { title: 'Put HASH first', edits, preferred: true };
  }
  const hashed = keys.map((key, at) => (at === 0 ? { ...key, KeyType: 'HASH' as const } : key));
  if (keys.every(({ KeyType }) => KeyType === 'RANGE') && isRight(list, hashed)) {
    const edits: Edit[] = [{ kind: 'set', path: [...path, 0, 'KeyType'], value: 'HASH' }];
    yield { title: 'Make the first key HASH', edits, ...(keys.length === 1 && { preferred: true }) };
  }
  const names = keys.map(({ AttributeName }) => AttributeName);
  const isRepeated = (at: number) => names.indexOf(names[at] ?? '') !== at;
  if (
    isRight(
      list,
      keys.filter((_, at) => !isRepeated(at)),
    )
  ) {
    const edits = keys.flatMap((_, at): Edit[] =>
      isRepeated(at) ? [{ kind: 'remove', path: [...path, at] }] : [],
    );
    yield { title: 'Keep each attribute once', edits };
  }
}

function isRight(list: IndexList, keys: readonly KeySchemaElement[]): boolean {
  return faultOf(list, keys) === undefined;
}
