/** Names and numbers that look random and are the same in every run: a test can rely on them, a person cannot guess them. */
export interface Random {
  /** A number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** A UUID of version 4 in lower case, the form of a TableId. */
  uuid(): string;
  /** The 52 capital letters and digits of a request id. */
  requestId(): string;
  /** A seed that goes on where this generator is now. */
  state(): number;
}

/** A generator (mulberry32) that starts from `seed`. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const letters = (alphabet: string, count: number): string =>
    Array.from({ length: count }, () => alphabet.charAt(below(alphabet.length))).join('');
  const hex = (digits: number): string => letters('0123456789abcdef', digits);
  return {
    below,
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${letters('89ab', 1)}${hex(3)}-${hex(12)}`,
    state: () => state,
    requestId: () => letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 52),
  };
}
