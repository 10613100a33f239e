import pThrottle from 'p-throttle';

interface Rate {
  limit: number;
  intervalMs: number;
}

/**
 * Rates that stay below the service's limiters, which are kept per operation. Documented ones (API_ListBackups: 5/s; API_DescribeBackup,
 * API_DeleteBackup, API_DescribeContinuousBackups, API_RestoreTableFromBackup: 10/s; API_CreateBackup: 50/s; API_TagResource: 5/s), lowered
 * where fewer were seen to pass (aws-controllers-k8s/dynamodb-controller docs/api-quirks DDB-BACKUP-020, -023, DDB-TABLE-383, -403).
 * What is not named here was never seen throttled.
 */
const RATES: Record<string, Rate> = {
  ListBackups: { limit: 4, intervalMs: 1000 },
  DescribeBackup: { limit: 8, intervalMs: 1000 },
  DeleteBackup: { limit: 8, intervalMs: 1000 },
  DescribeTimeToLive: { limit: 4, intervalMs: 8000 },
  DescribeContinuousBackups: { limit: 10, intervalMs: 10_000 },
  UpdateContinuousBackups: { limit: 10, intervalMs: 15_000 },
  ListTagsOfResource: { limit: 10, intervalMs: 1000 },
  CreateBackup: { limit: 50, intervalMs: 1000 },
  RestoreTableFromBackup: { limit: 10, intervalMs: 1000 },
  RestoreTableToPointInTime: { limit: 10, intervalMs: 1000 },
  UpdateTable: { limit: 2, intervalMs: 1000 },
  TagResource: { limit: 2, intervalMs: 1000 },
};

/** Resolves when the call may be sent. */
export type Pace = (region: string, operation: string) => Promise<void>;

export function pacer(): Pace {
  const turns = new Map<string, () => Promise<void>>();
  return async (region, operation) => {
    const rate = RATES[operation];
    if (!rate) return;
    const key = `${region} ${operation}`;
    const turn = turns.get(key) ?? turnOf(rate);
    turns.set(key, turn);
    await turn();
  };
}

function turnOf({ limit, intervalMs }: Rate): () => Promise<void> {
  return pThrottle({ limit, interval: intervalMs, strict: true })(async () => {});
}
