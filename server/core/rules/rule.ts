import type { FactName, Facts } from '../facts';
import type { Edit, Path } from '../spec/edit';
import type { Spec } from '../spec/spec';

export type Severity = 'error' | 'warning' | 'information';

/**
 * Why a problem is one: `refused`, the service would say no; `misread`, it would do something else than what is written;
 * `surprise`, accepted and perhaps not meant.
 */
export type Because = 'refused' | 'misread' | 'surprise';

/** A mend by JSON path: no editor type in it, so that the command line can mend too. */
export interface Fix {
  title: string;
  edits: Edit[];
  /** The one right answer: may be applied without asking ("fix all"). */
  preferred?: boolean;
}

/** Where a problem shows: the value at a path, or the name of the key itself. A path that is not there shows at its nearest parent. */
export interface Place {
  path: Path;
  part: 'key' | 'value';
}

export interface Finding {
  at: Place;
  message: string;
  fixes?: Fix[];
}

/** One thing that can be wrong with a spec. A rule is a file named by its code, listed in `rules/index.ts`. */
export interface Rule {
  code: string;
  severity: Severity;
  because: Because;
  /** Facts without which the rule cannot decide. While one is unknown the rule is not run, and is reported as not checked. */
  needs: readonly FactName[];
  /** What is checked, as a short noun phrase: "the target's name is free". Shown when it could not be checked. */
  title: string;
  find(spec: Spec, facts: Facts): Iterable<Finding>;
}
