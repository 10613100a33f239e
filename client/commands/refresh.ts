import { isTreeNode } from '../tree/kinds';
import type { Command, Parts } from './command';

/** The row it was called on and all below it, else the whole view. */
export const refresh = ({ explorer }: Pick<Parts, 'explorer'>): Command => ({
  id: 'ddbbackup.refresh',
  needs: 'nothing',
  run: (given) => explorer.refresh(isTreeNode(given) ? given : undefined),
});
