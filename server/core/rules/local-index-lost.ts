// A local index can only be made together with its table (API_CreateTable): one that a restore leaves out can never be added.
import { recordedFact, recordedIndexes, recordedSource } from '../recorded';
import { indexesIn } from '../spec/indexes';
import { has } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const list = 'LocalSecondaryIndexOverride';

export const localIndexLost: Rule = {
  code: 'local-index-lost',
  severity: 'warning',
  because: 'surprise',
  needs: [recordedFact],
  title: 'no local index is lost for good',
  applies: (spec) => has(spec, [list]),
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    const existing = typeof recorded === 'string' ? undefined : recordedIndexes(recorded);
    const written = new Set(indexesIn(spec, list).map(({ definition }) => definition));
    const lost = (existing ?? []).filter((index) => index.list === list && !written.has(index.definition));
    if (lost.length === 0) return;
    yield {
      at: { path: [list], part: 'key' },
      message: `Lost for good, as not listed: ${lost.map(({ name }) => quoted(name)).join(', ')}. A local index cannot be added to a table later.`,
      fixes: [{ title: 'Restore all local indexes', edits: [{ kind: 'remove', path: [list] }] }],
    };
  },
};
