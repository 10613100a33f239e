import { backupOperations } from './backups';
import { continuousBackupOperations } from './continuous-backups';
import { contributorInsightsOperations } from './contributor-insights';
import { itemOperations } from './items';
import { kinesisOperations } from './kinesis';
import type { Operation } from './operation';
import { resourcePolicyOperations } from './resource-policies';
import { restoreOperations } from './restores';
import { tableOperations } from './tables';
import { tagOperations } from './tags';
import { timeToLiveOperations } from './time-to-live';
import { updateTableOperations } from './update-table';

/** All that the sandbox can do as DynamoDB, by operation. What is missing here is answered with `UnknownOperationException`. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...tableOperations,
    ...updateTableOperations,
    ...itemOperations,
    ...backupOperations,
    ...restoreOperations,
    ...continuousBackupOperations,
    ...timeToLiveOperations,
    ...tagOperations,
    ...resourcePolicyOperations,
    ...contributorInsightsOperations,
    ...kinesisOperations,
  }),
);
