import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from './conformance/stage';
import { describe as describeTable, indexedOnDemand, statusOf, table, units } from './conformance/scenes';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

const stream = { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } };

test('a switch to on demand may bring a stream and maxima along', async () => {
  await table(stage, 'Target', { ProvisionedThroughput: units(5) });
  const change = { TableName: 'Target', BillingMode: 'PAY_PER_REQUEST' };
  await stage.done('UpdateTable', { ...change, ...stream });
  expect(await statusOf(stage, 'Target')).toBe('UPDATING');
  stage.advance(200_000);
  expect(await describeTable(stage, 'Target')).toMatchObject({
    TableStatus: 'ACTIVE',
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    ProvisionedThroughput: units(0),
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  });
});

test('a call of which one part is refused changes nothing', async () => {
  await table(stage, 'Target', { ...stream, ProvisionedThroughput: units(5) });
  const before = await describeTable(stage, 'Target');
  const refused = { TableName: 'Target', BillingMode: 'PAY_PER_REQUEST', ...stream };
  expect((await stage.call('UpdateTable', refused)).error?.message).toMatch(
    /^Table already has an enabled stream/,
  );
  expect(await describeTable(stage, 'Target')).toEqual(before);
});

test('an index that is added is filled, and one that is removed is gone', async () => {
  const keys = ['status', 'when'].map((name) => ({ AttributeName: name, AttributeType: 'S' }));
  await stage.done('PutItem', { TableName: 'Source', Item: { pk: { S: 'x' }, status: { S: 'NEW' } } });
  const create = {
    IndexName: 'byStatus',
    KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
    Projection: { ProjectionType: 'ALL' },
  };
  await stage.done('UpdateTable', {
    TableName: 'Source',
    AttributeDefinitions: keys.slice(0, 1),
    GlobalSecondaryIndexUpdates: [{ Create: create }],
  });
  const query = {
    TableName: 'Source',
    IndexName: 'byStatus',
    KeyConditionExpression: '#s = :s',
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':s': { S: 'NEW' } },
  };
  const early = await stage.call('Query', query);
  expect(early.error?.message).toBe('Cannot read from backfilling global secondary index: byStatus');
  stage.advance(stage.sandbox.durations.indexCreating);
  expect((await stage.done('Query', query))['Count']).toBe(1);
  const remove = { Delete: { IndexName: 'byStatus' } };
  await stage.done('UpdateTable', { TableName: 'Source', GlobalSecondaryIndexUpdates: [remove] });
  stage.advance(stage.sandbox.durations.indexDeleting);
  expect(await describeTable(stage, 'Source')).not.toHaveProperty('GlobalSecondaryIndexes');
  expect((await stage.call('Query', query)).error?.message).toContain('does not have the specified index');
});

const protection = { TableName: 'Source', DeletionProtectionEnabled: true };

test('deletion protection stops DeleteTable, and tells when it may be changed again', async () => {
  await stage.done('UpdateTable', protection);
  const { error } = await stage.call('DeleteTable', { TableName: 'Source' });
  expect(error?.message).toMatch(/^Resource cannot be deleted as it is currently protected against deletion/);
  stage.advance(5_000);
  const early = await stage.call('UpdateTable', { ...protection, DeletionProtectionEnabled: false });
  const freeAt = new Date(stage.now() + 10_000).toISOString();
  expect(early.error).toEqual({
    name: 'ThrottlingException',
    message: `Deletion protection setting for table Source modified within the previous 15000 milliseconds. Please try again after ${freeAt}`,
  });
  stage.advance(10_000);
  await stage.done('UpdateTable', { ...protection, DeletionProtectionEnabled: false });
});

const troubled = ['INACCESSIBLE_ENCRYPTION_CREDENTIALS', 'ARCHIVED', 'REPLICATION_NOT_AUTHORIZED'] as const;
test.each(troubled)('a test can put a table into %s and out of it', async (status) => {
  stage.sandbox.seed.trouble('us-west-2', 'Source', status);
  expect(await statusOf(stage, 'Source')).toBe(status);
  stage.sandbox.seed.trouble('us-west-2', 'Source', undefined);
  expect(await statusOf(stage, 'Source')).toBe('ACTIVE');
});

test('a test can let a restore vanish', async () => {
  await stage.done('RestoreTableFromBackup', {
    BackupArn: stage.vars['BACKUP_ARN'],
    TargetTableName: 'Target',
  });
  stage.sandbox.seed.vanish('us-west-2', 'Target');
  expect(await statusOf(stage, 'Target')).toBe('ResourceNotFoundException');
});

const broken: [string, object, string][] = [
  [
    'no capacity',
    { ...indexedOnDemand, BillingMode: 'PROVISIONED' },
    'ReadCapacityUnits and WriteCapacityUnits must both be specified',
  ],
  [
    'an unused attribute',
    {
      AttributeDefinitions: [
        ...indexedOnDemand.AttributeDefinitions,
        { AttributeName: 'x', AttributeType: 'S' },
      ],
    },
    'Some AttributeDefinitions are not used',
  ],
  [
    'an undefined key',
    { AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }] },
    'Some index key attributes are not defined',
  ],
  [
    'a sort key alone',
    { KeySchema: [{ AttributeName: 'sk', KeyType: 'RANGE' }] },
    'The first KeySchemaElement is not a HASH key type',
  ],
];
test.each(broken)('CreateTable with %s is refused', async (_title, change, text) => {
  const whole = { TableName: 'New', BillingMode: 'PAY_PER_REQUEST', ...indexedOnDemand, ...change };
  expect((await stage.call('CreateTable', whole)).error?.message).toContain(text);
  expect(await statusOf(stage, 'New')).toBe('ResourceNotFoundException');
});
