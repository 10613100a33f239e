import { plainPaint, type Paint } from '../core/reports/problems-text';

const CODE = { error: 31, warning: 33, information: 36, good: 32, faint: 2 } as const;

/** Colours for a terminal, none elsewhere. */
export function paintFor({ colour }: { colour: boolean }): Paint {
  return colour ? (kind, text) => `\u001b[${CODE[kind]}m${text}\u001b[0m` : plainPaint;
}
