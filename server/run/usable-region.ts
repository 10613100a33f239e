import { partitionOf } from '../core/spec/arn';

/** Nothing is asked of a Region whose name cannot be one: it becomes a part of a host name. */
export function usableRegion(region: string | undefined): string | undefined {
  return region !== undefined && partitionOf(region) !== undefined ? region : undefined;
}
