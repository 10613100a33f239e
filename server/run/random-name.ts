/** Letters and digits that nobody confuses (Crockford's base 32, lower case). */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A name of `length` letters drawn from `random`, which gives 0 <= x < 1. */
export function randomName(random: () => number, length: number): string {
  return Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join('');
}
