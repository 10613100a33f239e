// A list is the complete list: indexes that are not in it are not restored, [] restores none (Developer Guide, "Restoring a DynamoDB table
// from a backup"; aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-279).
import { recordedFact, recordedIndexes, recordedSource } from '../recorded';
import { indexesIn, type IndexList } from '../spec/indexes';
import { has } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const lists: readonly IndexList[] = ['GlobalSecondaryIndexOverride', 'VectorIndexOverride'];

export const indexDropped: Rule = {
  code: 'index-dropped',
  severity: 'information',
  because: 'surprise',
  needs: [recordedFact],
  title: 'no global or vector index is left behind',
  applies: (spec) => lists.some((list) => has(spec, [list])),
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    const existing = typeof recorded === 'string' ? undefined : recordedIndexes(recorded);
    if (!existing) return;
    for (const list of lists) {
      if (!has(spec, [list])) continue;
      const written = new Set(indexesIn(spec, list).map(({ definition }) => definition));
      const dropped = existing.filter((index) => index.list === list && !written.has(index.definition));
      if (dropped.length === 0) continue;
      const names = dropped.slice(0, 5).map(({ name }) => quoted(name));
      yield {
        at: { path: [list], part: 'key' },
        message: `Not restored, as not listed: ${names.join(', ')}${dropped.length > 5 ? ` and ${dropped.length - 5} more` : ''}. A restore with fewer indexes is faster and cheaper; an index added later costs its own build.`,
        fixes: [{ title: 'Restore all of them', edits: [{ kind: 'remove', path: [list] }] }],
      };
    }
  },
};
