// Vector indexes are offered for PAY_PER_REQUEST tables only (Developer Guide, "Vector search requirements").
import {
  billingModeFact,
  effectiveBillingMode,
  recordedFact,
  recordedIndexes,
  recordedSource,
} from '../recorded';
import type { Facts } from '../facts';
import type { Edit } from '../spec/edit';
import { indexesIn } from '../spec/indexes';
import type { Spec } from '../spec/spec';
import { has, stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['VectorIndexOverride'];

export const vectorIndexNeedsOnDemand: Rule = {
  code: 'vector-index-needs-on-demand',
  severity: 'error',
  because: 'refused',
  needs: [billingModeFact, (spec) => (has(spec, path) ? undefined : recordedFact(spec))],
  title: 'a table with vector indexes is on demand',
  applies: (spec) => has(spec, path) || stringAt(spec, ['BillingModeOverride']) === 'PROVISIONED',
  *find(spec, facts) {
    if (effectiveBillingMode(spec, facts) !== 'PROVISIONED' || !keepsVectorIndexes(spec, facts)) return;
    yield {
      at: has(spec, path) ? { path, part: 'key' } : { path: ['BillingModeOverride'], part: 'value' },
      message:
        'A table with vector indexes must be PAY_PER_REQUEST. Make it so, or restore without its vector indexes.',
      fixes: [
        { title: 'Restore without vector indexes', edits: [{ kind: 'set', path, value: [] }] },
        { title: 'Make the table PAY_PER_REQUEST', edits: onDemand(spec) },
      ],
    };
  },
};

/** An on-demand table, and so without any provisioned capacity. */
function onDemand(spec: Spec): Edit[] {
  const ofIndexes = indexesIn(spec, 'GlobalSecondaryIndexOverride').map((index) => [
    ...index.path,
    'ProvisionedThroughput',
  ]);
  const capacities = [['ProvisionedThroughputOverride'], ...ofIndexes].filter((capacity) =>
    has(spec, capacity),
  );
  return [
    { kind: 'set', path: ['BillingModeOverride'], value: 'PAY_PER_REQUEST' },
    ...capacities.map((capacity): Edit => ({ kind: 'remove', path: capacity })),
  ];
}

function keepsVectorIndexes(spec: Spec, facts: Facts): boolean {
  if (has(spec, path)) return indexesIn(spec, 'VectorIndexOverride').length > 0;
  const recorded = recordedSource(spec, facts);
  if (typeof recorded === 'string') return false;
  return (recordedIndexes(recorded) ?? []).some(({ list }) => list === 'VectorIndexOverride');
}
