// "Index <name> does not match a secondary index that existed in the source table and cannot be created during the restore operation".
// Compared are keys and projection, not the name (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-279, 280).
import { recordedFact, recordedIndexes, recordedSource, type RecordedIndex } from '../recorded';
import { writtenIndexes, type WrittenIndex } from '../spec/indexes';
import { nearest } from '../spec/nearest';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

export const indexNotInSource: Rule = {
  code: 'index-not-in-source',
  severity: 'error',
  because: 'refused',
  needs: [recordedFact],
  title: 'every listed index existed in the source',
  applies: (spec) => writtenIndexes(spec).length > 0,
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    const existing = typeof recorded === 'string' ? undefined : recordedIndexes(recorded);
    if (!existing) return;
    for (const index of writtenIndexes(spec)) {
      const same = existing.filter(({ list }) => list === index.list);
      if (index.definition === undefined || same.some(({ definition }) => definition === index.definition))
        continue;
      const namesake = same.find(({ name }) => name === index.name);
      yield {
        at: { path: [...index.path, 'IndexName'], part: 'value' },
        message: namesake
          ? `The index ${quoted(namesake.name)} of the source has other keys or another projection. A restore takes an index as it was, or not at all.`
          : `The source has no index with these keys and this projection${named(same)}. A restore cannot create an index.`,
        fixes: namesake ? [asRecorded(index, namesake)] : [...meant(index, same), remove(index)],
      };
    }
  },
};

function named(existing: readonly RecordedIndex[]): string {
  if (existing.length === 0) return '; it has none of this kind';
  const names = existing.slice(0, 5).map(({ name }) => quoted(name));
  return `; its indexes are ${names.join(', ')}${existing.length > 5 ? ', ...' : ''}`;
}

/** The definition as recorded; the capacity that is written stays. */
function asRecorded(index: WrittenIndex, { name, entry }: RecordedIndex): Fix {
  const definition = Object.entries(entry).filter(
    ([key]) => !['IndexName', 'ProvisionedThroughput', 'OnDemandThroughput'].includes(key),
  );
  return {
    title: `Use the definition of ${quoted(name)} from the source`,
    edits: definition.map(([key, value]) => ({ kind: 'set', path: [...index.path, key], value })),
    preferred: true,
  };
}

/** The index of the source whose name is nearly the one that is written. */
function* meant(index: WrittenIndex, existing: readonly RecordedIndex[]): Iterable<Fix> {
  const names = existing.map(({ name }) => name);
  const near = nearest(index.name ?? '', names);
  const one = existing.find(({ name }) => name === near);
  if (one === undefined) return;
  const { edits } = asRecorded(index, one);
  yield {
    title: `Use ${quoted(one.name)} of the source`,
    edits: [{ kind: 'set', path: [...index.path, 'IndexName'], value: one.name }, ...edits],
  };
}

function remove({ path }: WrittenIndex): Fix {
  return { title: 'Remove this entry', edits: [{ kind: 'remove', path }] };
}
