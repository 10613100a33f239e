import type { Problem } from './check';
import type { Fix } from './rules/rule';
import type { Path } from './spec/path';
import type { Spec } from './spec/spec';
import { rangeOf } from './spec/tree';

/** A reason not to plan, placed in the text like the problem of a rule. */
export function placedProblem(
  spec: Spec,
  code: string,
  path: Path,
  message: string,
  fixes: Fix[] = [],
): Problem {
  return {
    code,
    severity: 'error',
    because: 'misread',
    message,
    range: rangeOf(spec, { path, part: 'value' }),
    path,
    fixes,
  };
}
