// Auto scaling adjusts provisioned capacity, which an on-demand table has none of (Developer Guide, "Managing throughput capacity
// automatically with DynamoDB auto scaling").
import { billingModeFact, effectiveBillingMode } from '../recorded';
import { entriesAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AfterRestore', 'ScalableTargets'];

export const scalingOnDemand: Rule = {
  code: 'scaling-on-demand',
  severity: 'warning',
  because: 'surprise',
  needs: [billingModeFact],
  title: 'capacity is scaled only where there is provisioned capacity',
  applies: (spec) => entriesAt(spec, path).length > 0,
  *find(spec, facts) {
    if (effectiveBillingMode(spec, facts) !== 'PAY_PER_REQUEST') return;
    yield {
      at: { path, part: 'key' },
      message: 'The new table will be PAY_PER_REQUEST: it has no provisioned capacity that could be scaled.',
      fixes: [{ title: 'Leave ScalableTargets behind', edits: [{ kind: 'set', path, value: 'Skip' }] }],
    };
  },
};
