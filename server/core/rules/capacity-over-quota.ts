// Default quota: 40,000 read and 40,000 write units for a table and for each global index ("Quotas in Amazon DynamoDB"). It can be raised,
// so this is a warning; above it the answer is LimitExceededException.
import { nameOf } from '../spec/name-of';
import { numberOf } from '../spec/tree';
import { visits } from '../spec/visits';
import type { Rule } from './rule';

const quota = 40_000;

export const capacityOverQuota: Rule = {
  code: 'capacity-over-quota',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'capacity is within the default quota',
  *find(spec) {
    for (const { node, path } of visits(spec)) {
      const key = path.at(-1);
      if (key !== 'ReadCapacityUnits' && key !== 'WriteCapacityUnits') continue;
      if ((numberOf(node) ?? 0) <= quota) continue;
      yield {
        at: { path, part: 'value' },
        message: `${nameOf(path)} is above ${quota} units, the default quota for one table or index. Has it been raised in this Region?`,
      };
    }
  },
};
