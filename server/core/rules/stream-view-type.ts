// StreamViewType must be present when a stream is enabled and absent when it is not (API_StreamSpecification;
// aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-433).
import { booleanAt, has } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AfterRestore', 'StreamSpecification'];
const viewType = [...path, 'StreamViewType'];

export const streamViewType: Rule = {
  code: 'stream-view-type',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'a stream that is put back says what its records hold',
  ofAbsence: true,
  *find(spec) {
    const enabled = booleanAt(spec, [...path, 'StreamEnabled']);
    if (enabled === true && !has(spec, viewType)) {
      yield {
        at: { path: [...path, 'StreamEnabled'], part: 'value' },
        message: 'A stream needs StreamViewType: what its records hold.',
        fixes: ['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'KEYS_ONLY'].map((value) => ({
          title: `Add "StreamViewType": "${value}"`,
          edits: [{ kind: 'set', path: viewType, value }],
        })),
      };
    }
    if (enabled === false && has(spec, viewType)) {
      yield {
        at: { path: viewType, part: 'key' },
        message: 'StreamViewType may not be given while StreamEnabled is false.',
        fixes: [
          { title: 'Remove StreamViewType', edits: [{ kind: 'remove', path: viewType }], preferred: true },
        ],
      };
    }
  },
};
