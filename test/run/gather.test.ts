import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseSpec } from '../../server/core/spec/spec';
import { gather } from '../../server/run/gather';
import { bench, region, type Bench } from './over-sockets';

let on: Bench;
let backupArn: string;

beforeEach(async () => {
  on = await bench();
  const { seed } = on.sandbox;
  await seed.table({
    region,
    table: { TableName: 'Orders', Tags: [{ Key: 'team', Value: 'orders' }] },
    timeToLive: 'expiresAt',
    pointInTime: { days: 7 },
  });
  backupArn = seed.backup({ region, table: 'Orders', name: 'before' }).arn;
});

afterEach(() => on.close());

const asked = (spec: Record<string, unknown>, regionInUse?: string) =>
  gather(parseSpec(JSON.stringify(spec)), on.ports, regionInUse);
const operations = () => on.sandbox.requests.all.map(({ operation }) => operation).toSorted();

test('a backup: who asks, the backup, its live table and the free target; nothing that the file does not want', async () => {
  const { facts, failures } = await asked({ BackupArn: backupArn, TargetTableName: 'New' });
  expect(failures).toEqual([]);
  expect(facts).toMatchObject({
    regionInUse: 'unknown',
    caller: { Account: '123456789012' },
    backup: { BackupDetails: { BackupArn: backupArn } },
    source: { TableName: 'Orders' },
    target: 'missing',
    continuousBackups: 'unknown',
    sourceTimeToLive: 'unknown',
    sourceTags: 'unknown',
  });
  expect(new Set(operations())).toEqual(new Set(['DescribeBackup', 'DescribeTable', 'GetCallerIdentity']));
});

test('settings wanted from the source are read from it', async () => {
  const { facts } = await asked({
    BackupArn: backupArn,
    TargetTableName: 'New',
    AfterRestore: { Default: 'FromSource', PointInTimeRecoverySpecification: 'Skip' },
  });
  expect(facts.sourceTimeToLive).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  expect(facts.sourceTags).toEqual([{ Key: 'team', Value: 'orders' }]);
  expect(facts.continuousBackups).toBe('unknown');
});

test('a point in time: the window of the source is read too', async () => {
  const spec = { SourceTableName: 'Orders', UseLatestRestorableTime: true, TargetTableName: 'New' };
  const { facts } = await asked(spec, region);
  expect(facts).toMatchObject({
    regionInUse: region,
    source: { TableName: 'Orders' },
    continuousBackups: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' } },
    backup: 'unknown',
  });
});

test('a table made anew under the name is not the one that was backed up', async () => {
  on.sandbox.seed.deleteTable(region, 'Orders', on.sandbox.clock.now());
  on.sandbox.clock.advance(60_000);
  await on.sandbox.seed.table({ region, table: { TableName: 'Orders' } });
  const { facts } = await asked({ BackupArn: backupArn, TargetTableName: 'Orders' });
  expect(facts.source).toBe('missing');
  expect(facts.target).toMatchObject({ TableName: 'Orders' });
});

test('across Regions the source is read at home and the target where it will stand', async () => {
  const { facts } = await asked({ BackupArn: backupArn, TargetTableName: 'Orders', Region: 'us-east-1' });
  expect(facts.target).toBe('missing');
  expect(facts.source).toMatchObject({ TableName: 'Orders' });
  const regions = on.sandbox.requests.all.map(({ operation, region }) => `${operation} ${region}`);
  expect(regions).toContain('DescribeBackup eu-west-1');
  expect(regions.filter((one) => one === 'DescribeTable us-east-1')).not.toEqual([]);
});

test('what does not exist is missing, and no failure', async () => {
  const { facts, failures } = await asked({
    BackupArn: backupArn.replace(/.{8}$/, 'ffffffff'),
    TargetTableName: 'New',
  });
  expect(facts.backup).toBe('missing');
  expect(failures).toEqual([]);
});

test('what cannot be read stays unknown and is listed, and the rest is known', async () => {
  const fault = { code: 'AccessDeniedException', message: 'no' };
  on.sandbox.faults.add({ operation: 'DescribeBackup', fault, times: 9 });
  const { facts, failures } = await asked({ BackupArn: backupArn, TargetTableName: 'New' });
  expect(facts).toMatchObject({ backup: 'unknown', source: 'unknown', target: 'missing' });
  expect(failures).toEqual([
    expect.objectContaining({ code: 'AccessDeniedException', operation: 'DescribeBackup' }),
  ]);
});

test.each([
  ['nothing written', {}],
  ['no Region to ask in', { SourceTableName: 'Orders', TargetTableName: 'New' }],
  ['a Region that cannot be one', { BackupArn: 'x', TargetTableName: 'New', Region: 'evil.example/' }],
  ['names that cannot be any', { SourceTableName: 'a b', TargetTableName: '../x' }],
])('%s: nothing is asked that makes no sense', async (_, spec) => {
  const { failures } = await asked(spec);
  expect(failures).toEqual([]);
  expect(operations().filter((operation) => operation !== 'GetCallerIdentity')).toEqual([]);
});

test('an aborted look throws the reason of the abort', async () => {
  const stop = AbortSignal.abort(new Error('changed meanwhile'));
  const spec = parseSpec(JSON.stringify({ BackupArn: backupArn, TargetTableName: 'New' }));
  await expect(gather(spec, on.ports, region, stop)).rejects.toThrow('changed meanwhile');
});
