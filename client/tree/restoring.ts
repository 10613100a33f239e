import type { RestoreRow } from '../../server/protocol';
import { isRunning } from '../restore-state';
import { moment, shown, span } from '../text';
import type { TreeNode } from './node';

const MINUTE_MS = 60_000;

/** A restore that runs, or whose outcome the user has yet to look at. */
export interface RestoringNode extends TreeNode {
  readonly kind: 'restoring';
  readonly restore: RestoreRow;
}

export function restoring(parent: TreeNode, row: RestoreRow, nowMs: number): RestoringNode {
  const running = isRunning(row);
  const target = shown(row.target);
  const words = shown(row.words);
  const elapsedMs = nowMs - Date.parse(row.startedAt);
  const label = running ? `Restoring ${target}` : `Look at ${target}`;
  return {
    kind: 'restoring',
    id: `${parent.id}/restore:${row.op}`,
    parent,
    restore: row,
    appearance: {
      label,
      // Drawn anew at each look at the table, at most a minute apart.
      description: running && elapsedMs >= MINUTE_MS ? `${span(elapsedMs)} · ${words}` : words,
      tooltip: `${words}\nFrom ${shown(row.sourceTableName)}, account ${shown(row.accountId)}, ${shown(row.region)}\nStarted ${moment(row.startedAt)}`,
      icon: running
        ? { name: 'sync~spin', color: 'charts.blue' }
        : { name: 'warning', color: 'problemsWarningIcon.foreground' },
      spoken: `${label}. ${words}`,
      context: running ? 'restoring.running' : 'restoring.attention',
    },
  };
}
