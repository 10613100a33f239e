import type { Path } from './path';
import type { Spec } from './spec';
import { entriesAt, nodeAt, stringAt } from './tree';

/** Where a resource policy is written out. */
export const policyPath: Path = ['AfterRestore', 'ResourcePolicy'];

/** The statements of the policy: of a list its entries, else the one; none while there is none. */
export function statementsOf(spec: Spec): Path[] {
  const path = [...policyPath, 'Statement'];
  const node = nodeAt(spec, path);
  if (node === undefined || nodeAt(spec, policyPath)?.type !== 'object') return [];
  return node.type === 'array' ? entriesAt(spec, path) : [path];
}

/** The texts at a path, where one text may stand for a list of one. */
export function textsAt(spec: Spec, path: Path): { path: Path; text: string }[] {
  const places = nodeAt(spec, path)?.type === 'array' ? entriesAt(spec, path) : [path];
  return places.flatMap((place) => {
    const text = stringAt(spec, place);
    return text === undefined ? [] : [{ path: place, text }];
  });
}
