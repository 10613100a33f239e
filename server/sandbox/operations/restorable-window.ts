const dayMs = 86_400_000;
const behindMs = 300_000;

/**
 * The moments to which a table can be restored, in epoch milliseconds: from when recovery was switched on, or the period ago, up to five
 * minutes ago. In the first five minutes both ends are the moment of switching on (API_PointInTimeRecoveryDescription).
 */
export function restorableWindow(
  pointInTime: { since: number; days: number },
  now: number,
): { earliest: number; latest: number } {
  const { since, days } = pointInTime;
  return { earliest: Math.max(since, now - days * dayMs), latest: Math.max(since, now - behindMs) };
}
