// Default quota: 20 global secondary indexes a table ("Quotas in Amazon DynamoDB"). It can be raised, so this is a warning. Five local and
// five vector indexes are fixed limits, and part of the table of keys.
import { indexesIn } from '../spec/indexes';
import type { Rule } from './rule';

const quota = 20;

export const tooManyIndexes: Rule = {
  code: 'too-many-indexes',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'there are no more global indexes than the default quota',
  *find(spec) {
    const count = indexesIn(spec, 'GlobalSecondaryIndexOverride').length;
    if (count <= quota) return;
    yield {
      at: { path: ['GlobalSecondaryIndexOverride'], part: 'key' },
      message: `${count} global indexes are more than ${quota}, the default quota for one table. Has it been raised in this Region?`,
    };
  },
};
