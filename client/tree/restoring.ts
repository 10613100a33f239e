import type { RestoreRow } from '../../server/protocol';
import { isRunning } from '../restore-state';
import { moment, shown } from '../text';
import type { TreeNode } from './node';

/** A restore that runs, or whose outcome the user has yet to look at. */
export interface RestoringNode extends TreeNode {
  readonly kind: 'restoring';
  readonly restore: RestoreRow;
}

export function restoring(parent: TreeNode, row: RestoreRow): RestoringNode {
  const running = isRunning(row);
  const target = shown(row.target);
  const words = shown(row.words);
  const label = running ? `Restoring ${target}` : `Look at ${target}`;
  return {
    kind: 'restoring',
    id: `${parent.id}/restore:${row.op}`,
    parent,
    restore: row,
    appearance: {
      label,
      description: words,
      tooltip: `${words}\nFrom ${shown(row.sourceTableName)}, account ${shown(row.accountId)}, ${shown(row.region)}\nStarted ${moment(row.startedAt)}`,
      icon: running
        ? { name: 'sync~spin', color: 'charts.blue' }
        : { name: 'warning', color: 'problemsWarningIcon.foreground' },
      spoken: `${label}. ${words}`,
      context: running ? 'restoring.running' : 'restoring.attention',
    },
  };
}
