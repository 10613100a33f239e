import {
  DescribeTableCommand,
  ListBackupsCommand,
  QueryCommand,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
  ScanCommand,
  type AttributeValue,
  type RestoreTableFromBackupCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { clientFor } from './client';

const now = Date.parse('2026-11-20T10:00:00Z');
const minuteMs = 60_000;
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ now, throttling: false });
});
afterEach(() => sandbox.close());

const version = (n: number): Record<string, AttributeValue> => ({
  pk: { S: 'a' },
  version: { N: String(n) },
});

/** A table whose only item was written every ten minutes of the last hour, and removed five minutes ago. */
async function withHistory(): Promise<void> {
  const writes = [6, 5, 4, 3, 2, 1].map((tens) => ({
    at: now - tens * 10 * minuteMs,
    put: version(7 - tens),
  }));
  await sandbox.seed.table({
    region: 'eu-west-1',
    table: { TableName: 'History' },
    createdAt: now - 24 * 60 * minuteMs,
    changes: [...writes, { at: now - 5 * minuteMs - 1, remove: { pk: { S: 'a' } } }],
    pointInTime: {},
  });
}

async function restoreTo(at: number, target: string): Promise<unknown> {
  const client = clientFor(sandbox);
  const times = { RestoreDateTime: new Date(at) };
  await client.send(
    new RestoreTableToPointInTimeCommand({ SourceTableName: 'History', TargetTableName: target, ...times }),
  );
  sandbox.clock.advance(10_000);
  return (await client.send(new ScanCommand({ TableName: target }))).Items;
}

test('a restore to a point in time has the items of that moment', async () => {
  await withHistory();
  expect(await restoreTo(now - 25 * minuteMs, 'At-25')).toEqual([version(4)]);
  expect(await restoreTo(now - 70 * minuteMs, 'At-70')).toEqual([]);
  expect(await restoreTo(now - 5 * minuteMs, 'At-5')).toEqual([]);
});

test('a time outside the window is refused with both ends of the window', async () => {
  await withHistory();
  await expect(restoreTo(now - 4 * minuteMs, 'Too-late')).rejects.toMatchObject({
    name: 'InvalidRestoreTimeException',
    message:
      "RestoreDateTime '2026-11-20T09:56:00Z' must be within EarliestRestorableDateTime '2026-11-19T10:00:00Z' and " +
      "LatestRestorableDateTime '2026-11-20T09:55:00Z'",
  });
});

test('a deleted table comes back from its SYSTEM backup as it was when it was deleted', async () => {
  await withHistory();
  sandbox.seed.deleteTable('eu-west-1', 'History', now - 35 * minuteMs);
  const client = clientFor(sandbox);
  const { BackupSummaries = [] } = await client.send(new ListBackupsCommand({ BackupType: 'SYSTEM' }));
  const [{ BackupArn } = { BackupArn: '' }] = BackupSummaries;
  await client.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: 'History' }));
  sandbox.clock.advance(10_000);
  expect((await client.send(new ScanCommand({ TableName: 'History' }))).Items).toEqual([version(3)]);
});

test('a backup restores across Regions at the endpoint of the destination', async () => {
  await sandbox.seed.table({ region: 'eu-west-1', table: { TableName: 'Home' }, items: [version(1)] });
  const { arn } = sandbox.seed.backup({ region: 'eu-west-1', table: 'Home', name: 'abroad' });
  const client = clientFor(sandbox, 'us-east-1');
  const input = { BackupArn: arn, TargetTableName: 'Abroad', SSESpecificationOverride: { Enabled: true } };
  await client.send(new RestoreTableFromBackupCommand(input));
  sandbox.clock.advance(20_000);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: 'Abroad' }));
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    TableArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/Abroad',
    SSEDescription: { KMSMasterKeyArn: expect.stringContaining('us-east-1') as string },
  });
  expect((await client.send(new ScanCommand({ TableName: 'Abroad' }))).Items).toEqual([version(1)]);
});

test('the 51st restore at once is refused', async () => {
  await sandbox.seed.table({ region: 'eu-west-1', table: { TableName: 'Home' } });
  const client = clientFor(sandbox);
  const start = (n: number): Promise<unknown> => {
    const { arn: BackupArn } = sandbox.seed.backup({ region: 'eu-west-1', table: 'Home', name: `n-${n}` });
    return client.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: `Target-${n}` }));
  };
  await Promise.all(Array.from({ length: 50 }, (_none, n) => start(n)));
  await expect(start(50)).rejects.toThrow('Only 50 restore operations can be done simultaneously');
});

const several = {
  TableName: 'Modern',
  AttributeDefinitions: ['pk', 'a', 'b'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byBoth',
      KeySchema: ['a', 'b'].map((name) => ({ AttributeName: name, KeyType: 'HASH' })),
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};

test('an index with a key of several attributes is restored, and reading it is refused with a clear text', async () => {
  await sandbox.seed.table({ region: 'eu-west-1', table: several, items: [version(1)] });
  const { arn: BackupArn } = sandbox.seed.backup({ region: 'eu-west-1', table: 'Modern', name: 'modern' });
  const client = clientFor(sandbox);
  await client.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: 'Modern-2' }));
  sandbox.clock.advance(10_000);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: 'Modern-2' }));
  expect(Table?.GlobalSecondaryIndexes).toMatchObject([{ IndexName: 'byBoth', IndexStatus: 'ACTIVE' }]);
  const query = new QueryCommand({
    TableName: 'Modern-2',
    IndexName: 'byBoth',
    KeyConditionExpression: 'a = :a AND b = :b',
    ExpressionAttributeValues: { ':a': { S: 'x' }, ':b': { S: 'y' } },
  });
  await expect(client.send(query)).rejects.toMatchObject({ name: 'SandboxNotImitatedException' });
});

type Unknown = [string, object, Partial<RestoreTableFromBackupCommandInput>];
const gsi = {
  IndexName: 'byA',
  KeySchema: [{ AttributeName: 'a', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
};
const withGsi = {
  ...several,
  TableName: 'Unknown',
  AttributeDefinitions: several.AttributeDefinitions.slice(0, 2),
  GlobalSecondaryIndexes: [gsi],
};
const twice = [gsi, gsi] as RestoreTableFromBackupCommandInput['GlobalSecondaryIndexOverride'];
const unknowns: Unknown[] = [
  [
    'the customer key of a backup without an override',
    {
      TableName: 'Unknown',
      SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/good' },
    },
    {},
  ],
  [
    '-1 as an on-demand maximum',
    { TableName: 'Unknown' },
    { OnDemandThroughputOverride: { MaxReadRequestUnits: -1 } },
  ],
  [
    'indexes not listed when on demand becomes provisioned',
    withGsi,
    {
      BillingModeOverride: 'PROVISIONED',
      ProvisionedThroughputOverride: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    },
  ],
  ['two entries for one index', withGsi, { GlobalSecondaryIndexOverride: twice }],
];
test.each(unknowns)('what nobody knows is refused as not known: %s', async (_title, table, overrides) => {
  await sandbox.seed.table({ region: 'eu-west-1', table: { TableName: 'Unknown', ...table } });
  const { arn: BackupArn } = sandbox.seed.backup({ region: 'eu-west-1', table: 'Unknown', name: 'unknown' });
  const restore = new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: 'Target', ...overrides });
  await expect(clientFor(sandbox).send(restore)).rejects.toMatchObject({ name: 'SandboxNotKnownException' });
});
