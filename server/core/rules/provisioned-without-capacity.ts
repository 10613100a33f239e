// "Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED" (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-273). Probed on an on-demand backup; taken to hold for a provisioned one too.
import { recordedSource } from '../recorded';
import type { Facts, ProvisionedThroughput } from '../facts';
import type { Spec } from '../spec/spec';
import { has, stringAt } from '../spec/tree';
import type { Fix, Rule } from './rule';

const path = ['ProvisionedThroughputOverride'];

export const provisionedWithoutCapacity: Rule = {
  code: 'provisioned-without-capacity',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'a table made PROVISIONED is given its capacity',
  ofAbsence: true,
  *find(spec, facts) {
    if (stringAt(spec, ['BillingModeOverride']) !== 'PROVISIONED' || has(spec, path)) return;
    yield {
      at: { path: ['BillingModeOverride'], part: 'value' },
      message:
        'A restore that makes the table PROVISIONED must say with what capacity: ProvisionedThroughputOverride is missing.',
      fixes: [...capacities(spec, facts)],
    };
  },
};

function* capacities(spec: Spec, facts: Facts): Iterable<Fix> {
  const recorded = recordedSource(spec, facts);
  const units = typeof recorded === 'string' ? undefined : recorded.provisionedThroughput;
  if (units) {
    yield add(units, 'as recorded');
    yield {
      title: 'Keep the recorded billing mode',
      edits: [{ kind: 'remove', path: ['BillingModeOverride'] }],
    };
  } else {
    yield add({ ReadCapacityUnits: 5, WriteCapacityUnits: 5 }, 'to be adjusted');
  }
}

function add({ ReadCapacityUnits, WriteCapacityUnits }: ProvisionedThroughput, remark: string): Fix {
  return {
    title: `Add ${ReadCapacityUnits} read and ${WriteCapacityUnits} write units, ${remark}`,
    edits: [{ kind: 'set', path, value: { ReadCapacityUnits, WriteCapacityUnits } }],
  };
}
