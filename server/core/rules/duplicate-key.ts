// RFC 8259 section 4: names in an object should be unique; what a reader does with a second one is not defined. Python's `json`, and so the
// AWS CLI, takes the last; other readers take the first or refuse.
import { plainValue } from '../spec/tree';
import type { Property } from '../spec/node';
import { misfits } from '../spec/misfits';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'no key is written twice in one object',
  *find(spec) {
    for (const { node, path } of misfits(spec).doubles) {
      for (const [key, values] of valuesByKey(node.children)) {
        if (values.length < 2) continue;
        const same = values.length === 2 && values[0] === values[1];
        const place = [...path, key];
        yield {
          at: { path: place, part: 'key' },
          message: `${quoted(key)} is written ${values.length} times in one object. The last one would count, and not for every reader.`,
          fixes: same
            ? [
                {
                  title: `Remove the second ${quoted(key)}`,
                  edits: [{ kind: 'remove', path: place }],
                  preferred: true,
                },
              ]
            : [],
        };
      }
    }
  },
};

function valuesByKey(children: readonly Property[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { key, value } of children) {
    const texts = values.get(key) ?? [];
    texts.push(value ? JSON.stringify(plainValue(value)) : '');
    values.set(key, texts);
  }
  return values;
}
