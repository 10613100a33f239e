// LimitExceededException: "Subscriber limit exceeded: Only 50 restore operations can be done simultaneously" (Developer Guide, "Quotas in
// Amazon DynamoDB": 50 concurrent restores; aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-443). It passes, and a
// restore that is told so is tried again, so this is a warning.
import { sourceOf, targetOf } from '../spec/request';
import type { Rule } from './rule';

const most = 50;

export const restoresAtLimit: Rule = {
  code: 'restores-at-limit',
  severity: 'warning',
  because: 'surprise',
  needs: ['runningRestores'],
  title: 'fewer than 50 restores are running that this machine knows of',
  applies: (spec) => sourceOf(spec) !== undefined && targetOf(spec) !== undefined,
  *find(_spec, { runningRestores, ownRestore }) {
    if (runningRestores === 'unknown' || ownRestore !== undefined || runningRestores.length < most) return;
    yield {
      at: { path: ['TargetTableName'], part: 'value' },
      message: `${runningRestores.length} restores are running in this account, and AWS runs at most ${most}. This one would wait until one of them has ended.`,
    };
  },
};
