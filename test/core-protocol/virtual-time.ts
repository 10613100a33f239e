/** A seeded source of chance: mulberry32, 0 <= x < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface VirtualTime {
  now(): number;
  /** Call back in `ms` of virtual time. */
  after(ms: number, call: () => void): void;
  /** Resolves after `ms` of virtual time. */
  pass(ms: number): Promise<void>;
  /** Let time run, each callback and all that follows from it before the next, until nothing is due or the time is up. */
  run(untilMs: number): Promise<void>;
}

export function virtualTime(startMs: number): VirtualTime {
  let nowMs = startMs;
  let order = 0;
  const due: { atMs: number; order: number; call: () => void }[] = [];
  const time: VirtualTime = {
    now: () => nowMs,
    after(ms, call) {
      const entry = { atMs: nowMs + Math.max(0, ms), order: order++, call };
      const place = due.findIndex((other) => other.atMs > entry.atMs);
      due.splice(place === -1 ? due.length : place, 0, entry);
    },
    pass: (ms) => new Promise((resolve) => time.after(ms, resolve)),
    async run(untilMs) {
      await everythingThatFollows();
      for (let next = due.shift(); next !== undefined && next.atMs <= untilMs; next = due.shift()) {
        nowMs = next.atMs;
        next.call();
        await everythingThatFollows();
      }
    },
  };
  return time;
}

/** All microtasks run before the next turn of the event loop. */
function everythingThatFollows(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
