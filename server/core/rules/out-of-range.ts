// Lengths and ranges of the service's model: names 3 to 255, capacity units at least 1, RecoveryPeriodInDays 1 to 35, NonKeyAttributes 1 to
// 20, ... OnDemandThroughput: "outside of valid range" for 0 and below (aws-controllers-k8s/dynamodb-controller, docs/api-quirks,
// DDB-TABLE-273). Whole numbers beyond 2^53 cannot be carried exactly and are refused here.
import type { Node } from 'jsonc-parser';
import type { Shape } from '../spec/kind';
import { nameOf } from '../spec/name-of';
import { numberOf, textOf } from '../spec/tree';
import { visits } from '../spec/visits';
import type { Rule } from './rule';

export const outOfRange: Rule = {
  code: 'out-of-range',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'numbers, lengths and list sizes are within their limits',
  *find(spec) {
    for (const { node, path, shape } of visits(spec)) {
      const limit = brokenLimit(node, shape);
      if (limit !== undefined) yield { at: { path, part: 'value' }, message: `${nameOf(path)} ${limit}.` };
    }
  },
};

/** The limit that a value breaks, in words that follow its name. */
function brokenLimit(node: Node, shape: Shape): string | undefined {
  const value = numberOf(node);
  if (shape.kind === 'number' && value !== undefined) return brokenNumber(value, shape);
  const text = textOf(node);
  if (shape.kind === 'string' && text !== undefined) {
    const { minLength: min = 0, maxLength: max = Infinity } = shape;
    return brokenSize(text.length, min, max, 'characters long');
  }
  if (shape.kind === 'list' && node.type === 'array') {
    const { minItems: min = 0, maxItems: max = Infinity } = shape;
    return brokenSize(node.children?.length ?? 0, min, max, 'entries long');
  }
  return undefined;
}

function brokenNumber(value: number, shape: Extract<Shape, { kind: 'number' }>): string | undefined {
  if (shape.integer && !Number.isInteger(value)) return 'must be a whole number';
  if (shape.above !== undefined && !(value > shape.above)) return `must be more than ${shape.above}`;
  if (shape.min !== undefined && value < shape.min) return `must be at least ${shape.min}`;
  if (shape.max !== undefined && value > shape.max) return `must be at most ${shape.max}`;
  return undefined;
}

function brokenSize(size: number, min: number, max: number, unit: string): string | undefined {
  if (size >= min && size <= max) return undefined;
  if (min === max) return `must be ${min} ${unit}; it is ${size}`;
  return size < min
    ? `must be at least ${min} ${unit}; it is ${size}`
    : `must be at most ${max} ${unit}; it is ${size}`;
}
