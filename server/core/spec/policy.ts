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

/** Does the pattern of a policy, `*` for any characters and `?` for one, cover a text? An expression of many stars could take for ever. */
export function covers(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let behindStar = 0;
  for (let place = 0; place < text.length;) {
    if (pattern[at] === '*') {
      star = at++;
      behindStar = place;
    } else if (pattern[at] === '?' || pattern[at] === text[place]) {
      at++;
      place++;
    } else if (star >= 0) {
      at = star + 1;
      place = ++behindStar;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
