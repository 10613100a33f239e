// GetItem takes all key attributes of the table and no others: "The provided key element does not match the schema" (API_GetItem).
import { recordedFact, recordedSource } from '../recorded';
import { entriesAt, keysAt, nodeAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const list = ['Verify', 'SampleKeys'];

export const sampleKeyAttributes: Rule = {
  code: 'sample-key-attributes',
  severity: 'error',
  because: 'refused',
  needs: [recordedFact],
  title: "sample keys have the table's key attributes",
  ofAbsence: true,
  applies: (spec) => entriesAt(spec, list).length > 0,
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    if (typeof recorded === 'string') return;
    const wanted = recorded.keySchema.map(({ AttributeName }) => AttributeName);
    for (const path of entriesAt(spec, list)) {
      if (nodeAt(spec, path)?.type !== 'object') continue;
      const written = keysAt(spec, path);
      if (written.length === wanted.length && wanted.every((name) => written.includes(name))) continue;
      yield {
        at: { path, part: 'value' },
        message: `The key of this table is ${wanted.map(quoted).join(' and ')}; a sample key has exactly these attributes.`,
      };
    }
  },
};
