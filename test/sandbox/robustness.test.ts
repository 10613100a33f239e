import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../../server/sandbox/operations';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { checkAnswer, post } from './client';

let sandbox: Sandbox;
let backupId = '';
beforeAll(async () => {
  sandbox = await startSandbox({
    sample: true,
    throttling: false,
    now: Date.parse('2026-11-20T10:00:00Z'),
    scale: 0.001,
  });
});
afterAll(() => sandbox.close());

const arn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders';
const backupArn = `${arn}/backup/BACKUP_ID`;
const streamArn = 'arn:aws:kinesis:eu-west-1:123456789012:stream/changes';
const units = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 };
const key = { orderId: { S: 'o-1001' } };
const index = {
  IndexName: 'byStatus',
  KeySchema: [
    { AttributeName: 'status', KeyType: 'HASH' },
    { AttributeName: 'createdAt', KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'KEYS_ONLY' },
};
const overrides = {
  TargetTableName: 'Target',
  BillingModeOverride: 'PROVISIONED',
  ProvisionedThroughputOverride: units,
  OnDemandThroughputOverride: { MaxReadRequestUnits: 10 },
  GlobalSecondaryIndexOverride: [{ ...index, ProvisionedThroughput: units }],
  LocalSecondaryIndexOverride: [index],
  VectorIndexOverride: [
    {
      IndexName: 'byMeaning',
      VectorAttribute: { AttributeName: 'e' },
      Projection: { ProjectionType: 'ALL' },
      Dimensions: 3,
      DistanceFunction: 'COSINE',
    },
  ],
  SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/good' },
};

/** A full request for every operation, to be spoilt. */
const whole: Record<string, object> = {
  CreateTable: {
    TableName: 'New',
    AttributeDefinitions: ['orderId', 'status', 'createdAt'].map((name) => ({
      AttributeName: name,
      AttributeType: 'S',
    })),
    KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [index],
    BillingMode: 'PAY_PER_REQUEST',
    OnDemandThroughput: { MaxReadRequestUnits: 10 },
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    SSESpecification: overrides.SSESpecificationOverride,
    Tags: [{ Key: 'a', Value: '1' }],
  },
  DescribeTable: { TableName: 'Orders' },
  ListTables: { Limit: 3, ExclusiveStartTableName: 'Customers' },
  DeleteTable: { TableName: 'Plain' },
  DescribeLimits: {},
  UpdateTable: {
    TableName: 'Plain',
    BillingMode: 'PROVISIONED',
    ProvisionedThroughput: units,
    GlobalSecondaryIndexUpdates: [
      {
        Create: index,
        Update: { IndexName: 'byStatus', ProvisionedThroughput: units },
        Delete: { IndexName: 'byStatus' },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    SSESpecification: overrides.SSESpecificationOverride,
    ReplicaUpdates: [{ Create: { RegionName: 'us-east-1' }, Delete: { RegionName: 'us-east-1' } }],
    TableClass: 'STANDARD',
    DeletionProtectionEnabled: true,
    OnDemandThroughput: { MaxReadRequestUnits: 10 },
    WarmThroughput: { ReadUnitsPerSecond: 13_000 },
  },
  BatchGetItem: { RequestItems: { Orders: { Keys: [key] } } },
  BatchWriteItem: {
    RequestItems: {
      Orders: [{ PutRequest: { Item: key } }, { DeleteRequest: { Key: { orderId: { S: 'o-1' } } } }],
    },
  },
  DeleteItem: { TableName: 'Orders', Key: key },
  GetItem: { TableName: 'Orders', Key: key, ProjectionExpression: 'orderId' },
  PutItem: {
    TableName: 'Orders',
    Item: { ...key, n: { N: '1' }, l: { L: [{ BOOL: true }] }, m: { M: { a: { NULL: true } } } },
  },
  Query: {
    TableName: 'Orders',
    IndexName: 'byStatus',
    KeyConditionExpression: '#s = :s',
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':s': { S: 'NEW' } },
    Limit: 2,
  },
  Scan: {
    TableName: 'Orders',
    Limit: 2,
    ExclusiveStartKey: key,
    FilterExpression: 'orderId <> :x',
    ExpressionAttributeValues: { ':x': { S: 'y' } },
  },
  UpdateItem: {
    TableName: 'Orders',
    Key: key,
    UpdateExpression: 'SET n = :n',
    ExpressionAttributeValues: { ':n': { N: '2' } },
    ReturnValues: 'ALL_NEW',
  },
  CreateBackup: { TableName: 'Orders', BackupName: 'any' },
  DescribeBackup: { BackupArn: backupArn },
  ListBackups: {
    TableName: 'Orders',
    Limit: 2,
    TimeRangeLowerBound: 1_795_000_000,
    TimeRangeUpperBound: 1_796_000_000.5,
    ExclusiveStartBackupArn: backupArn,
    BackupType: 'ALL',
  },
  DeleteBackup: { BackupArn: backupArn },
  RestoreTableFromBackup: { BackupArn: backupArn, ...overrides },
  RestoreTableToPointInTime: {
    SourceTableName: 'Orders',
    SourceTableArn: arn,
    RestoreDateTime: 1_795_168_000,
    UseLatestRestorableTime: true,
    ...overrides,
  },
  DescribeContinuousBackups: { TableName: 'Orders' },
  UpdateContinuousBackups: {
    TableName: 'Plain',
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
  },
  UpdateTimeToLive: { TableName: 'Plain', TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' } },
  DescribeTimeToLive: { TableName: 'Orders' },
  TagResource: { ResourceArn: arn, Tags: [{ Key: 'a', Value: '1' }] },
  UntagResource: { ResourceArn: arn, TagKeys: ['a'] },
  ListTagsOfResource: { ResourceArn: arn, NextToken: '0' },
  PutResourcePolicy: {
    ResourceArn: arn,
    Policy: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["dynamodb:*"]}]}',
  },
  GetResourcePolicy: { ResourceArn: arn },
  DeleteResourcePolicy: { ResourceArn: arn },
  UpdateContributorInsights: {
    TableName: 'Orders',
    IndexName: 'byStatus',
    ContributorInsightsAction: 'ENABLE',
    ContributorInsightsMode: 'THROTTLED_KEYS',
  },
  DescribeContributorInsights: { TableName: 'Orders', IndexName: 'byStatus' },
  EnableKinesisStreamingDestination: {
    TableName: 'Orders',
    StreamArn: streamArn,
    EnableKinesisStreamingConfiguration: { ApproximateCreationDateTimePrecision: 'MICROSECOND' },
  },
  DisableKinesisStreamingDestination: { TableName: 'Orders', StreamArn: streamArn },
  UpdateKinesisStreamingDestination: {
    TableName: 'Orders',
    StreamArn: streamArn,
    UpdateKinesisStreamingConfiguration: { ApproximateCreationDateTimePrecision: 'MILLISECOND' },
  },
  DescribeKinesisStreamingDestination: { TableName: 'Orders' },
};

