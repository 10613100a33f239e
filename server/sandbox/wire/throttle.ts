/**
 * How many calls the service takes. Reads have a bucket for each operation, Region and connection: a burst on one connection is refused
 * where the same burst on many is not. Changes share one bucket of the account in a Region
 * (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-BACKUP-020, -023, -026, DDB-TABLE-130, -132, -383, -403, -434).
 */
import type { Clock } from '../clock';
import { ApiError } from './error';

interface Bucket {
  readonly size: number;
  readonly perSecond: number;
}

const buckets: ReadonlyMap<string, Bucket> = new Map([
  ['ListBackups', { size: 5, perSecond: 4 }],
  ['DescribeBackup', { size: 13, perSecond: 8 }],
  ['DeleteBackup', { size: 13, perSecond: 8 }],
  ['DescribeTimeToLive', { size: 4, perSecond: 0.5 }],
  ['DescribeContinuousBackups', { size: 11, perSecond: 0.7 }],
  ['UpdateContinuousBackups', { size: 11, perSecond: 0.7 }],
]);

/** After so long without a call every bucket is full again. */
const slowestRefillMs = 60_000;

const accountChanges: Bucket = { size: 7, perSecond: 7 };

export interface Throttle {
  enabled: boolean;
  /** @throws ApiError `ThrottlingException` when the operation's bucket is empty */
  admit(operation: string, region: string, connection: number): void;
  /** @throws ApiError `ThrottlingException` when the account's share of changes is used up */
  spend(region: string, share: number): void;
}

export function openThrottle(clock: Clock, enabled: boolean): Throttle {
  const levels = new Map<string, { tokens: number; at: number }>();

  /** The oldest first: a connection that is gone must not be remembered for ever. */
  const forgetFull = (now: number): void => {
    for (const [key, { at }] of levels) {
      if (now - at < slowestRefillMs) return;
      levels.delete(key);
    }
  };

  const take = (key: string, bucket: Bucket, share: number): boolean => {
    const now = clock.now();
    const level = levels.get(key) ?? { tokens: bucket.size, at: now };
    const tokens = Math.min(bucket.size, level.tokens + ((now - level.at) / 1000) * bucket.perSecond);
    const isEnough = tokens >= share;
    levels.delete(key);
    levels.set(key, { tokens: isEnough ? tokens - share : tokens, at: now });
    forgetFull(now);
    return isEnough;
  };

  return {
    enabled,
    admit(operation, region, connection) {
      const bucket = buckets.get(operation);
      if (!this.enabled || bucket === undefined) return;
      if (!take(`${operation} ${region} ${connection}`, bucket, 1)) throw throttled('Rate exceeded');
    },
    spend(region, share) {
      if (!this.enabled || take(region, accountChanges, share)) return;
      throw throttled('The rate of control plane requests made by this account is too high');
    },
  };
}

function throttled(message: string): ApiError {
  return new ApiError('ThrottlingException', message);
}
