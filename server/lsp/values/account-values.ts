import { plain } from '../../core/explain';
import type { CallerIdentity } from '../../core/facts';
import { writtenRegion } from '../../core/spec/request';
import { all, type LiveValues, type Scene } from './scene';

/** The account that the chosen profile signs in to. */
export function accountValues(scene: Scene): LiveValues {
  const { caller, more } = callerOf(scene);
  if (caller === undefined) return { values: [], more };
  return all([
    { label: plain(caller.Account), value: caller.Account, beside: 'signed in', detail: plain(caller.Arn) },
  ]);
}

export function callerOf({ facts, listed, spec, regions }: Scene): {
  caller: CallerIdentity | undefined;
  more: boolean;
} {
  const caller = facts.caller === 'unknown' ? listed.caller() : facts.caller;
  if (caller !== undefined) return { caller, more: false };
  const region = writtenRegion(spec) ?? regions[0];
  return { caller, more: region !== undefined && !listed.settled({ list: 'caller', region }) };
}
