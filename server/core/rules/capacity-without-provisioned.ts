// "Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED", "Cannot override ProvisionedThroughput if BillingMode is
// overridden to PAY_PER_REQUEST" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-273).
import { billingModeFact, effectiveBillingMode } from '../recorded';
import { has } from '../spec/tree';
import type { Rule } from './rule';

const path = ['ProvisionedThroughputOverride'];

export const capacityWithoutProvisioned: Rule = {
  code: 'capacity-without-provisioned',
  severity: 'error',
  because: 'refused',
  needs: [billingModeFact],
  title: 'capacity is given only for a PROVISIONED table',
  applies: (spec) => has(spec, path),
  *find(spec, facts) {
    if (effectiveBillingMode(spec, facts) !== 'PAY_PER_REQUEST') return;
    const how = has(spec, ['BillingModeOverride']) ? 'is to be' : 'was recorded as';
    yield {
      at: { path, part: 'key' },
      message: `The table ${how} PAY_PER_REQUEST, which has no provisioned capacity.`,
      fixes: [
        { title: 'Remove ProvisionedThroughputOverride', edits: [{ kind: 'remove', path }] },
        {
          title: 'Make the table PROVISIONED',
          edits: [{ kind: 'set', path: ['BillingModeOverride'], value: 'PROVISIONED' }],
        },
      ],
    };
  },
};
