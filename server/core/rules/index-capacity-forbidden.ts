// "Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST for index <name>"
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-280). Without the override, on a table recorded as on demand, this
// was not probed; a capacity there could only be refused or lost.
import { billingModeFact, effectiveBillingMode } from '../recorded';
import { provisionedIndexes } from '../spec/indexes';
import type { Rule } from './rule';

export const indexCapacityForbidden: Rule = {
  code: 'index-capacity-forbidden',
  severity: 'error',
  because: 'refused',
  needs: [billingModeFact],
  title: 'no index of an on-demand table has a capacity',
  applies: (spec) => provisionedIndexes(spec).length > 0,
  *find(spec, facts) {
    if (effectiveBillingMode(spec, facts) !== 'PAY_PER_REQUEST') return;
    for (const { path } of provisionedIndexes(spec)) {
      yield {
        at: { path, part: 'key' },
        message: 'The table is PAY_PER_REQUEST, so its indexes have no provisioned capacity.',
        fixes: [
          { title: 'Remove ProvisionedThroughput', edits: [{ kind: 'remove', path }], preferred: true },
        ],
      };
    }
  },
};
