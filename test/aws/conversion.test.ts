import { expect, test } from 'vitest';
import {
  answer,
  BACKUP_ARN,
  BACKUP_DETAILS,
  failureOfCall,
  fakeService,
  REGION,
  TABLE,
  TABLE_ARN,
} from './fake-service';

test('times are ISO strings both ways, and seconds on the wire', async () => {
  const service = await fakeService(
    answer({
      BackupSummaries: [{ ...BACKUP_DETAILS, TableArn: TABLE_ARN, TableName: 'Orders', TableId: 'x' }],
    }),
  );
  const page = await service.account().read(REGION, 'ListBackups', {
    TimeRangeLowerBound: '2026-11-20T09:30:00+01:00',
    TimeRangeUpperBound: '2026-11-20T08:30:00.500Z',
  });
  expect(JSON.parse(service.seen[0]?.body ?? '')).toEqual({
    TimeRangeLowerBound: 1_795_163_400,
    TimeRangeUpperBound: 1_795_163_400.5,
  });
  expect(page.BackupSummaries[0]?.BackupCreationDateTime).toBe('2026-10-09T00:12:42.511Z');
});

test('an answer is plain data: no metadata of the SDK, no absent members', async () => {
  const table = {
    ...TABLE,
    CreationDateTime: 1_795_163_400,
    RestoreSummary: { RestoreDateTime: 1_795_163_400.25, RestoreInProgress: true },
  };
  const service = await fakeService(answer({ Table: table }));
  expect(await service.account().read(REGION, 'DescribeTable', { TableName: 'Orders' })).toStrictEqual({
    Table: {
      ...TABLE,
      CreationDateTime: '2026-11-20T08:30:00.000Z',
      RestoreSummary: { RestoreDateTime: '2026-11-20T08:30:00.250Z', RestoreInProgress: true },
    },
  });
});

test('a restore says on the wire exactly what was asked for', async () => {
  const service = await fakeService(answer({ TableDescription: { ...TABLE, TableName: 'Orders-restored' } }));
  const input = {
    TargetTableName: 'Orders-restored',
    SourceTableArn: TABLE_ARN,
    GlobalSecondaryIndexOverride: [],
    LocalSecondaryIndexOverride: [],
    SSESpecificationOverride: {},
  };
  await service
    .account()
    .write(REGION, 'RestoreTableToPointInTime', { ...input, RestoreDateTime: '2026-11-20T08:30:00Z' });
  expect(JSON.parse(service.seen[0]?.body ?? '')).toEqual({ ...input, RestoreDateTime: 1_795_163_400 });
});

test('a time that is none is refused before anything is sent', async () => {
  const service = await fakeService(answer({}));
  const input = {
    TargetTableName: 'Orders-restored',
    SourceTableArn: TABLE_ARN,
    RestoreDateTime: 'yesterday',
  };
  const failure = await failureOfCall(service.account().write(REGION, 'RestoreTableToPointInTime', input));
  expect(failure).toMatchObject({ code: 'ValidationException', mayHaveArrived: false });
  expect(failure.message).toContain('RestoreDateTime is not a time: "yesterday"');
  expect(service.seen).toEqual([]);
});

test('bytes in keys and items are base64, as in DynamoDB JSON', async () => {
  const item = {
    id: { B: '3q2+7w==' },
    parts: { BS: ['AA==', '/w=='] },
    nested: { M: { b: { B: 'AQI=' } } },
  };
  const service = await fakeService(answer({ Item: item }));
  const got = await service
    .account()
    .read(REGION, 'GetItem', { TableName: 'Orders', Key: { id: { B: '3q2+7w==' } } });
  expect(JSON.parse(service.seen[0]?.body ?? '')).toMatchObject({ Key: { id: { B: '3q2+7w==' } } });
  expect(got.Item).toEqual(item);
});

test('an item that is not there is an answer', async () => {
  const service = await fakeService(answer({}));
  const key = { TableName: 'Orders', Key: { id: { S: 'x' } } };
  expect(await service.account().read(REGION, 'GetItem', key)).toEqual({});
});

test("the service's clock is learnt from its answers", async () => {
  const service = await fakeService((response) => {
    response.writeHead(200, {
      'x-amzn-requestid': 'R',
      date: new Date(Date.now() + 3_600_000).toUTCString(),
    });
    response.end(JSON.stringify({ TableNames: [] }));
  });
  const account = service.account();
  expect(account.clockOffsetMs?.(REGION)).toBeUndefined();
  await account.read(REGION, 'ListTables', {});
  expect(Math.round((account.clockOffsetMs?.(REGION) ?? 0) / 60_000)).toBe(60);
});

test('a backup of another shape than promised is not believed', async () => {
  const service = await fakeService(answer({ BackupDescription: { BackupDetails: BACKUP_DETAILS } }));
  const call = service.account().read(REGION, 'DescribeBackup', { BackupArn: BACKUP_ARN });
  expect(await failureOfCall(call)).toMatchObject({ code: 'NotAnAwsAnswer' });
});
