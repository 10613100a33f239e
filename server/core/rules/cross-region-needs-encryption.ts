// "sseSpecificationOverride must be provided for cross-region restores" (Developer Guide, "Restoring a DynamoDB table from a backup";
// aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-274). That {Enabled: false} is enough: aws/aws-cli issue 4975.
import { misfits } from '../spec/misfits';
import { crossesRegions } from '../spec/request';
import { has } from '../spec/tree';
import type { Rule } from './rule';

const path = ['SSESpecificationOverride'];

export const crossRegionNeedsEncryption: Rule = {
  code: 'cross-region-needs-encryption',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'a restore to another Region says how the table is encrypted there',
  ofAbsence: true,
  applies: crossesRegions,
  *find(spec) {
    // What is no Region at all may well be meant to be the source's.
    const { pattern, limit } = misfits(spec);
    if (has(spec, path) || [...pattern, ...limit].some((misfit) => misfit.path[0] === 'Region')) return;
    yield {
      at: { path: ['Region'], part: 'value' },
      message:
        'A restore to another Region must say how the table is encrypted there: SSESpecificationOverride is missing.',
      fixes: [
        {
          title: 'Encrypt with the AWS managed key of the destination',
          edits: [{ kind: 'set', path, value: { Enabled: true, SSEType: 'KMS' } }],
        },
        {
          title: 'Encrypt with the AWS owned key',
          edits: [{ kind: 'set', path, value: { Enabled: false } }],
        },
      ],
    };
  },
};
