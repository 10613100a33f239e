import type { Path } from './path';

const ofIndexes = ['Backfilling', 'IndexArn', 'IndexSizeBytes', 'IndexStatus', 'ItemCount'];
const ofCapacities = ['LastDecreaseDateTime', 'LastIncreaseDateTime', 'NumberOfDecreasesToday'];

/** By the key of the object, or of the list that holds it. */
const answered: Readonly<Record<string, readonly string[]>> = {
  GlobalSecondaryIndexOverride: ofIndexes,
  LocalSecondaryIndexOverride: ofIndexes,
  VectorIndexOverride: ofIndexes,
  ProvisionedThroughput: ofCapacities,
  ProvisionedThroughputOverride: ofCapacities,
  WarmThroughput: ['Status'],
};

/**
 * Is this a member that DescribeTable and DescribeBackup answer, and no request takes: what an entry copied from there brings along?
 * API_GlobalSecondaryIndexDescription, API_LocalSecondaryIndexDescription, API_ProvisionedThroughputDescription,
 * API_GlobalSecondaryIndexWarmThroughputDescription.
 */
export function isAnswerOnly(path: Path): boolean {
  const owner = path.findLast((part, at) => at < path.length - 1 && typeof part === 'string');
  return answered[String(owner)]?.includes(String(path.at(-1))) === true;
}
