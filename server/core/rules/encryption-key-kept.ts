// Without an override the encryption of the source is kept; a backup stays under the key it was made with, and that key must be usable for
// the whole restore (Developer Guide, "DynamoDB encryption at rest: usage notes"). Kept customer keys were documented, not probed.
import { recordedFact, recordedSource } from '../recorded';
import { crossesRegions, targetOf } from '../spec/request';
import { has } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const encryptionKeyKept: Rule = {
  code: 'encryption-key-kept',
  severity: 'information',
  because: 'surprise',
  needs: [recordedFact],
  title: 'the file says which key the new table is encrypted with',
  applies: (spec) =>
    targetOf(spec) !== undefined && !has(spec, ['SSESpecificationOverride']) && !crossesRegions(spec),
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    if (typeof recorded === 'string' || recorded.features === 'not recorded') return;
    const arn = recorded.features.encryption?.KMSMasterKeyArn;
    if (arn === undefined) return;
    yield {
      at: { path: ['TargetTableName'], part: 'value' },
      message: `The new table keeps the key of the source, ${quoted(arn.slice(arn.lastIndexOf('/') + 1))}, which must be enabled and usable until the restore is done.`,
    };
  },
};
