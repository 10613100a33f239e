import type { TreeNode } from './node';

/** Says that a list is empty: "No backups". */
export function nothing(parent: TreeNode, words: string): TreeNode {
  return {
    kind: 'nothing',
    id: `${parent.id}/nothing`,
    parent,
    appearance: { label: words, icon: { name: 'dash' }, spoken: words, context: 'nothing' },
  };
}
