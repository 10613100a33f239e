import type { Facts } from '../../core/facts';
import type { Path } from '../../core/spec/path';
import type { Spec } from '../../core/spec/spec';
import type { Listed } from '../catalogue';

/** Where a value is wanted, and all that is known there. */
export interface Scene {
  spec: Spec;
  path: Path;
  facts: Facts;
  listed: Listed;
  /** The Regions the user works in. */
  regions: readonly string[];
}

/** A value to choose, as plain data: every text of it may come from an account. */
export interface LiveValue {
  label: string;
  value: unknown;
  /** Behind the label, on every row. */
  beside?: string;
  /** At the right edge, on every row. */
  right?: string;
  /** One line about the chosen row. */
  detail?: string;
  /** Some lines about the chosen row. */
  about?: string;
  /** What else it is found by when it is typed. */
  search?: string;
}

export interface LiveValues {
  values: LiveValue[];
  /** Something was asked that is not answered yet: there may be more in a moment. */
  more: boolean;
}

export const none: LiveValues = { values: [], more: false };

export function all(values: LiveValue[]): LiveValues {
  return { values, more: false };
}
