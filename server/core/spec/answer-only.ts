import type { Path } from './path';

interface Answered {
  /** Who answers, as the message names it. */
  by: string;
  keys: readonly string[];
}

const ofTables = 'DynamoDB answers about a table';
const ofIndexes: Answered = {
  by: ofTables,
  keys: ['Backfilling', 'IndexArn', 'IndexSizeBytes', 'IndexStatus', 'ItemCount'],
};
const ofCapacities: Answered = {
  by: ofTables,
  keys: ['LastDecreaseDateTime', 'LastIncreaseDateTime', 'NumberOfDecreasesToday'],
};

/** By the key of the object, or of the list that holds it. */
const answered: Readonly<Record<string, Answered>> = {
  GlobalSecondaryIndexOverride: ofIndexes,
  LocalSecondaryIndexOverride: ofIndexes,
  VectorIndexOverride: ofIndexes,
  ProvisionedThroughput: ofCapacities,
  ProvisionedThroughputOverride: ofCapacities,
  WarmThroughput: { by: ofTables, keys: ['Status'] },
  SSESpecificationOverride: { by: ofTables, keys: ['InaccessibleEncryptionDateTime', 'Status'] },
  PointInTimeRecoverySpecification: {
    by: 'DescribeContinuousBackups answers',
    keys: ['EarliestRestorableDateTime', 'LatestRestorableDateTime'],
  },
  ContributorInsights: {
    by: 'DescribeContributorInsights answers',
    keys: [
      'ContributorInsightsRuleList',
      'ContributorInsightsStatus',
      'FailureException',
      'LastUpdateDateTime',
      'TableName',
    ],
  },
  KinesisStreamingDestinations: {
    by: 'DescribeKinesisStreamingDestination answers',
    keys: ['DestinationStatus', 'DestinationStatusDescription'],
  },
  Replicas: {
    by: ofTables,
    keys: [
      'ReplicaArn',
      'ReplicaInaccessibleDateTime',
      'ReplicaStatus',
      'ReplicaStatusDescription',
      'ReplicaStatusPercentProgress',
    ],
  },
  // Not `SuspendedState`: scaling that was suspended would run again without it.
  ScalableTargets: {
    by: 'DescribeScalableTargets answers',
    keys: [
      'CreationTime',
      'PredictedCapacity',
      'ResourceId',
      'RoleARN',
      'ScalableTargetARN',
      'ServiceNamespace',
    ],
  },
  Alarms: {
    by: 'DescribeAlarms answers',
    keys: [
      'AlarmArn',
      'AlarmConfigurationUpdatedTimestamp',
      'EvaluationState',
      'StateReason',
      'StateReasonData',
      'StateTransitionedTimestamp',
      'StateUpdatedTimestamp',
      'StateValue',
    ],
  },
};

/**
 * Is this a member that AWS answers, and no spec takes: what an entry copied from there brings along?
 * API_GlobalSecondaryIndexDescription, API_LocalSecondaryIndexDescription, API_ProvisionedThroughputDescription,
 * API_GlobalSecondaryIndexWarmThroughputDescription, API_SSEDescription, API_PointInTimeRecoveryDescription,
 * API_DescribeContributorInsights, API_KinesisDataStreamDestination, API_ReplicaDescription; Application Auto Scaling: API_ScalableTarget;
 * CloudWatch: API_MetricAlarm.
 */
export function isAnswerOnly(path: Path): boolean {
  return answeredBy(path) !== undefined;
}

/** Who answers such a member, as a clause: "DescribeAlarms answers". */
export function answeredBy(path: Path): string | undefined {
  const owner = path.findLast((part, at) => at < path.length - 1 && typeof part === 'string');
  const name = String(owner);
  const found = Object.hasOwn(answered, name) ? answered[name] : undefined;
  return found?.keys.includes(String(path.at(-1))) === true ? found.by : undefined;
}

/**
 * A state that is answered where a spec takes true or false: which member says so. API_TimeToLiveDescription,
 * API_PointInTimeRecoveryDescription.
 */
export const flagOfStatus: ReadonlyMap<string, string> = new Map([
  ['TimeToLiveStatus', 'Enabled'],
  ['PointInTimeRecoveryStatus', 'PointInTimeRecoveryEnabled'],
]);
