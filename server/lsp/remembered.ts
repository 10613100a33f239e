import type { Account, Clock } from '../run/ports';

/** An account whose answers to reads are kept for a while; `fresh` is the same account without the memory. */
export interface RememberedAccount extends Account {
  fresh: Account;
  forget(): void;
}

const AT_MOST = 500;

/**
 * Keep what reads answered for `keepMs`, so that typing in a spec asks the service once and not at each pause. Only whole answers are kept:
 * a failure is asked again. Any write forgets everything, since it may have changed what was read.
 */
export function remembering(account: Account, clock: Clock, keepMs: number): RememberedAccount {
  const kept = new Map<string, { at: number; value: unknown }>();
  /** Counts how often everything was forgotten: an answer to a question from before says how things were before. */
  let age = 0;

  function forget(): void {
    age++;
    kept.clear();
  }

  return {
    fresh: account,
    forget,
    async read(region, operation, input, signal) {
      const key = JSON.stringify([region, operation, input]);
      const found = kept.get(key);
      // The key holds the operation, so what was kept has its answer's shape.
      if (found !== undefined && clock.now() - found.at < keepMs) return found.value as never;
      const asked = age;
      const value = await account.read(region, operation, input, signal);
      if (asked !== age) return value;
      kept.delete(key);
      kept.set(key, { at: clock.now(), value });
      if (kept.size > AT_MOST) kept.delete(kept.keys().next().value ?? key);
      return value;
    },
    async write(region, operation, input, signal) {
      try {
        return await account.write(region, operation, input, signal);
      } finally {
        forget();
      }
    },
  };
}
