import type { BackupNode } from './backup';
import type { FailureNode } from './failure';
import type { LoadMoreNode } from './load-more';
import type { TreeNode } from './node';
import type { PointInTimeNode } from './point-in-time';
import type { RegionNode } from './region';
import type { RestoringNode } from './restoring';
import type { TableNode } from './table';

/**
 * What a command was called on. Any extension can call our commands with anything: what does not look like a row of the explorer is none,
 * and what a row says is only ever handed to the server, which checks it.
 */
export const isTable = (given: unknown): given is TableNode => hasTexts(given, 'table', ['region', 'table']);
export const isPointInTime = (given: unknown): given is PointInTimeNode =>
  hasTexts(given, 'pointInTime', ['region', 'table']);
export const isBackup = (given: unknown): given is BackupNode =>
  hasTexts(given, 'backup', ['region']) &&
  hasTexts(memberOf(given, 'backup'), undefined, ['backupArn', 'backupName', 'tableName']);
export const isRegion = (given: unknown): given is RegionNode => hasTexts(given, 'region', ['region']);
export const isRestoring = (given: unknown): given is RestoringNode =>
  hasTexts(given, 'restoring', []) && hasTexts(memberOf(given, 'restore'), undefined, ['op', 'target']);
export const isFailure = (given: unknown): given is FailureNode =>
  hasTexts(given, 'failure', []) && isTreeNode(memberOf(given, 'parent'));
export const isLoadMore = (given: unknown): given is LoadMoreNode =>
  hasTexts(given, 'loadMore', []) && isTreeNode(memberOf(given, 'parent'));

export function isTreeNode(given: unknown): given is TreeNode {
  return hasTexts(given, undefined, ['kind', 'id']);
}

function hasTexts(given: unknown, kind: string | undefined, keys: readonly string[]): boolean {
  if (kind !== undefined && memberOf(given, 'kind') !== kind) return false;
  return keys.every((key) => typeof memberOf(given, key) === 'string');
}

function memberOf(given: unknown, key: string): unknown {
  return typeof given === 'object' && given !== null ? Reflect.get(given, key) : undefined;
}
