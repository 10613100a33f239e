/**
 * The one source of time of a sandbox: every stamp, every duration, every lock and the `Date` header are read from it.
 * It either runs with the machine's clock, or stands still until it is told to advance.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves the clock forward, whether it runs or stands still. */
  advance(ms: number): void;
}

/** A clock that runs with the machine's. */
export function runningClock(): Clock {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    advance: (ms) => {
      aheadMs += forward(ms);
    },
  };
}

/** A clock that shows `startMs` until it is advanced. */
export function standingClock(startMs: number): Clock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance: (ms) => {
      nowMs += forward(ms);
    },
  };
}

function forward(ms: number): number {
  if (!(ms >= 0)) throw new RangeError(`A clock only goes forward, not by ${ms} ms.`);
  return ms;
}
