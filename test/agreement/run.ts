import { asking } from './asked';
import { caseOf, smallest, type Case } from './cases';
import { verdictOn, type Verdict } from './verdict';
import type { Wire } from './wires';
import type { AgreementWorld } from './world';

/** What so many specs showed. */
export interface Tally {
  seed: number;
  /** Specs asked about, numbered from 0. */
  count: number;
  kinds: Record<string, number>;
  /** Why nothing was shown, and how often. */
  reasons: Record<string, number>;
  /** How often the service showed a rule to be right, and how often that rule was the only one to say so. */
  shown: Record<string, number>;
  alone: Record<string, number>;
  disagreements: Disagreement[];
}

export interface Disagreement extends Case {
  why: string;
}

export function emptyTally(seed: number): Tally {
  return { seed, count: 0, kinds: {}, reasons: {}, shown: {}, alone: {}, disagreements: [] };
}

/** More of them say nothing more. */
const enough = 20;

/** Goes on from where a tally ends, until it counts `count` specs or has seen enough disagreements. */
export async function askAbout(
  world: AgreementWorld,
  wire: Wire,
  tally: Tally,
  count: number,
): Promise<Tally> {
  const ask = asking(world, wire);
  const { seed } = tally;
  const judge = async ({ text }: Case): Promise<Verdict> => verdictOn(world, text, await ask(text));
  for (; tally.count < count && tally.disagreements.length < enough; tally.count += 1) {
    const one = caseOf(seed, tally.count, world.sources);
    const verdict = await judge(one);
    countIn(tally.kinds, verdict.kind);
    if ('by' in verdict) for (const code of verdict.by) countIn(tally.shown, code);
    if ('by' in verdict && verdict.by.length === 1) countIn(tally.alone, verdict.by.join());
    if ('why' in verdict && verdict.kind !== 'disagreement') countIn(tally.reasons, verdict.why);
    if (verdict.kind !== 'disagreement') continue;
    const least = await smallest(
      one,
      world.sources,
      async (smaller) => (await judge(smaller)).kind === 'disagreement',
    );
    const again = await judge(least);
    tally.disagreements.push({ ...least, why: 'why' in again ? again.why : verdict.why });
  }
  return tally;
}

function countIn(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}

/** A tally as a text to read, each disagreement with all that makes it again. */
export function told({ seed, count, kinds, reasons, shown, alone, disagreements }: Tally): string {
  const lines = (counts: Record<string, number>): string[] =>
    Object.entries(counts)
      .toSorted(([, a], [, b]) => b - a)
      .map(([what, times]) => `  ${String(times).padStart(8)}  ${what}`);
  return [
    `${count} specs of seed ${seed}:`,
    ...lines(kinds),
    'of which the facts do not say, or no read tells:',
    ...lines(reasons),
    'shown to be right (and how often no other rule said so):',
    ...lines(shown).map((line) => `${line} (${alone[line.trim().replace(/^\d+ +/, '')] ?? 0})`),
    ...disagreements.map(
      ({ number, done, why, text }) =>
        `seed ${seed}, number ${number} (${done.join(' + ') || 'nothing done to it'}): ${why}\n${text}`,
    ),
  ].join('\n');
}
