import type { Path } from './path';

/** A path in words: `GlobalSecondaryIndexOverride[1].IndexName`; the top is "the spec". */
export function nameOf(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '') || 'the spec';
}
