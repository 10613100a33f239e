// An on-demand table records its indexes with 0 units. Made PROVISIONED by the restore, they would need capacity, which only an entry in
// the list can give. What the service does without one was never probed, so this is a warning.
import { recordedFact, recordedIndexes, recordedSource, type RecordedIndex } from '../recorded';
import type { Spec } from '../spec/spec';
import { has, numberAt, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

export const indexCapacityUnlisted: Rule = {
  code: 'index-capacity-unlisted',
  severity: 'warning',
  because: 'surprise',
  needs: [recordedFact],
  title: 'indexes that need a capacity are listed with one',
  applies: (spec) =>
    stringAt(spec, ['BillingModeOverride']) === 'PROVISIONED' && !has(spec, ['GlobalSecondaryIndexOverride']),
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    if (typeof recorded === 'string' || recorded.billingMode === 'PROVISIONED') return;
    const indexes = (recordedIndexes(recorded) ?? []).filter(
      ({ list }) => list === 'GlobalSecondaryIndexOverride',
    );
    if (indexes.length === 0) return;
    const names = indexes.slice(0, 5).map(({ name }) => quoted(name));
    yield {
      at: { path: ['BillingModeOverride'], part: 'value' },
      message: `The source is on demand, so its indexes have no recorded capacity: list ${names.join(', ')}${indexes.length > 5 ? ' and the others' : ''} in GlobalSecondaryIndexOverride, each with ProvisionedThroughput.`,
      fixes: [...listed(spec, indexes)],
    };
  },
};

/** All of them as recorded; what capacity they need nobody recorded, so they are given the table's. */
function* listed(spec: Spec, indexes: readonly RecordedIndex[]): Iterable<Fix> {
  const ReadCapacityUnits = numberAt(spec, ['ProvisionedThroughputOverride', 'ReadCapacityUnits']);
  const WriteCapacityUnits = numberAt(spec, ['ProvisionedThroughputOverride', 'WriteCapacityUnits']);
  if (ReadCapacityUnits === undefined || WriteCapacityUnits === undefined) return;
  const ProvisionedThroughput = { ReadCapacityUnits, WriteCapacityUnits };
  // A provisioned table takes no maxima of an on-demand one.
  const value = indexes.map(({ entry }) => ({
    ...Object.fromEntries(Object.entries(entry).filter(([member]) => member !== 'OnDemandThroughput')),
    ProvisionedThroughput,
  }));
  yield {
    title: "List them with the table's capacity, to be adjusted",
    edits: [{ kind: 'set', path: ['GlobalSecondaryIndexOverride'], value }],
  };
}
