import type { BackupRow } from '../../server/protocol';
import { fromNow, moment, shown, size, span } from '../text';
import { backupContext, backupId, type BackupNode, backupTooltip } from './backup';
import type { TreeNode } from './node';

/** A deleted table: shown by its name, handled as the backup that DynamoDB made of it. */
export function deletedTable(parent: TreeNode, region: string, row: BackupRow, nowMs: number): BackupNode {
  const deleted = `deleted ${fromNow(row.createdAt, nowMs)}`;
  const expires = row.expiresAt === undefined ? undefined : `expires ${fromNow(row.expiresAt, nowMs)}`;
  const bytes = row.sizeBytes === undefined ? undefined : size(row.sizeBytes);
  const facts = [expires, deleted, bytes].filter((fact) => fact !== undefined);
  const left = row.expiresAt === undefined ? undefined : `${span(Date.parse(row.expiresAt) - nowMs)} left`;
  const short = [left, deleted, bytes].filter((fact) => fact !== undefined);
  const until = row.expiresAt === undefined ? '' : `\nCan be restored until ${moment(row.expiresAt)}.`;
  return {
    kind: 'backup',
    id: backupId(parent.id, row.backupArn),
    parent,
    region,
    backup: row,
    appearance: {
      label: shown(row.tableName),
      description: short.join(' · '),
      tooltip: `${backupTooltip(row, nowMs)}${until}`,
      icon: { name: 'shield', color: 'charts.green' },
      spoken: `Deleted table ${shown(row.tableName)}, ${facts.join(', ')}`,
      context: backupContext(row),
    },
  };
}
