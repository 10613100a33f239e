// Warm throughput cannot be lowered: "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput"
// (API_UpdateTable; aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-061). A new on-demand table starts with 12,000 reads
// and 4,000 writes, a provisioned one with its capacity (DDB-TABLE-032). That a restored table does too was not measured.
import type { Facts } from '../facts';
import { billingModeFact, effectiveBillingMode, recordedSource } from '../recorded';
import type { Spec } from '../spec/spec';
import { keysAt, numberAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AfterRestore', 'WarmThroughput'];

export const warmThroughputTooLow: Rule = {
  code: 'warm-throughput-too-low',
  severity: 'warning',
  because: 'surprise',
  needs: [billingModeFact],
  title: 'warm throughput is not below what a new table has anyway',
  applies: (spec) => keysAt(spec, path).length > 0,
  *find(spec, facts) {
    for (const [kind, key] of [
      ['Read', 'ReadUnitsPerSecond'],
      ['Write', 'WriteUnitsPerSecond'],
    ] as const) {
      const wanted = numberAt(spec, [...path, key]);
      const start = startsWith(spec, facts, kind);
      if (wanted === undefined || start === undefined || wanted < 1 || wanted >= start) continue;
      yield {
        at: { path: [...path, key], part: 'value' },
        message: `A new table like this one is ready for ${start} at once, and warm throughput cannot be lowered: ${wanted} will probably be refused.`,
        fixes: [
          { title: `Change to ${start}`, edits: [{ kind: 'set', path: [...path, key], value: start }] },
        ],
      };
    }
  },
};

function startsWith(spec: Spec, facts: Facts, kind: 'Read' | 'Write'): number | undefined {
  const key = `${kind}CapacityUnits` as const;
  if (effectiveBillingMode(spec, facts) === 'PAY_PER_REQUEST') return kind === 'Read' ? 12_000 : 4_000;
  const recorded = recordedSource(spec, facts);
  const ofSource = typeof recorded === 'string' ? undefined : recorded.provisionedThroughput?.[key];
  return numberAt(spec, ['ProvisionedThroughputOverride', key]) ?? ofSource;
}
