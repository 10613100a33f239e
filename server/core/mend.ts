import { check, isWorse, soundFixes, type Problem } from './check';
import type { Facts } from './facts';
import type { Fix } from './rules/rule';
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

/**
 * Apply the fixes that need no choice, one after the other and each checked anew, until none is left. A fault may hide another: a billing
 * mode that is misspelt hides what does not fit it. A fix that brings such a fault to light is applied too where everything it brings to
 * light is mended as well.
 */
export function mend(spec: Spec, facts: Facts): Mended {
  let mended = mendOpenly(spec, facts);
  for (let leaps = 0; leaps < mostFixes; leaps++) {
    const next = withLeap(mended, stillKnown(facts, spec, mended.spec));
    if (next === undefined) break;
    mended = next;
  }
  return mended;
}

/** The fixes alone that bring nothing to light. */
function mendOpenly(spec: Spec, facts: Facts): Mended {
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
    return { spec: fixed(spec, fix), applied: [...applied, fix.title] };
  }
  return undefined;
}

/** One fix that is not sound by itself, with all that it brought to light mended. */
function withLeap({ spec, applied }: Mended, facts: Facts): Mended | undefined {
  const before = check(spec, facts).problems;
  for (const problem of before) {
    const fix = problem.fixes.find(({ preferred }) => preferred);
    if (fix === undefined) continue;
    const leapt = fixed(spec, fix);
    const mended = mendOpenly(leapt, stillKnown(facts, spec, leapt));
    const after = check(mended.spec, stillKnown(facts, spec, mended.spec)).problems;
    if (isBetter(before, after) && !isWorse(before, after))
      return { spec: mended.spec, applied: [...applied, fix.title, ...mended.applied] };
  }
  return undefined;
}

function fixed(spec: Spec, fix: Fix): Spec {
  return parseSpec(applyTextEdits(spec.text, textEdits(spec, fix.edits)));
}

/** Fewer errors, or as many and fewer problems: so leaping comes to an end. */
function isBetter(before: readonly Problem[], after: readonly Problem[]): boolean {
  const fewer = errorsIn(before) - errorsIn(after);
  return fewer > 0 || (fewer === 0 && after.length < before.length);
}

function errorsIn(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}
