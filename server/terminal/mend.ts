import { check, soundFixes } from '../core/check';
import type { Facts } from '../core/facts';
import { applyTextEdits, textEdits } from '../core/spec/edit';
import { parseSpec, type Spec } from '../core/spec/spec';

export interface Mended {
  spec: Spec;
  /** Titles of the fixes that were applied, in order. */
  applied: string[];
}

const MOST_ROUNDS = 20;

/** Apply the fixes that need no choice until none is left, in at most 20 rounds of all problems. */
export function mend(spec: Spec, facts: Facts): Mended {
  let mended: Mended = { spec, applied: [] };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = mended.spec;
    const problems = check(before, facts).problems.length;
    for (let step = 0; step < problems; step++) mended = withNextFix(mended, facts) ?? mended;
    if (mended.spec === before) break;
  }
  return mended;
}

function withNextFix({ spec, applied }: Mended, facts: Facts): Mended | undefined {
  for (const problem of check(spec, facts).problems) {
    if (!problem.fixes.some(({ preferred }) => preferred)) continue;
    const fix = soundFixes(spec, facts, problem).find(({ preferred }) => preferred);
    if (!fix) continue;
    const text = applyTextEdits(spec.text, textEdits(spec, fix.edits));
    return { spec: parseSpec(text), applied: [...applied, fix.title] };
  }
  return undefined;
}
