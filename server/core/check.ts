import type { FactName, Facts } from './facts';
import { plainText } from './plain-text';
import { rules } from './rules';
import type { Because, Finding, Fix, Rule, Severity } from './rules/rule';
import { applyTextEdits, textEdits } from './spec/edit';
import { foreignKey } from './spec/foreign';
import type { Path } from './spec/path';
import { parseSpec, wholeRange, type Range, type Spec } from './spec/spec';
import { rangeOf } from './spec/tree';
import { stillKnown } from './still-known';

export type { Range } from './spec/spec';

export interface Problem {
  code: string;
  severity: Severity;
  because: Because;
  message: string;
  /** Half-open range of UTF-16 offsets in the text, always inside it. */
  range: Range;
  path: Path;
  /** Mends to choose from. Offer those that `soundFixes` lets through. */
  fixes: Fix[];
}

/** A rule that could not decide, and the facts it lacked. */
export interface Unchecked {
  code: string;
  title: string;
  lacks: FactName[];
}

export interface Checked {
  /** In the order in which the service would meet them. */
  problems: Problem[];
  unchecked: Unchecked[];
}

/** Every problem of a spec under what is known. Total: never throws, whatever the text. */
export function check(spec: Spec, facts: Facts): Checked {
  // What is absent is not told of a text that may only not be typed yet, nor of a file that is something else.
  const skipsAbsence = spec.syntax.length > 0 || foreignKey(spec) !== undefined;
  const problems: Problem[] = [];
  const unchecked: Unchecked[] = [];
  for (const rule of rules) {
    if ((skipsAbsence && rule.ofAbsence) || rule.applies?.(spec) === false) continue;
    const lacks = lacking(rule, spec, facts);
    if (lacks === nothing) problems.push(...found(rule, spec, facts));
    else unchecked.push({ code: rule.code, title: rule.title, lacks });
  }
  return { problems, unchecked };
}

/** Most rules find nothing, and most lack nothing: for those no list is made. */
const nothing: never[] = [];

function lacking(rule: Rule, spec: Spec, facts: Facts): FactName[] {
  let lacks: FactName[] = nothing;
  for (const need of rule.needs) {
    const name = typeof need === 'function' ? need(spec) : need;
    if (name === undefined || facts[name] !== 'unknown') continue;
    if (lacks === nothing) lacks = [];
    lacks.push(name);
  }
  return lacks;
}

/** What a rule finds, in the order of the text. */
function found(rule: Rule, spec: Spec, facts: Facts): Problem[] {
  let problems: Problem[] = nothing;
  for (const finding of rule.find(spec, facts)) {
    if (problems === nothing) problems = [];
    problems.push(problemOf(spec, rule, finding));
  }
  if (problems.length < 2) return problems;
  return problems.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function problemOf(spec: Spec, rule: Rule, { at, message, fixes = [] }: Finding): Problem {
  return {
    code: rule.code,
    severity: rule.severity,
    because: rule.because,
    message: plainText(message, 500),
    range: 'path' in at ? rangeOf(spec, at) : wholeRange(spec.text, at.start, at.end),
    path: 'path' in at ? at.path : [],
    fixes: spec.syntax.length > 0 ? [] : fixes.map((fix) => ({ ...fix, title: plainText(fix.title, 100) })),
  };
}

/**
 * The fixes of a problem that do what they promise in this text: afterwards the problem is gone and there is no error that was not there
 * before. Costs a parse and a check for each fix, so it is asked for the problems a user looks at, not at every keystroke.
 */
export function soundFixes(spec: Spec, facts: Facts, problem: Problem): Fix[] {
  if (problem.fixes.length === 0) return [];
  const before = check(spec, facts).problems;
  return problem.fixes.filter((fix) => isSound(spec, facts, problem, fix, before));
}

function isSound(spec: Spec, facts: Facts, problem: Problem, fix: Fix, before: readonly Problem[]): boolean {
  const edits = textEdits(spec, fix.edits);
  if (edits.length === 0) return false;
  const mended = parseSpec(applyTextEdits(spec.text, edits));
  const after = check(mended, stillKnown(facts, spec, mended)).problems;
  return times(after, problem.code) < times(before, problem.code) && !isWorse(before, after);
}

/** Is there an error that was not there before, or more often? */
export function isWorse(before: readonly Problem[], after: readonly Problem[]): boolean {
  return after.some(({ code, severity }) => severity === 'error' && times(after, code) > times(before, code));
}

/** Problems are counted by code: their places, and positions named in their messages, move when other text changes. */
function times(problems: readonly Problem[], code: string): number {
  return problems.filter((problem) => problem.code === code).length;
}
