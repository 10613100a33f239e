import type { Shape } from '../../server/core/spec/kind';
import { specShape } from '../../server/core/spec/shape';

/** A spec that holds every key of the table of keys, each with a value of its shape. As a restore it makes no sense. */
const indexed = {
  IndexName: 'byCustomer',
  KeySchema: [{ AttributeName: 'customerId', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status'] },
};
const arn = 'arn:aws:sns:eu-west-1:123456789012:on-call-people';
const capacity = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 };
const maxima = { MaxReadRequestUnits: 5, MaxWriteRequestUnits: 5 };
const warm = { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4000 };
const tags = [{ Key: 'team', Value: '' }];

export const everyKey: Record<string, unknown> = {
  $schema: './ddbbackup.schema.json',
  Description: 'why',
  AccountId: '123456789012',
  Region: 'eu-west-1',
  BackupArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd',
  SourceTableArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders',
  SourceTableName: 'Orders',
  RestoreDateTime: '2026-11-20T08:30:00Z',
  UseLatestRestorableTime: true,
  TargetTableName: 'Orders-restored',
  BillingModeOverride: 'PAY_PER_REQUEST',
  GlobalSecondaryIndexOverride: [
    { ...indexed, ProvisionedThroughput: capacity, OnDemandThroughput: maxima, WarmThroughput: warm },
  ],
  LocalSecondaryIndexOverride: [indexed],
  VectorIndexOverride: [
    {
      IndexName: 'byMeaning',
      VectorAttribute: { AttributeName: 'embedding' },
      SearchSchema: [{ AttributeName: 'topic', SearchSchemaElementType: 'HASH' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
      Dimensions: 256,
      DistanceFunction: 'COSINE',
    },
  ],
  ProvisionedThroughputOverride: capacity,
  OnDemandThroughputOverride: maxima,
  SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/orders' },
  AfterRestore: {
    Default: 'FromSource',
    SettingsSnapshot: 'orders.ddbsettings.json',
    DeletionProtectionEnabled: true,
    TableClass: 'STANDARD',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    WarmThroughput: warm,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 14 },
    TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
    Tags: tags,
    ContributorInsights: [{ IndexName: 'byCustomer', ContributorInsightsMode: 'THROTTLED_KEYS' }],
    KinesisStreamingDestinations: [
      {
        StreamArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/orders',
        ApproximateCreationDateTimePrecision: 'MICROSECOND',
      },
    ],
    ResourcePolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] },
    Replicas: [{ RegionName: 'eu-central-1', KMSMasterKeyId: 'alias/orders' }],
    ScalableTargets: [
      {
        ScalableDimension: 'dynamodb:index:ReadCapacityUnits',
        IndexName: 'byCustomer',
        MinCapacity: 1,
        MaxCapacity: 10,
        TargetValue: 70,
        ScaleInCooldown: 0,
        ScaleOutCooldown: 60,
      },
    ],
    Alarms: [
      {
        AlarmName: 'Orders throttled',
        AlarmDescription: '',
        ActionsEnabled: true,
        OKActions: [arn],
        AlarmActions: [arn],
        InsufficientDataActions: [arn],
        MetricName: 'ThrottledRequests',
        Namespace: 'AWS/DynamoDB',
        Statistic: 'Sum',
        ExtendedStatistic: 'p99',
        Dimensions: [{ Name: 'TableName', Value: 'Orders' }],
        Period: 60,
        Unit: 'Count',
        EvaluationPeriods: 1,
        DatapointsToAlarm: 1,
        Threshold: 0.5,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
        EvaluateLowSampleCountPercentile: 'ignore',
        Metrics: [{ Id: 'm1', ReturnData: true }],
        Tags: tags,
        ThresholdMetricId: 'ad1',
      },
    ],
  },
  Verify: {
    CompareSettings: true,
    SampleKeys: [{ orderId: { S: 'o-1001', N: '-1.5e3', B: 'aGVsbG8=' } }],
  },
  RecoveryTimeObjectiveMinutes: 60,
  Drill: { NamePrefix: 'drill-', DeleteTableAfterVerify: true, MaxTableSizeGiB: 0.5 },
};

