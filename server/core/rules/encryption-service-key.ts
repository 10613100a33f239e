// The key of another service, such as alias/aws/s3, cannot be used: "KMS key access denied error: ... kms:CreateGrant"
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-461). Aliases that begin with alias/aws/ are reserved for the keys
// of services (AWS KMS Developer Guide, "Aliases in AWS KMS").
import { quoted } from '../plain-text';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['SSESpecificationOverride', 'KMSMasterKeyId'];

export const encryptionServiceKey: Rule = {
  code: 'encryption-service-key',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the key is not the key of another AWS service',
  *find(spec) {
    const alias = /(?:^|:)(alias\/aws\/[^:]+)$/.exec(stringAt(spec, path) ?? '')?.[1];
    if (alias === undefined || alias === 'alias/aws/dynamodb') return;
    yield {
      at: { path, part: 'value' },
      message: `${quoted(alias)} is the key of another AWS service; DynamoDB is not allowed to use it. Name a key of yours, or leave KMSMasterKeyId out for DynamoDB's own managed key.`,
      fixes: [{ title: 'Use the AWS managed key of DynamoDB', edits: [{ kind: 'remove', path }] }],
    };
  },
};
