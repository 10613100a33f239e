// At most 100 projected attributes over all indexes of a table with projection INCLUDE; the same name in two indexes counts twice
// ("Quotas in Amazon DynamoDB"). The limit is of global and local indexes (API_Projection).
import { writtenIndexes } from '../spec/indexes';
import type { Rule } from './rule';

export const projectedAttributes: Rule = {
  code: 'projected-attributes',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'all global and local indexes together project no more than 100 attributes',
  *find(spec) {
    let sum = 0;
    for (const { list, path, projection } of writtenIndexes(spec)) {
      if (list === 'VectorIndexOverride') continue;
      const count = projection?.NonKeyAttributes?.length ?? 0;
      sum += count;
      if (sum <= 100 || sum - count > 100) continue;
      yield {
        at: { path: [...path, 'Projection', 'NonKeyAttributes'], part: 'key' },
        message: `With this index, all global and local indexes together project ${sum} attributes. A table can have 100.`,
      };
    }
  },
};
