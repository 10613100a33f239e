// "Duplicate index name: <name>": names are unique among global, local and vector indexes of a table (CreateTable;
// aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-129). Restores were not probed and take the same shapes.
import { writtenIndexes, type WrittenIndex } from '../spec/indexes';
import { canonical } from '../canonical';
import { quoted } from '../plain-text';
import { plainValue } from '../spec/tree';
import type { Rule } from './rule';

export const duplicateIndexName: Rule = {
  code: 'duplicate-index-name',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'every index has a name of its own',
  *find(spec) {
    const seen = new Map<string, WrittenIndex>();
    for (const index of writtenIndexes(spec)) {
      const { name, path } = index;
      // An empty one is not filled in yet: `out-of-range` says so.
      if (name === undefined || name === '') continue;
      const earlier = seen.get(name);
      if (earlier === undefined) {
        seen.set(name, index);
        continue;
      }
      yield {
        at: { path: [...path, 'IndexName'], part: 'value' },
        message: `There is another index called ${quoted(name)} in this file; global, local and vector indexes share one set of names.`,
        fixes: [
          {
            title: 'Remove this entry',
            edits: [{ kind: 'remove', path }],
            ...(isSame(earlier, index) && { preferred: true }),
          },
        ],
      };
    }
  },
};

/** Do two entries say the same, in whatever order? */
function isSame(one: WrittenIndex, other: WrittenIndex): boolean {
  return one.list === other.list && canonical(plainValue(one.node)) === canonical(plainValue(other.node));
}
