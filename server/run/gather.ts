import type { Facts } from '../core/facts';
import type { Spec } from '../core/spec/spec';
import type { Account, Clock } from './ports';
import type { Failure } from '../core/answer';

export interface Gathered {
  facts: Facts;
  /** Why a fact stayed unknown. */
  failures: Failure[];
}

/** Ask AWS for everything the spec's rules need. Reads only; a failed read leaves its fact unknown and is listed. */
export declare function gather(
  spec: Spec,
  ports: { account: Account; clock: Clock },
  regionInUse: string | undefined,
  signal?: AbortSignal,
): Promise<Gathered>;
