// An entry with the keys and projection of an index of the source, but another name, is accepted: the index comes back under the new name
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-280). Queries that use the old name fail then.
import { recordedFact, recordedIndexes, recordedSource } from '../recorded';
import { writtenIndexes } from '../spec/indexes';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const indexRenamed: Rule = {
  code: 'index-renamed',
  severity: 'warning',
  because: 'surprise',
  needs: [recordedFact],
  title: 'every listed index keeps its name',
  applies: (spec) => writtenIndexes(spec).length > 0,
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    const existing = typeof recorded === 'string' ? undefined : recordedIndexes(recorded);
    if (!existing) return;
    const taken = new Set(writtenIndexes(spec).map(({ name }) => name));
    for (const { list, definition, name, path } of writtenIndexes(spec)) {
      const same = existing.filter((index) => index.list === list && index.definition === definition);
      if (definition === undefined || name === undefined || same.length === 0) continue;
      if (same.some((index) => index.name === name)) continue;
      const old = same.find((index) => !taken.has(index.name));
      const place = [...path, 'IndexName'];
      yield {
        at: { path: place, part: 'value' },
        message: `The index with these keys is called ${quoted((old ?? same[0])?.name ?? '')} in the source. It would come back as ${quoted(name)}.`,
        fixes: old
          ? [
              {
                title: `Change to ${quoted(old.name)}`,
                edits: [{ kind: 'set', path: place, value: old.name }],
              },
            ]
          : [],
      };
    }
  },
};
