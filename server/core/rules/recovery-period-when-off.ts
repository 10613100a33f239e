// "Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks,
// DDB-TABLE-442).
import { booleanAt, has } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AfterRestore', 'PointInTimeRecoverySpecification'];
const period = [...path, 'RecoveryPeriodInDays'];

export const recoveryPeriodWhenOff: Rule = {
  code: 'recovery-period-when-off',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'a recovery period is given only where point-in-time recovery is on',
  *find(spec) {
    if (booleanAt(spec, [...path, 'PointInTimeRecoveryEnabled']) !== false || !has(spec, period)) return;
    yield {
      at: { path: period, part: 'key' },
      message: 'RecoveryPeriodInDays may not be given while point-in-time recovery is off.',
      fixes: [
        { title: 'Remove RecoveryPeriodInDays', edits: [{ kind: 'remove', path: period }] },
        {
          title: 'Turn point-in-time recovery on',
          edits: [{ kind: 'set', path: [...path, 'PointInTimeRecoveryEnabled'], value: true }],
        },
      ],
    };
  },
};
