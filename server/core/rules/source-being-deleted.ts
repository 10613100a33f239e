// A table in DELETING can be restored to a point in time for about a second, then the answer is TableNotFoundException
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-100).
import { otherBackups } from '../other-backups';
import { sourceOf } from '../spec/request';
import { has } from '../spec/tree';
import type { Rule } from './rule';

export const sourceBeingDeleted: Rule = {
  code: 'source-being-deleted',
  severity: 'error',
  because: 'refused',
  needs: ['source'],
  title: 'the source table is not being deleted',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec, facts) {
    const { source } = facts;
    if (typeof source === 'string' || source.TableStatus !== 'DELETING') return;
    yield {
      at: { path: [has(spec, ['SourceTableName']) ? 'SourceTableName' : 'SourceTableArn'], part: 'value' },
      message:
        'This table is being deleted. Once it is gone, restore its SYSTEM backup, which appears within seconds.',
      fixes: [...otherBackups(spec, facts)],
    };
  },
};
