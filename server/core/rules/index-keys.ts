// A global index has 1 to 4 HASH and up to 4 RANGE attributes, HASH first, no attribute twice (API_CreateGlobalSecondaryIndexAction;
// aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-123); a local index exactly one of each (DDB-TABLE-129).
import type { KeySchemaElement } from '../facts';
import { writtenIndexes, type IndexList } from '../spec/indexes';
import type { Rule } from './rule';

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
      const ordered = keySchema.toSorted((a, b) => a.KeyType.localeCompare(b.KeyType));
      yield {
        at: { path: [...path, 'KeySchema'], part: 'value' },
        message: fault,
        fixes:
          faultOf(list, ordered) === undefined
            ? [
                {
                  title: 'Put HASH first',
                  edits: [{ kind: 'set', path: [...path, 'KeySchema'], value: ordered }],
                  preferred: true,
                },
              ]
            : [],
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
