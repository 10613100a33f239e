// A resource has each tag key once (Developer Guide, "Tagging restrictions in DynamoDB"); of two values one would be lost.
import type { Path } from '../spec/path';
import type { Spec } from '../spec/spec';
import { entriesAt, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Finding, Rule } from './rule';

export const duplicateTag: Rule = {
  code: 'duplicate-tag',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'no tag is listed twice',
  *find(spec) {
    const alarms = entriesAt(spec, ['AfterRestore', 'Alarms']);
    for (const list of [['AfterRestore', 'Tags'], ...alarms.map((alarm) => [...alarm, 'Tags'])])
      yield* repeated(spec, entriesAt(spec, list));
  },
};

function* repeated(spec: Spec, tags: readonly Path[]): Iterable<Finding> {
  const seen = new Map<string, string | undefined>();
  for (const path of tags) {
    const key = stringAt(spec, [...path, 'Key']);
    // An empty one is not filled in yet: `out-of-range` says so.
    if (key === undefined || key === '') continue;
    const value = stringAt(spec, [...path, 'Value']);
    if (!seen.has(key)) {
      seen.set(key, value);
      continue;
    }
    yield {
      at: { path: [...path, 'Key'], part: 'value' },
      message: `The tag ${quoted(key)} is listed twice.`,
      fixes: [
        {
          title: 'Remove this tag',
          edits: [{ kind: 'remove', path }],
          ...(seen.get(key) === value && { preferred: true }),
        },
      ],
    };
  }
}
