// "Table write capacity should either be Pay-Per-Request or AutoScaled", and the same of each global index: a PROVISIONED table gets a
// replica only with auto scaling of its writes (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-249).
import { billingModeFact, effectiveBillingMode } from '../recorded';
import { indexesIn } from '../spec/indexes';
import { wantedSettings } from '../spec/settings';
import type { Spec } from '../spec/spec';
import { entriesAt, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const list = ['AfterRestore', 'Replicas'];

export const replicaNeedsScaling: Rule = {
  code: 'replica-needs-scaling',
  severity: 'error',
  because: 'refused',
  needs: [billingModeFact],
  title: 'a PROVISIONED table with replicas has its writes scaled',
  ofAbsence: true,
  applies: (spec) => entriesAt(spec, list).length > 0,
  *find(spec, facts) {
    if (effectiveBillingMode(spec, facts) !== 'PROVISIONED') return;
    const scaling = wantedSettings(spec).find(({ setting }) => setting === 'ScalableTargets');
    // What the source or a snapshot has is not known here.
    if (scaling?.from !== 'written' && scaling?.from !== 'Skip') return;
    const unscaled = unscaledWrites(spec);
    if (unscaled.length === 0) return;
    yield {
      at: { path: list, part: 'key' },
      message: `A PROVISIONED table gets replicas only when its writes are scaled automatically. ScalableTargets has no entry for the writes of ${unscaled.join(', ')}.`,
      fixes: [{ title: 'Leave Replicas behind', edits: [{ kind: 'set', path: list, value: 'Skip' }] }],
    };
  },
};

function unscaledWrites(spec: Spec): string[] {
  const scaled = entriesAt(spec, ['AfterRestore', 'ScalableTargets'])
    .filter((path) => (stringAt(spec, [...path, 'ScalableDimension']) ?? '').endsWith(':WriteCapacityUnits'))
    .map((path) => stringAt(spec, [...path, 'IndexName']) ?? '');
  const names = indexesIn(spec, 'GlobalSecondaryIndexOverride').flatMap(({ name }) => name ?? []);
  return ['', ...names]
    .filter((name) => !scaled.includes(name))
    .map((name) => (name === '' ? 'the table' : quoted(name)));
}
