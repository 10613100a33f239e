// The HASH key of a local index is the table's (API_LocalSecondaryIndex; aws-controllers-k8s/dynamodb-controller, docs/api-quirks,
// DDB-TABLE-129).
import { recordedFact, recordedSource } from '../recorded';
import { indexesIn } from '../spec/indexes';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const localIndexHash: Rule = {
  code: 'local-index-hash',
  severity: 'error',
  because: 'refused',
  needs: [recordedFact],
  title: "local indexes have the table's HASH key",
  applies: (spec) => indexesIn(spec, 'LocalSecondaryIndexOverride').length > 0,
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    if (typeof recorded === 'string') return;
    const hash = recorded.keySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;
    for (const { path, keySchema } of indexesIn(spec, 'LocalSecondaryIndexOverride')) {
      const at = keySchema?.findIndex(({ KeyType }) => KeyType === 'HASH') ?? -1;
      const written = keySchema?.[at]?.AttributeName;
      if (written === undefined || hash === undefined || written === hash) continue;
      const place = [...path, 'KeySchema', at, 'AttributeName'];
      yield {
        at: { path: place, part: 'value' },
        message: `A local index has the HASH key of its table, which is ${quoted(hash)}.`,
        fixes: [
          {
            title: `Change to ${quoted(hash)}`,
            edits: [{ kind: 'set', path: place, value: hash }],
            preferred: true,
          },
        ],
      };
    }
  },
};
