import type { ListShape, NumberShape, StringShape } from './kind';

/** The limit that a number breaks, in words that follow its name; undefined for a number within its limits. */
export function brokenRange(value: number, shape: NumberShape): string | undefined {
  if (shape.besides?.includes(value)) return undefined;
  if (shape.integer && !Number.isInteger(value)) return 'must be a whole number';
  if (shape.above !== undefined && !(value > shape.above)) return `must be more than ${shape.above}`;
  if (shape.min !== undefined && value < shape.min) return `must be at least ${shape.min}`;
  if (shape.max !== undefined && value > shape.max) return `must be at most ${shape.max}`;
  return undefined;
}

/** The same for the length of a text, in UTF-16 units: also that nothing stands where something must, as in a skeleton not filled in. */
export function brokenLength(
  length: number,
  { minLength = 0, maxLength, pattern }: StringShape,
): string | undefined {
  if (length === 0 && (minLength > 0 || pattern?.regex.test('') === false)) return 'is empty: fill it in';
  return brokenSize(length, minLength, maxLength, 'characters long');
}

/** The same for the entries of a list. */
export function brokenCount(count: number, shape: ListShape): string | undefined {
  const { minItems: min = 0, maxItems: max = Infinity } = shape;
  if (count >= min && count <= max) return undefined;
  const bound = count < min ? min : max;
  return `must have at ${count < min ? 'least' : 'most'} ${bound} ${bound === 1 ? 'entry' : 'entries'}; it has ${count}`;
}

function brokenSize(size: number, min = 0, max = Infinity, unit: string): string | undefined {
  if (size >= min && size <= max) return undefined;
  if (min === max) return `must be ${min} ${unit}; it is ${size}`;
  return size < min
    ? `must be at least ${min} ${unit}; it is ${size}`
    : `must be at most ${max} ${unit}; it is ${size}`;
}
