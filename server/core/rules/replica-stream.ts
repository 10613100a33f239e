// A replica turns a stream of NEW_AND_OLD_IMAGES on where there is none, and "Disabling Stream is not allowed for a Global Table replica"
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-305, 221).
import { booleanAt, entriesAt } from '../spec/tree';
import type { Rule } from './rule';

const stream = ['AfterRestore', 'StreamSpecification'];

export const replicaStream: Rule = {
  code: 'replica-stream',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'a table with replicas is not meant to have no stream',
  *find(spec) {
    const path = [...stream, 'StreamEnabled'];
    if (booleanAt(spec, path) !== false || entriesAt(spec, ['AfterRestore', 'Replicas']).length === 0) return;
    yield {
      at: { path, part: 'value' },
      message:
        'A table with replicas has a stream: adding the first one turns it on, with NEW_AND_OLD_IMAGES. It cannot be turned off again.',
      fixes: [
        {
          title: 'Turn the stream on',
          edits: [
            {
              kind: 'set',
              path: stream,
              value: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
            },
          ],
        },
      ],
    };
  },
};
