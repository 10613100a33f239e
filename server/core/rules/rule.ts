import type { FactName, Facts } from '../facts';
import type { Edit } from '../spec/edit';
import type { Range, Spec } from '../spec/spec';
import type { Place } from '../spec/tree';

export type { Place } from '../spec/tree';

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

export interface Finding {
  /** Where it shows. A range only where no path leads: in text that is no JSON. */
  at: Place | Range;
  message: string;
  fixes?: Fix[];
}

/** A fact, or a fact that only some specs need: which one, if any, the spec tells. */
export type Need = FactName | ((spec: Spec) => FactName | undefined);

/** One thing that can be wrong with a spec. A rule is a file named by its code, listed in `rules/index.ts`. */
export interface Rule {
  code: string;
  severity: Severity;
  because: Because;
  /** Facts without which the rule cannot decide. While one is unknown the rule is not run, and is reported as not checked. */
  needs: readonly Need[];
  /** What is checked, as a short clause: "the target's name is free". Shown when it could not be checked. */
  title: string;
  /**
   * Says that something is absent. Not run while the text has syntax errors: it may only not be typed yet, or not be readable.
   */
  ofAbsence?: true;
  /** Whether the rule says anything about this spec at all; default: always. A rule that does not apply is not reported as unchecked. */
  applies?(spec: Spec): boolean;
  find(spec: Spec, facts: Facts): Iterable<Finding>;
}
