import type { Facts, FactName } from './facts';
import type { Because, Fix, Severity } from './rules/rule';
import type { Path } from './spec/edit';
import type { Spec } from './spec/spec';

/** Half-open range of UTF-16 offsets in the text, always inside it. */
export interface Range {
  start: number;
  end: number;
}

export interface Problem {
  code: string;
  severity: Severity;
  because: Because;
  message: string;
  range: Range;
  path: Path;
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
export function check(_spec: Spec, _facts: Facts): Checked {
  return { problems: [], unchecked: [] };
}
