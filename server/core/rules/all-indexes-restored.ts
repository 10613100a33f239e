// "Restores can be faster and more cost-efficient if you exclude some or all indexes from being created on the restored table"
// (Developer Guide, "Restoring a DynamoDB table from a backup").
import { recordedFact, recordedIndexes, recordedSource } from '../recorded';
import { targetOf } from '../spec/request';
import { has } from '../spec/tree';
import type { Rule } from './rule';

/** Below this the hint would be noise. */
const many = 5;

export const allIndexesRestored: Rule = {
  code: 'all-indexes-restored',
  severity: 'information',
  because: 'surprise',
  needs: [recordedFact],
  title: 'the restore builds no more indexes than it needs',
  applies: (spec) => targetOf(spec) !== undefined && !has(spec, ['GlobalSecondaryIndexOverride']),
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    const existing = typeof recorded === 'string' ? [] : (recordedIndexes(recorded) ?? []);
    const count = existing.filter(({ list }) => list === 'GlobalSecondaryIndexOverride').length;
    if (count < many) return;
    yield {
      at: { path: ['TargetTableName'], part: 'value' },
      message: `All ${count} global indexes are restored. A restore without those that are not needed is faster and cheaper: list the others in GlobalSecondaryIndexOverride.`,
    };
  },
};
