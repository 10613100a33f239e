import { randomOf, type Random } from '../fuzz/random';
import type { Source } from './world';

/** A spec while it is made: plain JSON, the source it was meant for beside it. */
export interface Draft {
  source: Source;
  spec: Fields;
  /** Applied to the text at last: what no object can say, such as a key written twice. */
  retext?: (text: string) => string;
}

export type Json = null | boolean | number | string | Json[] | Fields;
export interface Fields {
  [key: string]: Json;
}

/** One thing done to a spec, most often wrong. Does nothing where there is nothing to do it to. */
export type Mutation = (draft: Draft, random: Random) => void;

export type { Random };
export { randomOf };

export function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a list of the spec that are objects. */
export function entriesOf(draft: Draft, list: string): Fields[] {
  const value = draft.spec[list];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

export function asJson(value: unknown): Json {
  return structuredClone(value) as Json;
}
