import type { Spec } from './spec';

/** Keys and list positions from the top of the document. */
export type Path = readonly (string | number)[];

export type Edit =
  /** Replace the value at a path; a missing last key is added after the last key of its object. */
  | { kind: 'set'; path: Path; value: unknown }
  /** Take a key with its value, or a list entry, away, with its comma and its line when it stands alone on it. */
  | { kind: 'remove'; path: Path }
  /** Give a key another name. */
  | { kind: 'rename'; path: Path; name: string };

/** Replace `length` UTF-16 units at `offset` with `text`. */
export interface TextEdit {
  offset: number;
  length: number;
  text: string;
}

/**
 * The text edits that do what `edits` say, touching nothing else: comments, neighbours, indentation and unknown keys stay.
 * Non-overlapping, in document order. Empty when an edit's place does not exist in this text.
 */
export function textEdits(_spec: Spec, _edits: readonly Edit[]): TextEdit[] {
  return [];
}

/** The text after the edits. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length),
    text,
  );
}
