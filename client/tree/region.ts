import { listTables } from '../../server/protocol';
import { regionName } from '../../server/region-names';
import { shown } from '../text';
import { rowsBelow } from './children';
import { deletedTables } from './deleted-tables';
import type { TreeNode } from './node';
import { restoring } from './restoring';
import { table } from './table';
import type { TreeWorld } from './world';

/** A Region: restores under way, its tables, and the tables deleted not long ago. */
export interface RegionNode extends TreeNode {
  readonly kind: 'region';
  readonly region: string;
}

export function regionId(region: string): string {
  return `region:${region}`;
}

/** @param alone the only Region is shown open */
export function regionNode(world: TreeWorld, region: string, alone: boolean): RegionNode {
  const name = regionName(region);
  const node: RegionNode = {
    kind: 'region',
    id: regionId(region),
    parent: undefined,
    region,
    appearance: {
      label: shown(region),
      ...(name !== undefined && { description: name }),
      icon: { name: 'globe' },
      spoken: `Region ${shown(region)}${name === undefined ? '' : `, ${name}`}`,
      context: 'region',
      expanded: alone,
    },
    async children() {
      const listing = await world.shelf.list(`${node.id}/tables`, (more) =>
        world.ask(listTables, { region, ...(more !== undefined && { more }) }),
      );
      const words = { none: 'No tables', failed: 'Could not list the tables' };
      return [
        ...world
          .openRestores()
          .filter((row) => row.region === region)
          .map((row) => restoring(node, row, world.now())),
        ...rowsBelow(node, listing, words, (row) => table(world, node, row.name)),
        deletedTables(world, node),
      ];
    },
  };
  return node;
}
