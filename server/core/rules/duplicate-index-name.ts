// "Duplicate index name: <name>": names are unique among global, local and vector indexes of a table (CreateTable;
// aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-129). Restores were not probed and take the same shapes.
import { writtenIndexes } from '../spec/indexes';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const duplicateIndexName: Rule = {
  code: 'duplicate-index-name',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'every index has a name of its own',
  *find(spec) {
    const seen = new Set<string>();
    for (const { name, path } of writtenIndexes(spec)) {
      if (name === undefined) continue;
      if (seen.has(name)) {
        yield {
          at: { path: [...path, 'IndexName'], part: 'value' },
          message: `There is another index called ${quoted(name)} in this file; global, local and vector indexes share one set of names.`,
          fixes: [{ title: 'Remove this entry', edits: [{ kind: 'remove', path }] }],
        };
      }
      seen.add(name);
    }
  },
};
