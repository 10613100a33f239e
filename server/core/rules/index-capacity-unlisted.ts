// An on-demand table records its indexes with 0 units. Made PROVISIONED by the restore, they would need capacity, which only an entry in
// the list can give. What the service does without one was never probed, so this is a warning.
import { recordedFact, recordedIndexes, recordedSource } from '../recorded';
import { has, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

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
    };
  },
};
