// An attribute value has exactly one type; a key attribute is a string, a number or binary (API_AttributeValue, "Supported data types").
import { entriesAt, keysAt, nodeAt } from '../spec/tree';
import type { Rule } from './rule';

export const sampleKeyValue: Rule = {
  code: 'sample-key-value',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'each value of a sample key has one type',
  ofAbsence: true,
  *find(spec) {
    for (const entry of entriesAt(spec, ['Verify', 'SampleKeys'])) {
      for (const attribute of keysAt(spec, entry)) {
        const path = [...entry, attribute];
        if (nodeAt(spec, path)?.type !== 'object' || keysAt(spec, path).length === 1) continue;
        yield {
          at: { path, part: 'value' },
          message: 'A key value has exactly one type: {"S": "text"}, {"N": "123"} or {"B": "base64"}.',
        };
      }
    }
  },
};
