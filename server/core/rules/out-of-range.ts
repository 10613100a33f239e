// Lengths and ranges of the service's model: names 3 to 255, capacity units at least 1, RecoveryPeriodInDays 1 to 35, NonKeyAttributes 1 to
// 20, ... OnDemandThroughput: "outside of valid range" for 0 and below (aws-controllers-k8s/dynamodb-controller, docs/api-quirks,
// DDB-TABLE-273). Whole numbers beyond 2^53 cannot be carried exactly and are refused here.
import { parseBackupArn } from '../spec/arn';
import { misfits, type Misfit } from '../spec/misfits';
import { nameOf } from '../spec/name-of';
import type { NumberShape } from '../spec/kind';
import type { Path } from '../spec/path';
import { shapeAt } from '../spec/shape';
import type { Spec } from '../spec/spec';
import { numberAt, stringAt } from '../spec/tree';
import type { Fix, Rule } from './rule';

export const outOfRange: Rule = {
  code: 'out-of-range',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'numbers, lengths and list sizes are within their limits',
  *find(spec) {
    for (const { limit, ...misfit } of misfits(spec).limit) {
      const { path } = misfit;
      if (isNoBackupArn(misfit)) continue;
      yield {
        at: { path, part: 'value' },
        message: `${nameOf(path)} ${limit}.`,
        fixes: [...within(spec, misfit)],
      };
    }
  },
};

/** What the rules on the form of BackupArn speak of: their words help more than a count of characters. */
function isNoBackupArn({ path, node }: Misfit): boolean {
  const { value } = node;
  return path[0] === 'BackupArn' && typeof value === 'string' && value !== '' && !parseBackupArn(value);
}

/** The nearest number inside; nothing at all where an empty text or list stands. What else is meant cannot be told. */
function* within(spec: Spec, { path, node, shape }: Misfit): Iterable<Fix> {
  if (isOnDemandAnswer(spec, path)) yield { ...remove(path.slice(0, -1)), preferred: true };
  if (shape.kind === 'number' && typeof node.value === 'number') {
    const nearest = nearestIn(node.value, shape);
    if (nearest !== undefined)
      yield { title: `Change to ${nearest}`, edits: [{ kind: 'set', path, value: nearest }] };
  }
  const isEmpty = node.value === '' || (node.type === 'array' && node.children.length === 0);
  if (isEmpty && mayBeAbsent(path))
    yield path[0] === 'AfterRestore' && path.length === 2 ? leave(path) : remove(path);
}

/** DescribeTable answers 0 and 0 for each index of an on-demand table, which takes no ProvisionedThroughput (API_ProvisionedThroughputDescription). */
function isOnDemandAnswer(spec: Spec, path: Path): boolean {
  const capacity = path.slice(0, -1);
  return (
    path[0] === 'GlobalSecondaryIndexOverride' &&
    capacity.at(-1) === 'ProvisionedThroughput' &&
    stringAt(spec, ['BillingModeOverride']) !== 'PROVISIONED' &&
    numberAt(spec, [...capacity, 'ReadCapacityUnits']) === 0 &&
    numberAt(spec, [...capacity, 'WriteCapacityUnits']) === 0
  );
}

function nearestIn(value: number, { integer, min, max, above }: NumberShape): number | undefined {
  const whole = integer ? Math.round(value) : value;
  if (above !== undefined && !(whole > above)) return undefined;
  if (min !== undefined && whole < min) return min;
  if (max !== undefined && whole > max) return max === Number.MAX_SAFE_INTEGER ? undefined : max;
  return whole;
}

function mayBeAbsent(path: Path): boolean {
  return typeof path.at(-1) === 'string' && shapeAt(path)?.member?.required !== true;
}

/** Without the key, `Default` would hold. */
function leave(path: Path): Fix {
  return { title: `Leave ${path.at(-1)} behind`, edits: [{ kind: 'set', path, value: 'Skip' }] };
}

function remove(path: Path): Fix {
  return { title: `Remove ${path.at(-1)}`, edits: [{ kind: 'remove', path }] };
}
