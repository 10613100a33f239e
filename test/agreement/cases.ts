import { randomOf, type Draft, type Fields } from './draft';
import { aMutation, mutations } from './mutations';
import { validDraft } from './valid';
import type { Source } from './world';

/** One spec to ask both about. Seed, number and the names of what was done to it make it again. */
export interface Case {
  seed: number;
  number: number;
  done: readonly string[];
  text: string;
}

const names = Object.keys(mutations);

/** How often a spec is left valid, or has one, two or three things done to it. */
const shares = [0, 0, 1, 1, 1, 1, 2, 2, 2, 3];

export function caseOf(seed: number, number: number, sources: readonly Source[]): Case {
  const random = randomOf(seed, number);
  const count = random.pick(shares);
  const done = Array.from({ length: count }, () => aMutation(random));
  return remade({ seed, number, done: [...new Set(done)] }, sources);
}

/** The case with these things done to its valid spec, each in the same way whatever else is done. */
export function remade(
  { seed, number, done }: Pick<Case, 'seed' | 'number' | 'done'>,
  sources: readonly Source[],
): Case {
  const draft = validDraft(randomOf(seed, number, 1), sources);
  for (const name of done) mutations[name]?.(draft, randomOf(seed, number, 2 + names.indexOf(name)));
  return { seed, number, done, text: textOf(draft) };
}

function textOf({ spec, retext = (text) => text }: Draft): string {
  return retext(JSON.stringify(spec satisfies Fields, null, 1));
}

/** A case is no smaller than this: leaving out any one more of the things done makes it another. */
export async function smallest(
  found: Case,
  sources: readonly Source[],
  still: (smaller: Case) => Promise<boolean>,
): Promise<Case> {
  for (const name of found.done) {
    const smaller = remade({ ...found, done: found.done.filter((other) => other !== name) }, sources);
    if (await still(smaller)) return smallest(smaller, sources, still);
  }
  return found;
}
