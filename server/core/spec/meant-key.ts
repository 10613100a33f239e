import { flagOfStatus, isAnswerOnly } from './answer-only';
import type { ObjectShape } from './kind';
import type { Misfit } from './misfits';
import { nearest } from './nearest';
import type { ObjectNode, Property } from './node';
import { memberOf } from './shape';
import { properties, propertyOf } from './tree';

/** The key that one not understood is taken for, of those not yet written beside it; undefined where none is near. */
export function meantBy({ key, value }: Property, shape: ObjectShape, node: ObjectNode): string | undefined {
  const written = value?.value;
  const isName = typeof written === 'string' && !written.startsWith('arn:');
  const free = Object.keys(shape.members).filter(
    (name) => !propertyOf(node, name) && !(isName && name.endsWith('Arn')),
  );
  const flag = flagOfStatus.get(key);
  if (flag === undefined) return nearest(key, free);
  // Any other state is neither on nor off; none is one that is being typed.
  const isOnOrOff = value === undefined || written === 'ENABLED' || written === 'DISABLED';
  return isOnOrOff && free.includes(flag) ? flag : undefined;
}

/** The keys that are there, but under a wrong name. */
export function misspeltKeys({ node, path, shape }: Misfit<ObjectNode, ObjectShape>): ReadonlySet<string> {
  const unknown = properties(node).filter(
    ({ key }) => !memberOf(shape, key) && !isAnswerOnly([...path, key]),
  );
  return new Set(unknown.flatMap((property) => meantBy(property, shape, node) ?? []));
}