type Path = readonly (string | number)[];

export interface Case {
  name: string;
  value: unknown;
}

/** `everyKey` with one value changed at a time, once in each way that the shape of the value knows of. */
export function* changedOnce(): Iterable<Case> {
  for (const { path, value, shape } of places([], everyKey, specShape)) {
    for (const [what, changed] of changes(value, shape))
      yield { name: `${path.join('.') || 'the spec'}: ${what}`, value: put(everyKey, path, changed) };
  }
}

/** Keys of the table of keys that `everyKey` leaves out. */
export function leftOut(value: unknown = everyKey, given: Shape = specShape): string[] {
  const shape = given.kind === 'words-or' ? given.shape : given;
  if (shape.kind === 'list') return leftOut((value as unknown[])[0], shape.of);
  if (shape.kind === 'map')
    return Object.values(value as object).flatMap((inner) => leftOut(inner, shape.of));
  if (shape.kind !== 'object') return [];
  const held = value as Record<string, unknown>;
  return Object.entries(shape.members).flatMap(([key, member]) =>
    held[key] === undefined ? [key] : leftOut(held[key], member.shape).map((inner) => `${key}.${inner}`),
  );
}

interface Place {
  path: Path;
  value: unknown;
  shape: Shape;
}

function* places(path: Path, value: unknown, shape: Shape): Iterable<Place> {
  yield { path, value, shape };
  const inner = shape.kind === 'words-or' ? shape.shape : shape;
  if (inner.kind === 'list') yield* places([...path, 0], (value as unknown[])[0], inner.of);
  if (inner.kind !== 'object' && inner.kind !== 'map') return;
  for (const [key, held] of Object.entries(value as object)) {
    const member = inner.kind === 'map' ? inner.of : inner.members[key]?.shape;
    if (member) yield* places([...path, key], held, member);
  }
}

function* changes(value: unknown, given: Shape): Iterable<[string, unknown]> {
  for (const other of [null, true, 7, 'FromNowhere', [], {}]) yield [`is ${JSON.stringify(other)}`, other];
  const shape = given.kind === 'words-or' ? given.shape : given;
  if (given.kind === 'words-or') for (const word of given.words) yield [`is the word ${word}`, word];
  if (shape.kind === 'string') yield* changedTexts(value as string, shape);
  if (shape.kind === 'number') yield* changedNumbers(shape);
  if (shape.kind === 'list') {
    const [first] = value as unknown[];
    for (const size of new Set([0, shape.minItems ?? 0, shape.maxItems ?? 20, (shape.maxItems ?? 20) + 1]))
      yield [`has ${size} entries`, Array.from({ length: size }, () => first)];
  }
  if (shape.kind !== 'object') return;
  yield ['has a key that there is not', { ...(value as object), Nonsense: 1 }];
  for (const key of Object.keys(value as object)) yield [`is without ${key}`, without(value as object, key)];
}

function* changedTexts(
  value: string,
  { values = [], minLength = 0, maxLength = 300 }: Extract<Shape, { kind: 'string' }>,
): Iterable<[string, unknown]> {
  for (const word of values) yield [`is ${word}`, word];
  yield ['is in lower case', value.toLowerCase()];
  yield ['has a letter that names have not', `${value}\u00e9`];
  yield ['begins with a line break', `\n${value}`];
  for (const length of new Set([0, Math.max(minLength - 1, 0), minLength, maxLength, maxLength + 1]))
    yield [`is ${length} long`, 'a'.repeat(length)];
}

function* changedNumbers({
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
}: Extract<Shape, { kind: 'number' }>): Iterable<[string, unknown]> {
  for (const number of new Set([min - 1, min, min + 0.5, max, max + 1, -1, 0, 1e300]))
    yield [`is ${number}`, number];
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function put(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const copy = Array.isArray(whole) ? [...(whole as unknown[])] : { ...(whole as object) };
  const held = copy as Record<string | number, unknown>;
  held[step] = put(held[step], rest, value);
  return copy;
}
