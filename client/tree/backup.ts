import type { BackupRow } from '../../server/protocol';
import { age, fromNow, moment, shown, size } from '../text';
import type { Appearance, TreeNode } from './node';

/** A backup, below its table or among the deleted tables. */
export interface BackupNode extends TreeNode {
  readonly kind: 'backup';
  readonly region: string;
  readonly backup: BackupRow;
}

export function backupId(parentId: string, backupArn: string): string {
  return `${parentId}/backup:${backupArn}`;
}

export function backup(parent: TreeNode, region: string, row: BackupRow, nowMs: number): BackupNode {
  const bytes = row.sizeBytes === undefined ? [] : [size(row.sizeBytes)];
  const facts = [fromNow(row.createdAt, nowMs), row.status, row.type, ...bytes];
  return {
    kind: 'backup',
    id: backupId(parent.id, row.backupArn),
    parent,
    region,
    backup: row,
    appearance: {
      label: shown(row.backupName),
      description: [...unusual(row), age(row.createdAt, nowMs), ...bytes].map(shown).join(' · '),
      tooltip: backupTooltip(row, nowMs),
      icon: icon(row),
      spoken: `Backup ${shown(row.backupName)}, ${facts.map(shown).join(', ')}`,
      context: backupContext(row),
    },
  };
}

/** A narrow side bar cuts the end off, so what is as ever (made on demand, AVAILABLE) is left out, and what is not comes first. */
function unusual({ status, type }: BackupRow): string[] {
  return [
    ...(status === 'AVAILABLE' ? [] : [status]),
    ...(type === 'USER' ? [] : [SHORT_TYPES[type] ?? type]),
  ];
}

const SHORT_TYPES: Readonly<Record<string, string>> = { AWS_BACKUP: 'AWS' };

/** `backup.user.available`, as the menus of the manifest go by. */
export function backupContext({ type, status }: BackupRow): string {
  return `backup.${type.toLowerCase()}.${status.toLowerCase()}`;
}

export function backupTooltip(row: BackupRow, nowMs: number): string {
  const expires = row.expiresAt;
  return [
    `Backup ${shown(row.backupName)} of table ${shown(row.tableName)}`,
    `${TYPES[row.type] ?? shown(row.type)}, ${shown(row.status)}`,
    `Created ${moment(row.createdAt)} (${fromNow(row.createdAt, nowMs)})`,
    ...(expires === undefined ? [] : [`Expires ${moment(expires)} (${fromNow(expires, nowMs)})`]),
    ...(row.sizeBytes === undefined ? [] : [size(row.sizeBytes)]),
    shown(row.backupArn),
  ].join('\n');
}

const TYPES: Readonly<Record<string, string>> = {
  USER: 'Made on demand (USER)',
  SYSTEM: 'Made by DynamoDB when the table was deleted (SYSTEM)',
  AWS_BACKUP: 'Made by AWS Backup (AWS_BACKUP)',
};

const ICONS: Readonly<Record<string, string>> = { USER: 'archive', SYSTEM: 'shield', AWS_BACKUP: 'cloud' };

function icon({ type, status }: BackupRow): Appearance['icon'] {
  if (status === 'CREATING') return { name: 'loading~spin', color: 'charts.yellow' };
  if (status === 'DELETED') return { name: 'trash', color: 'disabledForeground' };
  return { name: ICONS[type] ?? 'archive', color: 'charts.green' };
}
