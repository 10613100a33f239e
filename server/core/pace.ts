/**
 * How long the restore protocol waits, in milliseconds. The service tells no progress, and restores of empty tables took from one to
 * thirteen minutes, so nothing here is an estimate and watching has no end of its own.
 */
export const times = {
  /** A look straight after asking is what made hashicorp/terraform-provider-aws#46530: "not found" for minutes after. */
  firstLookMs: 5_000,
  /** "Not found" proves nothing before this: the issue above saw it for 185 s after an accepted request. */
  reconcileForMs: 240_000,
  /** At least this long is looked when going on with an old operation. */
  lookAgainForMs: 30_000,
  /** After this long without one successful look the outcome is handed to the user. */
  blindForMs: 1_800_000,
  /** How much earlier than our intent a table of ours may seem to have been made, clocks being clocks. */
  clockSlackMs: 300_000,
  /** No request of ours arrives later than this after it was sent. */
  latestArrivalMs: 600_000,
  /** Pause while only the user can help (sign in, permissions). */
  pausedMs: 60_000,
  readyReadings: 2,
  goneReadings: 3,
  goneForMs: 60_000,
} as const;

const second = 1_000;
const minute = 60 * second;

/** ±20 %, so that many watchers do not ask in step. */
function withJitter(ms: number, random: number): number {
  return Math.round(ms * (0.8 + 0.4 * random));
}

/** Until the next poll: 5 s at first, then 15 s, after ten minutes 30 s, after an hour 60 s. */
export function pollMs(elapsedMs: number, looks: number, random: number): number {
  if (looks === 0) return withJitter(5 * second, random);
  if (elapsedMs < 10 * minute) return withJitter(15 * second, random);
  return withJitter(elapsedMs < 60 * minute ? 30 * second : 60 * second, random);
}

/** Until the next look at a request of unknown outcome: 5 s, growing to 30 s. */
export function reconcileMs(looks: number, random: number): number {
  return withJitter(Math.min(30 * second, 5 * second * 1.5 ** looks), random);
}

/** Until the same request is sent again after a "not now": full jitter between 1 s and a bound that doubles to 60 s. */
export function backOffMs(refusals: number, random: number): number {
  const boundMs = Math.min(60 * second, second * 2 ** Math.min(refusals + 1, 6));
  return Math.round(second + random * (boundMs - second));
}
