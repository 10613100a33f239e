import { failure } from './failure';
import { loadMore } from './load-more';
import type { TreeNode } from './node';
import { nothing } from './nothing';
import type { Listing } from './shelf';

/** The rows below a node: what was listed, then the failure with *Retry* or *Load more*; for an empty list `noneWords`. */
export function rowsBelow<Row>(
  parent: TreeNode,
  listing: Listing<Row>,
  words: { none: string; failed: string },
  toNode: (row: Row) => TreeNode,
): TreeNode[] {
  const nodes = listing.rows.map(toNode);
  if (listing.refusal !== undefined) return [...nodes, failure(parent, words.failed, listing.refusal)];
  if (listing.more) return [...nodes, loadMore(parent, listing.rows.length)];
  return nodes.length > 0 ? nodes : [nothing(parent, words.none)];
}
