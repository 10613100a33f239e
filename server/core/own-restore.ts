import { canonical } from './canonical';
import type { Facts } from './facts';
import type { Operation } from './journal';
import { destinationRegion, requestInput, targetOf } from './spec/request';
import type { Spec } from './spec/spec';

/**
 * The restore of this very spec among those that are under way: the same request to the same Region, in the account that is signed in.
 * `undefined` also while it is not known who is signed in: in another account the same file asks for another table.
 */
export function ownRestore(spec: Spec, facts: Facts, open: readonly Operation[]): Operation | undefined {
  const { caller } = facts;
  if (caller === 'unknown') return undefined;
  return restoresAlike(spec, facts, open).find(({ intent }) => intent.key.accountId === caller.Account);
}

/** Those of the same request to the same Region, in whatever account. */
export function restoresAlike(spec: Spec, facts: Facts, open: readonly Operation[]): Operation[] {
  const target = targetOf(spec);
  const region = destinationRegion(spec, facts);
  const asked = canonical(requestInput(spec));
  return open.filter(
    ({ intent: { key, input } }) =>
      key.target === target && key.region === region && canonical(input) === asked,
  );
}
