import { expect, test } from 'vitest';
import { READS, WRITES } from '../../server/aws/operations';
import type { ReadCalls, WriteCalls } from '../../server/run/ports';
import { BACKUP_ARN, failureOfCall, fakeService, refusal, REGION, TABLE_ARN } from './fake-service';

const key = { TableName: 'Orders' };
const readInputs: { [Name in keyof ReadCalls]: ReadCalls[Name]['in'] } = {
  GetCallerIdentity: {},
  ListTables: {},
  DescribeTable: key,
  ListBackups: {},
  DescribeBackup: { BackupArn: BACKUP_ARN },
  DescribeContinuousBackups: key,
  DescribeTimeToLive: key,
  ListTagsOfResource: { ResourceArn: TABLE_ARN },
  GetItem: { ...key, Key: { orderId: { S: 'o-1' } } },
  Scan: key,
  DescribeKey: { KeyId: 'alias/orders' },
  ListAliases: {},
};
const writeInputs: { [Name in keyof WriteCalls]: WriteCalls[Name]['in'] } = {
  CreateBackup: { ...key, BackupName: 'nightly' },
  DeleteBackup: { BackupArn: BACKUP_ARN },
  RestoreTableFromBackup: { TargetTableName: 'Orders-restored', BackupArn: BACKUP_ARN },
  RestoreTableToPointInTime: {
    TargetTableName: 'Orders-restored',
    SourceTableArn: TABLE_ARN,
    UseLatestRestorableTime: true,
  },
  UpdateTable: { ...key, DeletionProtectionEnabled: true },
  UpdateContinuousBackups: { ...key, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  UpdateTimeToLive: { ...key, TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' } },
  TagResource: { ResourceArn: TABLE_ARN, Tags: [{ Key: 'team', Value: 'orders' }] },
};

function namesOf<Table extends object>(table: Table): (keyof Table)[] {
  // The tables are literals without further keys.
  return Object.keys(table) as (keyof Table)[];
}

const serverFault = refusal('InternalServerError', 'try again', 500);

test.each(namesOf(writeInputs))('%s is sent once, whatever comes back', async (operation) => {
  const service = await fakeService(serverFault);
  await failureOfCall(service.account().write(REGION, operation, writeInputs[operation]));
  expect(service.seen.map((seen) => seen.operation)).toEqual([operation]);
});

test.each(namesOf(readInputs))('%s is tried four times', async (operation) => {
  const service = await fakeService(serverFault);
  await failureOfCall(service.account().read(REGION, operation, readInputs[operation]));
  expect(service.seen.map((seen) => seen.operation)).toEqual(Array.from({ length: 4 }, () => operation));
});

test('no operation that changes something is among those that are repeated', () => {
  expect(Object.keys(READS).filter((name) => !/^(?:Get|List|Describe)[A-Z]|^Scan$/.test(name))).toEqual([]);
  expect(Object.keys(WRITES).filter((name) => name in READS)).toEqual([]);
});

test('a retry setting in the environment does not make a write repeat', async () => {
  process.env['AWS_MAX_ATTEMPTS'] = '10';
  const service = await fakeService(serverFault);
  await failureOfCall(service.account().write(REGION, 'CreateBackup', writeInputs.CreateBackup));
  delete process.env['AWS_MAX_ATTEMPTS'];
  expect(service.seen).toHaveLength(1);
});

test('a member that the SDK would drop in silence stops the request', async () => {
  const service = await fakeService(serverFault);
  const input = {
    TargetTableName: 'Orders-restored',
    BackupArn: BACKUP_ARN,
    GlobalSecondaryIndexOverrides: [],
  };
  const failure = await failureOfCall(service.account().write(REGION, 'RestoreTableFromBackup', input));
  expect(failure).toMatchObject({ code: 'NotAsWritten', mayHaveArrived: false });
  expect(service.seen).toEqual([]);
});
