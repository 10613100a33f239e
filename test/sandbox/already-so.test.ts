/** What each call that puts a setting back answers when the table is that way already: some say so, some are silent. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describe } from './conformance/scenes';
import { home, openStage, tableArn, type Stage } from './conformance/stage';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

const name = { TableName: 'Source' };
const resource = { ResourceArn: tableArn('Source') };
const destination = { ...name, StreamArn: `arn:aws:kinesis:${home}:123456789012:stream/changes` };
const stream = { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } };
const recovery = { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 };

const said: [string, string, object, string][] = [
  [
    'a stream that is on',
    'UpdateTable',
    { ...name, ...stream },
    'Table already has an enabled stream: TableName: Source',
  ],
  [
    'time to live that is on',
    'UpdateTimeToLive',
    { ...name, TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' } },
    'TimeToLive is already enabled',
  ],
  [
    'a Kinesis destination that is ACTIVE',
    'EnableKinesisStreamingDestination',
    destination,
    'Table is not in a valid state to enable Kinesis Streaming Destination: EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.',
  ],
];
test.each(said)('%s is a ValidationException the second time', async (_title, operation, input, message) => {
  await stage.done(operation, input);
  stage.advance(3_600_000);
  expect(await stage.call(operation, input)).toMatchObject({
    http: 400,
    error: { name: 'ValidationException', message },
  });
});

const silent: [string, string, object, object][] = [
  [
    'deletion protection',
    'UpdateTable',
    { ...name, DeletionProtectionEnabled: true },
    { DeletionProtectionEnabled: true },
  ],
  [
    'the table class',
    'UpdateTable',
    { ...name, TableClass: 'STANDARD_INFREQUENT_ACCESS' },
    { TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' } },
  ],
  [
    'on-demand maxima',
    'UpdateTable',
    { ...name, OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 20 } },
    { OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 20 } },
  ],
  [
    'warm throughput',
    'UpdateTable',
    { ...name, WarmThroughput: { ReadUnitsPerSecond: 13_000, WriteUnitsPerSecond: 5_000 } },
    { WarmThroughput: { ReadUnitsPerSecond: 13_000, WriteUnitsPerSecond: 5_000 } },
  ],
];
test.each(silent)('%s is accepted the second time and stays', async (_title, operation, input, shown) => {
  await stage.done(operation, input);
  stage.advance(3_600_000);
  await stage.done(operation, input);
  stage.advance(3_600_000);
  expect(await describe(stage, 'Source')).toMatchObject(shown);
});

const same: [string, string, object][] = [
  [
    'point-in-time recovery',
    'UpdateContinuousBackups',
    { ...name, PointInTimeRecoverySpecification: recovery },
  ],
  ['tags', 'TagResource', { ...resource, Tags: [{ Key: 'team', Value: 'orders' }] }],
  [
    'a resource policy',
    'PutResourcePolicy',
    { ...resource, Policy: '{"Version":"2012-10-17","Statement":[]}' },
  ],
];
test.each(same)('%s is answered alike the second time, without a lock', async (_title, operation, input) => {
  const first = await stage.done(operation, input);
  stage.advance(20_000);
  const again = await stage.done(operation, input);
  if (operation === 'PutResourcePolicy') expect(again).toEqual(first);
  // A call that changed nothing keeps nobody out.
  await stage.done(operation, input);
});

test('contributor insights that are on answer with their settled status', async () => {
  const enable = { ...name, ContributorInsightsAction: 'ENABLE' };
  expect(await stage.done('UpdateContributorInsights', enable)).toMatchObject({
    ContributorInsightsStatus: 'ENABLING',
  });
  stage.advance(60_000);
  expect(await stage.done('UpdateContributorInsights', enable)).toMatchObject({
    ContributorInsightsStatus: 'ENABLED',
  });
});

test('a replica is a record that comes and goes', async () => {
  const change = (kind: 'Create' | 'Delete'): object => ({
    ...name,
    ReplicaUpdates: [{ [kind]: { RegionName: 'eu-central-1' } }],
  });
  await stage.done('UpdateTable', change('Create'));
  stage.advance(10_000);
  expect(await describe(stage, 'Source')).toMatchObject({
    Replicas: [{ RegionName: 'eu-central-1', ReplicaStatus: 'CREATING' }],
  });
  stage.advance(60_000);
  expect(await describe(stage, 'Source')).toMatchObject({ Replicas: [{ ReplicaStatus: 'ACTIVE' }] });
  expect((await stage.call('UpdateTable', change('Create'))).error?.name).toBe('ValidationException');
  await stage.done('UpdateTable', change('Delete'));
  stage.advance(300_000);
  expect(await describe(stage, 'Source')).not.toHaveProperty('Replicas');
});
