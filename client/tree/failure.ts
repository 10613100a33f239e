import type { Refusal } from '../../server/protocol';
import { shown } from '../text';
import type { TreeNode } from './node';

/** A list that could not be read, in plain words; *Retry* reads its parent again. */
export interface FailureNode extends TreeNode {
  readonly kind: 'failure';
  readonly parent: TreeNode;
}

/** @param failed what could not be done: "Could not list the backups" */
export function failure(
  parent: TreeNode,
  failed: string,
  { message, code, requestId }: Refusal,
): FailureNode {
  const words = shown(message);
  const request = requestId === undefined ? '' : `\nRequest ID: ${shown(requestId)}`;
  return {
    kind: 'failure',
    id: `${parent.id}/failure:${failed}`,
    parent,
    appearance: {
      label: failed,
      description: words,
      tooltip: `${failed}.\n${words}\n\n${shown(code)}${request}`,
      icon: { name: 'error', color: 'problemsErrorIcon.foreground' },
      spoken: `${failed}. ${words} Press Enter to retry.`,
      context: 'failure',
      command: 'ddbbackup.retry',
    },
  };
}
