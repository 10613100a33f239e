// KMSMasterKeyId: "provide this parameter only if the key is different from the default DynamoDB key alias/aws/dynamodb"
// (API_SSESpecification).
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['SSESpecificationOverride', 'KMSMasterKeyId'];

export const encryptionDefaultKey: Rule = {
  code: 'encryption-default-key',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'the default key is not named',
  *find(spec) {
    if (!/(^|:)alias\/aws\/dynamodb$/.test(stringAt(spec, path) ?? '')) return;
    yield {
      at: { path, part: 'value' },
      message: 'This is the default key. AWS asks to leave KMSMasterKeyId out then.',
      fixes: [{ title: 'Remove KMSMasterKeyId', edits: [{ kind: 'remove', path }], preferred: true }],
    };
  },
};
