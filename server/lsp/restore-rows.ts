import { isOpen, operations, stepsLeft, type Operation, type Row } from '../core/journal';
import type { RestoreRow } from '../protocol';

/** How long the end of a restore is still shown. */
const SHOWN_AFTER_END_MS = 86_400_000;

/**
 * The restores to show, newest first: all that are under way or need a look, and those that ended within a day.
 * @param heard what a watcher was last told of an operation, by its id
 */
export function restoreRows(
  rows: readonly Row[],
  heard: ReadonlyMap<string, string>,
  nowMs: number,
): RestoreRow[] {
  return operations(rows)
    .filter((operation) => isShown(operation, nowMs))
    .map((operation) => rowOf(operation, heard.get(operation.op)))
    .toReversed();
}

function isShown(operation: Operation, nowMs: number): boolean {
  if (operation.state === 'closed') return false;
  if (operation.state !== 'done' && operation.state !== 'rejected') return true;
  return nowMs - Date.parse(operation.changedAt) < SHOWN_AFTER_END_MS;
}

export function rowOf(operation: Operation, heard: string | undefined): RestoreRow {
  const { op, intent, state, startedAt } = operation;
  return {
    op,
    accountId: intent.key.accountId,
    region: intent.key.region,
    target: intent.key.target,
    sourceTableName: intent.sourceTableName,
    state,
    words: (isOpen(operation) ? heard : undefined) ?? wordsOf(operation),
    startedAt,
  };
}

/** What the journal alone tells. */
function wordsOf(operation: Operation): string {
  const { state, note = '', stepsDone, stepsFailed } = operation;
  switch (state) {
    case 'intent':
      return note === '' ? 'Not sent yet.' : note;
    case 'sent':
      return 'Sent; whether AWS accepted it is being looked at.';
    case 'restoring':
      return 'AWS is restoring the table.';
    case 'settings':
      return `The table is ACTIVE; ${stepsLeft(operation).length} settings are left to be put back.`;
    case 'done':
      return stepsFailed.length === 0
        ? `Restored, ${stepsDone.length} settings put back.`
        : `Restored. Not put back: ${stepsFailed.map(({ setting }) => setting).join(', ')}.`;
    case 'rejected':
    case 'unknown':
    case 'foreign':
    case 'vanished':
    case 'closed':
    default:
      return note;
  }
}
