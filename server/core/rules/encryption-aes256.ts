// "SSEType AES256 is not supported", though the enumeration still lists it (aws-controllers-k8s/dynamodb-controller, docs/api-quirks,
// DDB-TABLE-442; API_SSESpecification: "KMS is the only supported value").
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['SSESpecificationOverride', 'SSEType'];

export const encryptionAes256: Rule = {
  code: 'encryption-aes256',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the type of encryption is KMS',
  *find(spec) {
    if (stringAt(spec, path) !== 'AES256') return;
    yield {
      at: { path, part: 'value' },
      message:
        'AES256 is not supported. "KMS" is; for the AWS owned key write "Enabled": false and nothing else.',
      fixes: [{ title: 'Change to "KMS"', edits: [{ kind: 'set', path, value: 'KMS' }], preferred: true }],
    };
  },
};
