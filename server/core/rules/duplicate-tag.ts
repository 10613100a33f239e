// A resource has each tag key once (Developer Guide, "Tagging restrictions in DynamoDB"); of two values one would be lost.
import { entriesAt, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const duplicateTag: Rule = {
  code: 'duplicate-tag',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'no tag is listed twice',
  *find(spec) {
    const seen = new Set<string>();
    for (const path of entriesAt(spec, ['AfterRestore', 'Tags'])) {
      const key = stringAt(spec, [...path, 'Key']);
      if (key !== undefined && seen.has(key)) {
        yield {
          at: { path: [...path, 'Key'], part: 'value' },
          message: `The tag ${quoted(key)} is listed twice.`,
          fixes: [{ title: 'Remove this tag', edits: [{ kind: 'remove', path }] }],
        };
      }
      if (key !== undefined) seen.add(key);
    }
  },
};
