/** A seeded source of choices: the same seed makes the same document on every machine. */
export interface Random {
  /** A whole number, 0 <= n < limit. */
  below(limit: number): number;
  /** True once in `times`. */
  onceIn(times: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Choices that depend on the seeds alone, also on their order. */
export function randomOf(...seeds: readonly number[]): Random {
  let state = seeds.reduce((mixed, seed) => scrambled(mixed ^ scrambled(seed | 0)), 0x9e3779b9);
  // mulberry32: 32 bits of state are plenty for the few hundred choices of one document.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return scrambled(state) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    below,
    onceIn: (times) => below(times) === 0,
    pick(list) {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
      return chosen;
    },
  };
}

function scrambled(bits: number): number {
  const first = Math.imul(bits ^ (bits >>> 15), bits | 1);
  const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61));
  return second ^ (second >>> 14);
}
