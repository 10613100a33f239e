import { check, soundFixes } from './check';
import type { Facts } from './facts';
import { applyTextEdits, textEdits } from './spec/edit';
import { parseSpec, type Spec } from './spec/spec';
import { stillKnown } from './still-known';

export interface Mended {
  spec: Spec;
  /** Titles of the fixes that were applied, in order. */
  applied: string[];
}

/** More faults with one right answer than this stand in no file that anybody wrote. */
const mostFixes = 1_000;

/** Apply the fixes that need no choice, one after the other and each checked anew, until none is left. */
export function mend(spec: Spec, facts: Facts): Mended {
  let mended: Mended = { spec, applied: [] };
  for (let fixes = 0; fixes < mostFixes; fixes++) {
    const next = withNextFix(mended, stillKnown(facts, spec, mended.spec));
    if (next === undefined) break;
    mended = next;
  }
  return mended;
}

function withNextFix({ spec, applied }: Mended, facts: Facts): Mended | undefined {
  for (const problem of check(spec, facts).problems) {
    if (!problem.fixes.some(({ preferred }) => preferred)) continue;
    const fix = soundFixes(spec, facts, problem).find(({ preferred }) => preferred);
    if (fix === undefined) continue;
    const text = applyTextEdits(spec.text, textEdits(spec, fix.edits));
    return { spec: parseSpec(text), applied: [...applied, fix.title] };
  }
  return undefined;
}
