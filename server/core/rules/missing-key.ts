// The members that the service's own model marks as required (API_RestoreTableFromBackup, API_GlobalSecondaryIndex, API_KeySchemaElement, ...).
// `ProjectionType` has no default either: CreateTable answers "Unknown ProjectionType: null" (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-126).
import type { Shape } from '../spec/kind';
import { misspeltKeys } from '../spec/meant-key';
import { misfits } from '../spec/misfits';
import { nameOf } from '../spec/name-of';
import type { Path } from '../spec/path';
import { sourceTableName } from '../spec/request';
import { shapeAt } from '../spec/shape';
import type { Spec } from '../spec/spec';
import { has, propertyOf } from '../spec/tree';
import type { Fix, Rule } from './rule';

export const missingKey: Rule = {
  code: 'missing-key',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'every required key is there',
  ofAbsence: true,
  *find(spec) {
    for (const misfit of misfits(spec).missing) {
      const { node, path, shape } = misfit;
      // Of these `unknown-key` asks "Did you mean ...?".
      const misspelt = misspeltKeys(misfit);
      const missing = Object.keys(shape.members).filter(
        (key) => shape.members[key]?.required && !propertyOf(node, key)?.value && !misspelt.has(key),
      );
      if (missing.length === 0) continue;
      yield {
        at: { path: [...path, missing[0] ?? ''], part: 'key' },
        message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing in ${nameOf(path)}.`,
        fixes: missing.length === 1 ? [...added(spec, [...path, missing[0] ?? ''])] : [],
      };
    }
  },
};

/** What may be meant, where the possible values are few. */
function* added(spec: Spec, path: Path): Iterable<Fix> {
  const key = path.at(-1);
  const neighbour = (name: string) => has(spec, [...path.slice(0, -1), name]);
  const values =
    key === 'ProjectionType' && neighbour('NonKeyAttributes')
      ? ['INCLUDE']
      : key === 'StreamEnabled' && neighbour('StreamViewType')
        ? [true]
        : [...possible(spec, path, shapeAt(path)?.shape)];
  for (const value of values) {
    const only = values.length === 1 && path.length > 1;
    yield {
      title: `Add "${key}": ${JSON.stringify(value)}`,
      edits: [{ kind: 'set', path, value }],
      ...(only && isImplied(String(key)) && { preferred: true }),
    };
  }
}

/** These two follow from the key beside them; other single values are suggestions. */
function isImplied(key: string): boolean {
  return key === 'ProjectionType' || key === 'StreamEnabled';
}

function* possible(spec: Spec, path: Path, shape: Shape | undefined): Iterable<unknown> {
  const source = sourceTableName(spec);
  if (path[0] === 'TargetTableName' && source !== undefined && source !== '')
    yield `${source.slice(0, 246)}-restored`;
  if (path[0] === 'Drill') yield 'drill-';
  if (shape?.kind === 'boolean') yield* [true, false];
  if (shape?.kind === 'string' && shape.values) yield* shape.values;
}