const strange: unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  1e300,
  '',
  'x',
  'Orders',
  'Plain',
  arn,
  backupArn,
  'arn:',
  '{',
  '[]',
  [],
  {},
  [[]],
  [null],
  [{}],
  { S: 1 },
  'y'.repeat(2_000),
];

/** Puts back the table and the backup that an earlier request deleted. */
async function replenish(): Promise<void> {
  const region = sandbox.world.regions.get('eu-west-1');
  if (region?.tables.has('Plain') !== true) {
    await sandbox.seed.table({ region: 'eu-west-1', table: { TableName: 'Plain' }, pointInTime: {} });
  }
  if (
    region?.tables.has('Orders') === true &&
    region.backups.find({ id: backupId, table: 'Orders' }) === undefined
  ) {
    backupId = sandbox.seed.backup({ region: 'eu-west-1', table: 'Orders', name: 'any' }).id;
  }
}

/** Replaces or removes what a random walk through a request arrives at. */
function spoilt(value: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const place = (count: number): number => step % count;
  if (Array.isArray(value)) {
    const inner: unknown[] = value;
    return inner.map((element, n) =>
      n === place(inner.length) ? spoilt(element, rest, replacement) : element,
    );
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, inner], n) => [
      name,
      n === place(entries.length) ? spoilt(inner, rest, replacement) : inner,
    ]),
  );
}

const walk = fc.record({
  steps: fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
  replacement: fc.oneof(fc.constantFrom(...strange, undefined), fc.string()),
});
const request = fc.record({
  operation: fc.constantFrom(...Object.keys(whole)),
  kept: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }).chain((some) =>
    fc.constantFrom(
      some,
      Array.from({ length: 16 }, () => true),
    ),
  ),
  walks: fc.array(walk, { maxLength: 3 }),
  waitMs: fc.constantFrom(0, 0, 10, 1_000),
});

test('every operation is among the requests that are spoilt', () => {
  expect(Object.keys(whole).toSorted()).toEqual([...operations.keys()].toSorted());
});

test(
  'ten thousand random requests are each answered as the API model allows',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ operation, kept, walks, waitMs }) => {
        const members = Object.entries(whole[operation] ?? {}).filter(
          (_member, n) => n === 0 || kept[n] === true,
        );
        const full: unknown = Object.fromEntries(members);
        const spoiltInput = walks.reduce(
          (left, { steps, replacement }) => spoilt(left, steps, replacement),
          full,
        );
        sandbox.clock.advance(waitMs);
        await replenish();
        const input = JSON.stringify(spoiltInput)?.replaceAll('BACKUP_ID', backupId) ?? 'null';
        const response = await post(sandbox.url, operation, input);
        checkAnswer(operation, response.status, await response.text());
      }),
      { numRuns: 10_000, seed: 7 },
    );
    const accepted = new Set(
      sandbox.requests.all
        .filter(({ answer }) => answer !== undefined && 'status' in answer && answer.status === 200)
        .map((r) => r.operation),
    );
    expect(accepted.size).toBeGreaterThan(30);
  },
);
