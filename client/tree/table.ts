import { describeTable, listBackups, pointInTimeWindow } from '../../server/protocol';
import { refusalOf } from '../ask';
import { shown, size } from '../text';
import { backup } from './backup';
import { rowsBelow } from './children';
import { failure } from './failure';
import type { TreeNode } from './node';
import { pointInTime } from './point-in-time';
import type { TreeWorld } from './world';

/** A table: its point-in-time window, then its backups, newest first. */
export interface TableNode extends TreeNode {
  readonly kind: 'table';
  readonly region: string;
  readonly table: string;
}

export function tableId(regionNodeId: string, name: string): string {
  return `${regionNodeId}/table:${name}`;
}

export function table(world: TreeWorld, parent: TreeNode & { region: string }, name: string): TableNode {
  const { region } = parent;
  const node: TableNode = {
    kind: 'table',
    id: tableId(parent.id, name),
    parent,
    region,
    table: name,
    appearance: {
      label: shown(name),
      icon: { name: 'table' },
      spoken: `Table ${shown(name)} in ${shown(region)}`,
      context: 'table',
    },
    async children() {
      const [window, backups] = await Promise.all([windowRow(world, node), backupRows(world, node)]);
      return [window, ...backups];
    },
    details: (signal) => details(world, node, signal),
  };
  return node;
}

async function windowRow(world: TreeWorld, node: TableNode): Promise<TreeNode> {
  const { region, table: name } = node;
  const { rows, refusal } = await world.shelf.list(`${node.id}/window`, async () => {
    const answer = await world.ask(pointInTimeWindow, { region, table: name });
    return answer.ok ? { ok: true, value: { rows: [answer.value] } } : answer;
  });
  const [window] = rows;
  if (window !== undefined) return pointInTime(node, window, world.now());
  const unanswered = { message: 'There was no answer.', code: 'Unexpected' };
  return failure(node, 'Could not read the point-in-time window', refusal ?? unanswered);
}

async function backupRows(world: TreeWorld, node: TableNode): Promise<TreeNode[]> {
  const { region, table: name } = node;
  const listing = await world.shelf.list(`${node.id}/backups`, (more) =>
    world.ask(listBackups, { region, table: name, ...(more !== undefined && { more }) }),
  );
  const words = { none: 'No backups', failed: 'Could not list the backups' };
  return rowsBelow(node, listing, words, (row) => backup(node, region, row, world.now()));
}

async function details(world: TreeWorld, node: TableNode, signal: AbortSignal): Promise<string> {
  const title = `Table ${shown(node.table)}`;
  try {
    const answer = await world.ask(describeTable, { region: node.region, table: node.table }, signal);
    if (!answer.ok) return `${title}\n${shown(answer.refusal.message)}`;
    const { status, billingMode, itemCount, sizeBytes, arn } = answer.value;
    const items = itemCount === undefined ? '' : `About ${itemCount.toLocaleString('en')} items`;
    const bytes = sizeBytes === undefined ? '' : `, ${size(sizeBytes)}`;
    const about = items === '' ? '' : `${items}${bytes} (AWS counts about every six hours)\n`;
    return `${title}\n${shown(status)}, ${shown(billingMode)}\n${about}${shown(arn)}`;
  } catch (error) {
    return `${title}\n${shown(refusalOf(error).message)}`;
  }
}
