// A vector index has at most one HASH and 18 INLINE_FILTER attributes in its search schema, none twice (Developer Guide, "Vector search
// requirements"; API_SearchSchemaElement).
import { indexesIn } from '../spec/indexes';
import { entriesAt, stringAt } from '../spec/tree';
import type { Path } from '../spec/path';
import type { Spec } from '../spec/spec';
import type { Rule } from './rule';

export const searchSchema: Rule = {
  code: 'search-schema',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the search schema of each vector index is consistent',
  *find(spec) {
    for (const { path } of indexesIn(spec, 'VectorIndexOverride')) {
      const schema = [...path, 'SearchSchema'];
      const entries = entriesAt(spec, schema);
      const names = entries.flatMap((entry) => stringAt(spec, [...entry, 'AttributeName']) ?? []);
      const types = entries.map((entry) => stringAt(spec, [...entry, 'SearchSchemaElementType']));
      const count = (wanted: string) => types.filter((type) => type === wanted).length;
      const at = { path: schema, part: 'key' as const };
      if (count('HASH') > 1)
        yield {
          at,
          message: 'A search schema has at most one HASH attribute.',
          fixes: [
            {
              title: 'Make the others INLINE_FILTER',
              edits: entries
                .filter((_, index) => types[index] === 'HASH')
                .slice(1)
                .map((entry) => ({
                  kind: 'set',
                  path: [...entry, 'SearchSchemaElementType'],
                  value: 'INLINE_FILTER',
                })),
            },
          ],
        };
      if (count('INLINE_FILTER') > 18)
        yield { at, message: 'A search schema has at most 18 INLINE_FILTER attributes.' };
      if (new Set(names).size < names.length)
        yield {
          at,
          message: 'An attribute is listed twice in the search schema.',
          fixes: [
            {
              title: 'Keep each once',
              edits: entries
                .filter((entry, index) => {
                  const name = stringAt(spec, [...entry, 'AttributeName']);
                  return name !== undefined && firstOf(spec, entries, name) !== index;
                })
                .map((path) => ({ kind: 'remove', path })),
            },
          ],
        };
    }
  },
};

function firstOf(spec: Spec, entries: readonly Path[], name: string): number {
  return entries.findIndex((entry) => stringAt(spec, [...entry, 'AttributeName']) === name);
}
