// "Cannot override MaxReadRequestUnits for OnDemandThroughput unless BillingModeOverride is PAY_PER_REQUEST"
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-273); for the limits of an index the same is assumed.
import { billingModeFact, effectiveBillingMode } from '../recorded';
import { onDemandLimits } from '../spec/indexes';
import type { Rule } from './rule';

export const onDemandLimitsForbidden: Rule = {
  code: 'on-demand-limits-forbidden',
  severity: 'error',
  because: 'refused',
  needs: [billingModeFact],
  title: 'on-demand limits are given only for an on-demand table',
  applies: (spec) => onDemandLimits(spec).length > 0,
  *find(spec, facts) {
    if (effectiveBillingMode(spec, facts) !== 'PROVISIONED') return;
    for (const { path } of onDemandLimits(spec)) {
      yield {
        at: { path, part: 'key' },
        message: 'The table is PROVISIONED; only a PAY_PER_REQUEST table has on-demand limits.',
        fixes: [{ title: `Remove ${path.at(-1)}`, edits: [{ kind: 'remove', path }] }],
      };
    }
  },
};
