import type { RestoreRow } from '../server/protocol';

/** Under way: AWS or we still work on it. */
export function isRunning({ state }: RestoreRow): boolean {
  return state === 'intent' || state === 'sent' || state === 'restoring' || state === 'settings';
}

/** Over without a known good end: somebody has to look. */
export function needsAttention({ state }: RestoreRow): boolean {
  return state === 'unknown' || state === 'foreign' || state === 'vanished';
}

/** What belongs in sight. */
export function isOpen(row: RestoreRow): boolean {
  return isRunning(row) || needsAttention(row);
}
