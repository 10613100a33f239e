import { listDeletedTables } from '../../server/protocol';
import { shown } from '../text';
import { rowsBelow } from './children';
import { deletedTable } from './deleted-table';
import type { TreeNode } from './node';
import type { TreeWorld } from './world';

/** The tables of a Region that were deleted while point-in-time recovery was on: DynamoDB keeps a last backup of them for 35 days. */
export function deletedTables(world: TreeWorld, parent: TreeNode & { region: string }): TreeNode {
  const { region } = parent;
  const node: TreeNode = {
    kind: 'deletedTables',
    id: `${parent.id}/deleted`,
    parent,
    appearance: {
      label: 'Deleted tables',
      tooltip:
        'Tables deleted while point-in-time recovery was on. DynamoDB keeps their last state for 35 days as a SYSTEM backup.',
      icon: { name: 'trash' },
      spoken: `Deleted tables in ${shown(region)} that can still be restored`,
      context: 'deletedTables',
    },
    async children() {
      const listing = await world.shelf.list(node.id, async () => {
        const answer = await world.ask(listDeletedTables, { region });
        return answer.ok ? { ok: true, value: { rows: answer.value } } : answer;
      });
      const words = { none: 'No deleted tables', failed: 'Could not list the deleted tables' };
      return rowsBelow(node, listing, words, (row) => deletedTable(node, region, row, world.now()));
    },
  };
  return node;
}
