// Each entry takes one index of the source. Whether two entries may take the same one was never probed; a table with the same index twice
// is not what anyone means.
import { recordedFact, recordedIndexes, recordedSource } from '../recorded';
import { writtenIndexes } from '../spec/indexes';
import type { Rule } from './rule';

export const indexListedTwice: Rule = {
  code: 'index-listed-twice',
  severity: 'error',
  because: 'refused',
  needs: [recordedFact],
  title: 'no index of the source is listed twice',
  applies: (spec) => writtenIndexes(spec).length > 1,
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    const existing = typeof recorded === 'string' ? undefined : recordedIndexes(recorded);
    if (!existing) return;
    const left = new Map<string, number>();
    for (const { list, definition } of existing) add(left, `${list} ${definition}`, 1);
    for (const { list, definition, path } of writtenIndexes(spec)) {
      const key = `${list} ${definition}`;
      if (definition === undefined || !left.has(key)) continue;
      add(left, key, -1);
      if ((left.get(key) ?? 0) >= 0) continue;
      yield {
        at: { path: [...path, 'IndexName'], part: 'value' },
        message:
          'Another entry has the same keys and projection, and the source has such an index only once.',
        fixes: [{ title: 'Remove this entry', edits: [{ kind: 'remove', path }] }],
      };
    }
  },
};

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
