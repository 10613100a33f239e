// Contributor Insights and auto scaling of an index that the table does not have: "Requested resource not found: Index: <name> not found
// for table", and so for a local index, which has neither (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-094). The
// list of global indexes to restore is the complete list.
import type { Facts } from '../facts';
import { recordedFact, recordedIndexes, recordedSource } from '../recorded';
import { indexesIn } from '../spec/indexes';
import { nearest } from '../spec/nearest';
import type { Path } from '../spec/path';
import { withoutEntry } from '../spec/settings';
import type { Spec } from '../spec/spec';
import { entriesAt, has, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

const override = 'GlobalSecondaryIndexOverride';
const lists = ['ContributorInsights', 'ScalableTargets'].map((setting) => ['AfterRestore', setting]);

export const indexNotRestored: Rule = {
  code: 'index-not-restored',
  severity: 'error',
  because: 'refused',
  needs: [(spec) => (has(spec, [override]) ? undefined : recordedFact(spec))],
  title: 'settings are put back on indexes that are restored',
  applies: (spec) => mentions(spec).length > 0,
  *find(spec, facts) {
    const restored = restoredNames(spec, facts);
    if (restored === undefined) return;
    for (const entry of mentions(spec)) {
      const path = [...entry, 'IndexName'];
      const name = stringAt(spec, path) ?? '';
      if (restored.includes(name)) continue;
      const isLocal = indexesIn(spec, 'LocalSecondaryIndexOverride').some((index) => index.name === name);
      yield {
        at: { path, part: 'value' },
        message: isLocal
          ? `${quoted(name)} is a local index. Only a global index has settings of its own.`
          : `The new table will have no global index ${quoted(name)}${among(restored)}.`,
        fixes: [...renamed(path, nearest(name, restored)), remove(spec, entry)],
      };
    }
  },
};

/** Entries that name an index. */
function mentions(spec: Spec): Path[] {
  return lists
    .flatMap((list) => entriesAt(spec, list))
    .filter((entry) => stringAt(spec, [...entry, 'IndexName']) !== undefined);
}

/** Names of the global indexes the new table will have; undefined where nobody knows. */
function restoredNames(spec: Spec, facts: Facts): string[] | undefined {
  if (has(spec, [override])) return indexesIn(spec, override).flatMap(({ name }) => name ?? []);
  const recorded = recordedSource(spec, facts);
  const existing = typeof recorded === 'string' ? undefined : recordedIndexes(recorded);
  return existing?.filter(({ list }) => list === override).map(({ name }) => name);
}

function among(restored: readonly string[]): string {
  if (restored.length === 0) return ', and no other';
  const names = restored.slice(0, 5).map(quoted);
  return `; it will have ${names.join(', ')}${restored.length > 5 ? ', ...' : ''}`;
}

function renamed(path: Path, meant: string | undefined): Fix[] {
  if (meant === undefined) return [];
  return [
    { title: `Change to ${quoted(meant)}`, edits: [{ kind: 'set', path, value: meant }], preferred: true },
  ];
}

function remove(spec: Spec, entry: Path): Fix {
  return { title: 'Remove this entry', edits: [withoutEntry(spec, entry)] };
}
