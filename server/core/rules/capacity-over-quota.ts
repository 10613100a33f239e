// Default quota: 40,000 read and 40,000 write units for a table and for each global index ("Quotas in Amazon DynamoDB"). It can be raised,
// so this is a warning; above it the answer is LimitExceededException. All tables and indexes of an account in a Region share 80,000 of each.
import { provisionedIndexes } from '../spec/indexes';
import { nameOf } from '../spec/name-of';
import { childOf, nodeAt, numberOf, type Part } from '../spec/tree';
import type { Finding, Rule } from './rule';

const quota = 40_000;
const ofTable = ['ProvisionedThroughputOverride'];
const quotaOfAccount = 80_000;

export const capacityOverQuota: Rule = {
  code: 'capacity-over-quota',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'capacity is within the default quota',
  *find(spec) {
    const node = nodeAt(spec, ofTable);
    const capacities = node
      ? [{ path: ofTable, node }, ...provisionedIndexes(spec)]
      : provisionedIndexes(spec);
    for (const capacity of capacities) yield* overQuota(capacity);
    if (node && capacities.length > 1) yield* overAccountQuota(capacities);
  },
};

function* overQuota({ path, node }: Part): Iterable<Finding> {
  for (const key of ['ReadCapacityUnits', 'WriteCapacityUnits']) {
    if ((numberOf(childOf(node, key)) ?? 0) <= quota) continue;
    const place = [...path, key];
    yield {
      at: { path: place, part: 'value' },
      message: `${nameOf(place)} is above ${quota} units, the default quota for one table or index. Has it been raised in this Region?`,
    };
  }
}

/** The table and its listed indexes together. */
function* overAccountQuota(capacities: readonly Part[]): Iterable<Finding> {
  for (const key of ['ReadCapacityUnits', 'WriteCapacityUnits']) {
    const units = capacities.map(({ node }) => numberOf(childOf(node, key)) ?? 0);
    const sum = units.reduce((total, unit) => total + unit, 0);
    if (sum <= quotaOfAccount || units.some((unit) => unit > quota)) continue;
    yield {
      at: { path: [...ofTable, key], part: 'value' },
      message: `With its listed indexes this table gets ${sum} ${key}, more than ${quotaOfAccount}, the default quota for all tables of an account in a Region. Has it been raised there?`,
    };
  }
}
