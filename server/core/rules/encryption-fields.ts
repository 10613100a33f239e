// "SSEType can not be specified if Enabled is false", "KMSMasterKeyId can not be specified if Enabled is false", "SSEType KMS is required if
// KMSMasterKeyId is specified" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-442).
import { booleanAt, has } from '../spec/tree';
import type { Fix, Rule } from './rule';

const path = ['SSESpecificationOverride'];
const [enabled, type, key] = [
  [...path, 'Enabled'],
  [...path, 'SSEType'],
  [...path, 'KMSMasterKeyId'],
];

export const encryptionFields: Rule = {
  code: 'encryption-fields',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the parts of SSESpecificationOverride fit together',
  *find(spec) {
    const given = [type, key].filter((place) => has(spec, place));
    if (booleanAt(spec, enabled) === false) {
      for (const place of given) {
        yield {
          at: { path: place, part: 'key' },
          message: `${place.at(-1)} may not be given while Enabled is false.`,
          fixes: [turnOn, { title: `Remove ${place.at(-1)}`, edits: [{ kind: 'remove', path: place }] }],
        };
      }
    } else if (has(spec, key) && !has(spec, type)) {
      yield {
        at: { path: key, part: 'key' },
        message: 'With KMSMasterKeyId the SSEType must be given too: "KMS".',
        fixes: [
          {
            title: 'Add "SSEType": "KMS"',
            edits: [{ kind: 'set', path: type, value: 'KMS' }],
            preferred: true,
          },
        ],
      };
    }
  },
};

const turnOn: Fix = { title: 'Set Enabled to true', edits: [{ kind: 'set', path: enabled, value: true }] };
