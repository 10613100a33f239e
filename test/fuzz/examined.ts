import type { Checked } from '../../server/core/check';
import type { Spec } from '../../server/core/spec/spec';
import type { FuzzDocument } from './documents';
import type { Random } from './random';
import type { Subject } from './subject';

/** A document under examination: parsed and checked once, for all properties. */
export interface Examined extends FuzzDocument {
  subject: Subject;
  spec: Spec;
  checked: Checked;
  /** The property's own choices: the same ones when the document is examined again. */
  random: Random;
}

/** Whatever holds for every document. */
export interface Property {
  /** As in the plan of properties: P1 to P14. */
  code: string;
  /** The promise, as a sentence. */
  says: string;
  /** Held against one document in so many. */
  oneIn: number;
  /** How a document breaks it; undefined when it does not. What it throws is a breach too. */
  fault(document: Examined): string | undefined | Promise<string | undefined>;
}
