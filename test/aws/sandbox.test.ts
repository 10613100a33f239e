import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccount, type OpenAccount } from '../../server/aws';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { failureOfCall } from './fake-service';

/** Whole answers of a service that shares no code with us. */

let sandbox: Sandbox;
let account: OpenAccount;
const REGION = 'eu-west-1';
const TableName = 'Orders';

beforeAll(async () => {
  sandbox = await startSandbox({ sample: true, now: Date.UTC(2026, 10, 20, 10), throttling: false });
  account = openAccount({ endpoint: sandbox.url });
});

afterAll(async () => {
  account.close();
  await sandbox.close();
});

test('every read gives a whole answer', async () => {
  expect(await account.read(REGION, 'GetCallerIdentity', {})).toMatchObject({ Account: '123456789012' });
  expect((await account.read(REGION, 'ListTables', {})).TableNames).toContain(TableName);
  const { Table } = await account.read(REGION, 'DescribeTable', { TableName });
  expect(Table.TableArn).toBe(`arn:aws:dynamodb:${REGION}:123456789012:table/Orders`);
  const { BackupSummaries } = await account.read(REGION, 'ListBackups', { TableName, BackupType: 'ALL' });
  expect(new Set(BackupSummaries.map(({ TableId }) => TableId))).toEqual(new Set([Table.TableId]));
  const [first] = BackupSummaries;
  const { BackupDescription } = await account.read(REGION, 'DescribeBackup', {
    BackupArn: first?.BackupArn ?? '',
  });
  expect(BackupDescription.BackupDetails.BackupCreationDateTime).toBe(first?.BackupCreationDateTime);
  const { ContinuousBackupsDescription: window } = await account.read(REGION, 'DescribeContinuousBackups', {
    TableName,
  });
  expect(window.PointInTimeRecoveryDescription).toMatchObject({
    PointInTimeRecoveryStatus: 'ENABLED',
    LatestRestorableDateTime: '2026-11-20T09:55:00.000Z',
  });
  expect(await account.read(REGION, 'DescribeTimeToLive', { TableName })).toEqual({
    TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
  });
  expect(
    (await account.read(REGION, 'ListTagsOfResource', { ResourceArn: Table.TableArn })).Tags.length,
  ).toBeGreaterThan(0);
  const Key = { orderId: { S: 'o-1001' } };
  expect((await account.read(REGION, 'GetItem', { TableName, Key })).Item).toMatchObject(Key);
  expect((await account.read(REGION, 'Scan', { TableName, Limit: 3 })).Items).toHaveLength(3);
  const { KeyMetadata } = await account.read(REGION, 'DescribeKey', { KeyId: 'alias/multi-region' });
  expect(KeyMetadata).toMatchObject({ KeyState: 'Enabled', KeySpec: 'SYMMETRIC_DEFAULT', MultiRegion: true });
  expect(KeyMetadata.MultiRegionConfiguration?.ReplicaKeys).toContainEqual({
    Region: REGION,
    Arn: KeyMetadata.Arn,
  });
  const { Aliases } = await account.read(REGION, 'ListAliases', { Limit: 100 });
  expect(Aliases.map(({ AliasName }) => AliasName)).toContain('alias/good');
});

test('a time window lists the backups made in it', async () => {
  const { BackupSummaries: all } = await account.read(REGION, 'ListBackups', { TableName });
  const middle = all[Math.floor(all.length / 2)]?.BackupCreationDateTime ?? '';
  const { BackupSummaries: later } = await account.read(REGION, 'ListBackups', {
    TableName,
    TimeRangeLowerBound: middle,
  });
  expect(later).toEqual(all.filter(({ BackupCreationDateTime }) => BackupCreationDateTime >= middle));
});

test('Regions are worlds of their own behind one endpoint', async () => {
  expect((await account.read('us-east-1', 'ListTables', {})).TableNames).not.toContain(TableName);
  expect(await failureOfCall(account.read('us-east-1', 'DescribeTable', { TableName }))).toMatchObject({
    code: 'ResourceNotFoundException',
    region: 'us-east-1',
    httpStatus: 400,
  });
});

test('a backup and a restore at a point in time are accepted as they were written', async () => {
  const { BackupDetails } = await account.write(REGION, 'CreateBackup', { TableName, BackupName: 'by-test' });
  expect(BackupDetails).toMatchObject({
    BackupName: 'by-test',
    BackupStatus: 'CREATING',
    BackupType: 'USER',
  });
  const { TableDescription } = await account.write(REGION, 'RestoreTableToPointInTime', {
    SourceTableName: TableName,
    TargetTableName: 'Orders-then',
    RestoreDateTime: '2026-11-20T10:30:00+01:00',
    GlobalSecondaryIndexOverride: [],
  });
  expect(TableDescription).toMatchObject({
    TableName: 'Orders-then',
    TableStatus: 'CREATING',
    RestoreSummary: { RestoreDateTime: '2026-11-20T09:30:00.000Z', RestoreInProgress: true },
  });
  expect(TableDescription.GlobalSecondaryIndexes ?? []).toEqual([]);
});
