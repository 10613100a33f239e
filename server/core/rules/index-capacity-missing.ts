// "Must specify provisioned throughput for index <name>": on a PROVISIONED table every listed global index needs its capacity
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-280).
import type { Facts } from '../facts';
import { billingModeFact, effectiveBillingMode, recordedIndexes, recordedSource } from '../recorded';
import { indexesIn, type WrittenIndex } from '../spec/indexes';
import type { Spec } from '../spec/spec';
import { childOf, numberAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

export const indexCapacityMissing: Rule = {
  code: 'index-capacity-missing',
  severity: 'error',
  because: 'refused',
  needs: [billingModeFact],
  title: 'every listed index of a PROVISIONED table has its capacity',
  ofAbsence: true,
  applies: (spec) => indexesIn(spec, 'GlobalSecondaryIndexOverride').length > 0,
  *find(spec, facts) {
    if (effectiveBillingMode(spec, facts) !== 'PROVISIONED') return;
    for (const index of indexesIn(spec, 'GlobalSecondaryIndexOverride')) {
      if (index.name === undefined || childOf(index.node, 'ProvisionedThroughput')) continue;
      yield {
        at: { path: [...index.path, 'IndexName'], part: 'value' },
        message: `The table is PROVISIONED, so the index ${quoted(index.name)} needs ProvisionedThroughput here.`,
        fixes: [...capacities(spec, facts, index)],
      };
    }
  },
};

function* capacities(spec: Spec, facts: Facts, index: WrittenIndex): Iterable<Fix> {
  const recorded = recordedSource(spec, facts);
  const same =
    typeof recorded === 'string'
      ? undefined
      : recordedIndexes(recorded)?.find(
          ({ list, definition }) => list === index.list && definition === index.definition,
        );
  const path = [...index.path, 'ProvisionedThroughput'];
  const value = same?.entry.ProvisionedThroughput;
  if (value !== undefined)
    yield { title: 'Add the recorded capacity', edits: [{ kind: 'set', path, value }], preferred: true };
  const read = numberAt(spec, ['ProvisionedThroughputOverride', 'ReadCapacityUnits']);
  const write = numberAt(spec, ['ProvisionedThroughputOverride', 'WriteCapacityUnits']);
  if (read === undefined || write === undefined) return;
  const ofTable = { ReadCapacityUnits: read, WriteCapacityUnits: write };
  yield { title: "Add the table's capacity", edits: [{ kind: 'set', path, value: ofTable }] };
}
