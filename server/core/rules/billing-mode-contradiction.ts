// A table and its global indexes have provisioned capacity or on-demand limits, never both: "You must use either OnDemandThroughput or
// ProvisionedThroughput based on your table's capacity mode" (API_GlobalSecondaryIndex), and on a PROVISIONED table every listed index needs
// its capacity (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-273, 280). Whatever mode the source was recorded with,
// a file that holds both kinds is refused. Where the mode is known, the rules about that mode say more.
import { effectiveBillingMode } from '../recorded';
import { indexesIn } from '../spec/indexes';
import type { Path } from '../spec/path';
import type { Spec } from '../spec/spec';
import { has } from '../spec/tree';
import type { Fix, Place, Rule } from './rule';

export const billingModeContradiction: Rule = {
  code: 'billing-mode-contradiction',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'everything in the file fits one billing mode',
  ofAbsence: true,
  *find(spec, facts) {
    if (effectiveBillingMode(spec, facts) !== undefined) return;
    const capacities = written(spec, 'ProvisionedThroughputOverride', 'ProvisionedThroughput');
    const limits = written(spec, 'OnDemandThroughputOverride', 'OnDemandThroughput');
    const [at] = [...limits.map(keyAt), ...impliedOnDemand(spec)];
    if (capacities.length === 0 || at === undefined) return;
    const isImplied = limits.length === 0;
    yield {
      at,
      message: isImplied
        ? 'This is possible on a PAY_PER_REQUEST table only, and elsewhere this file gives provisioned capacity, for which the table must be PROVISIONED. One of the two is refused.'
        : 'On-demand limits are for a PAY_PER_REQUEST table, and this file gives provisioned capacity too, for which the table must be PROVISIONED. One of the two is refused.',
      fixes: [
        without('Remove the provisioned capacity', capacities),
        ...(isImplied ? [] : [without('Remove the on-demand limits', limits)]),
      ],
    };
  },
};

/** The paths of a key of the table and of its counterpart in each listed index, as far as they are written. */
function written(spec: Spec, ofTable: string, ofIndex: string): Path[] {
  const ofIndexes = indexesIn(spec, 'GlobalSecondaryIndexOverride').map(({ path }) => [...path, ofIndex]);
  return [[ofTable], ...ofIndexes].filter((path) => has(spec, path));
}

/** What only an on-demand table can have: a listed global index without capacity, a vector index. */
function impliedOnDemand(spec: Spec): Place[] {
  const bare = indexesIn(spec, 'GlobalSecondaryIndexOverride').filter(
    ({ path, name }) => name !== undefined && !has(spec, [...path, 'ProvisionedThroughput']),
  );
  const vectors = indexesIn(spec, 'VectorIndexOverride').slice(0, 1);
  return [
    ...bare.map(({ path }): Place => ({ path: [...path, 'IndexName'], part: 'value' })),
    ...vectors.map((): Place => keyAt(['VectorIndexOverride'])),
  ];
}

function keyAt(path: Path): Place {
  return { path, part: 'key' };
}

function without(title: string, paths: readonly Path[]): Fix {
  return { title, edits: paths.map((path) => ({ kind: 'remove', path })) };
}
