import type { TreeNode } from './node';

/** The last row of a list that goes on. */
export interface LoadMoreNode extends TreeNode {
  readonly kind: 'loadMore';
  readonly parent: TreeNode;
}

/** @param listed how many rows are there already */
export function loadMore(parent: TreeNode, listed: number): LoadMoreNode {
  return {
    kind: 'loadMore',
    id: `${parent.id}/more`,
    parent,
    appearance: {
      label: 'Load more…',
      description: `${listed} so far`,
      icon: { name: 'ellipsis' },
      spoken: `Load more, ${listed} are listed so far`,
      context: 'loadMore',
      command: 'ddbbackup.loadMore',
    },
  };
}
