// Every local index has the HASH key of its table (API_LocalSecondaryIndex; aws-controllers-k8s/dynamodb-controller, docs/api-quirks,
// DDB-TABLE-129), so all local indexes of one table have the same. Which one is right, the source tells: `local-index-hash`.
import { recordedSource } from '../recorded';
import { indexesIn } from '../spec/indexes';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const localIndexHashesDiffer: Rule = {
  code: 'local-index-hashes-differ',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'all local indexes have the same HASH key',
  *find(spec, facts) {
    if (typeof recordedSource(spec, facts) !== 'string') return;
    let first: string | undefined;
    for (const { path, keySchema } of indexesIn(spec, 'LocalSecondaryIndexOverride')) {
      const at = keySchema?.findIndex(({ KeyType }) => KeyType === 'HASH') ?? -1;
      const hash = keySchema?.[at]?.AttributeName;
      first ??= hash;
      if (hash === undefined || first === undefined || hash === first) continue;
      const place = [...path, 'KeySchema', at, 'AttributeName'];
      yield {
        at: { path: place, part: 'value' },
        message: `A local index has the HASH key of its table, so all of them have the same. Here it is ${quoted(hash)}, in another one ${quoted(first)}.`,
        fixes: [{ title: `Change to ${quoted(first)}`, edits: [{ kind: 'set', path: place, value: first }] }],
      };
    }
  },
};
