/** The scripted faults that are about what the answer says, not about whether it comes; the others are in `wire.test.ts`. */
import {
  CreateBackupCommand,
  ListTablesCommand,
  RestoreTableFromBackupCommand,
} from '@aws-sdk/client-dynamodb';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { clientFor, errorIn, post } from './client';

const now = Date.parse('2026-11-20T10:00:00Z');
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ now, throttling: false });
  for (const TableName of ['Alpha', 'Beta', 'Gamma']) {
    await sandbox.seed.table({ region: 'eu-west-1', table: { TableName } });
  }
});
afterEach(() => sandbox.close());

async function ask(operation: string, body: object): Promise<Record<string, unknown>> {
  return (await (await post(sandbox.url, operation, body)).json()) as Record<string, unknown>;
}

test.each([
  [undefined, 'Fri, 20 Nov 2026 11:00:00 GMT'],
  [-120_000, 'Fri, 20 Nov 2026 09:58:00 GMT'],
])('wrong-date with ms %j shifts the Date header alone', async (ms, date) => {
  sandbox.faults.add({ operation: 'ListTables', fault: 'wrong-date', ...(ms !== undefined && { ms }) });
  const response = await post(sandbox.url, 'ListTables', {});
  expect(response.headers.get('date')).toBe(date);
  expect(await response.json()).toEqual({ TableNames: ['Alpha', 'Beta', 'Gamma'] });
});

test('foreign-arn puts another account into every ARN, and the call has its effect', async () => {
  sandbox.faults.add({ operation: 'CreateBackup', fault: 'foreign-arn' });
  const { BackupDetails } = await clientFor(sandbox).send(
    new CreateBackupCommand({ TableName: 'Alpha', BackupName: 'one' }),
  );
  expect(BackupDetails?.BackupArn).toMatch(/^arn:aws:dynamodb:eu-west-1:999988887777:table\/Alpha\/backup\//);
  const { BackupSummaries } = await ask('ListBackups', {});
  expect(BackupSummaries).toMatchObject([
    { BackupArn: expect.stringContaining(':123456789012:') as string, BackupName: 'one' },
  ]);
});

const paged: [string, object, string, string][] = [
  ['ListTables', { Limit: 1 }, 'ExclusiveStartTableName', 'LastEvaluatedTableName'],
  ['ListBackups', { Limit: 1 }, 'ExclusiveStartBackupArn', 'LastEvaluatedBackupArn'],
  ['Scan', { TableName: 'Alpha', Limit: 1 }, 'ExclusiveStartKey', 'LastEvaluatedKey'],
];
test.each(paged)('repeated-page-token makes %s go round in circles', async (operation, input, from, to) => {
  for (const name of ['one', 'two', 'three']) {
    sandbox.seed.backup({ region: 'eu-west-1', table: 'Alpha', name });
    await ask('PutItem', { TableName: 'Alpha', Item: { pk: { S: name } } });
  }
  const first = (await ask(operation, input))[to];
  const next = { ...input, [from]: first };
  const real = (await ask(operation, next))[to];
  expect(real).not.toEqual(first);
  sandbox.faults.add({ operation, fault: 'repeated-page-token' });
  expect((await ask(operation, next))[to]).toEqual(first);
  expect((await ask(operation, next))[to]).toEqual(real);
});

test('not-found-after-create hides what is young, for as long as it says, from its operation alone', async () => {
  sandbox.faults.add({ operation: 'DescribeTable', fault: 'not-found-after-create', ms: 4_000, times: 100 });
  await ask('CreateTable', {
    TableName: 'Young',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  });
  const young = { TableName: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Young' };
  expect((await errorIn(await post(sandbox.url, 'DescribeTable', young))).message).toBe(
    'Requested resource not found: Table: Young not found',
  );
  expect((await post(sandbox.url, 'DescribeTable', { TableName: 'Alpha' })).status).toBe(200);
  sandbox.clock.advance(3_999);
  expect((await post(sandbox.url, 'DescribeTable', young)).status).toBe(400);
  sandbox.clock.advance(1);
  expect((await post(sandbox.url, 'DescribeTable', young)).status).toBe(200);
});

const hidden: [string, (arn: string) => object, string][] = [
  ['DescribeBackup', (BackupArn) => ({ BackupArn }), 'BackupNotFoundException'],
  ['DescribeContinuousBackups', () => ({ TableName: 'Fresh' }), 'TableNotFoundException'],
  ['ListTagsOfResource', () => ({ ResourceArn: tableArn('Fresh') }), 'ResourceNotFoundException'],
];
const tableArn = (name: string): string => `arn:aws:dynamodb:eu-west-1:123456789012:table/${name}`;

test.each(hidden)('not-found-after-create on %s is said in its own words', async (operation, input, code) => {
  await sandbox.seed.table({ region: 'eu-west-1', table: { TableName: 'Fresh' }, createdAt: now });
  sandbox.clock.advance(1_000);
  const { arn } = sandbox.seed.backup({ region: 'eu-west-1', table: 'Fresh', name: 'new' });
  sandbox.faults.add({ operation, fault: 'not-found-after-create' });
  const refused = await errorIn(await post(sandbox.url, operation, input(arn)));
  expect(refused.__type).toContain(code);
  expect((await post(sandbox.url, operation, input(arn))).status).toBe(200);
});

test('slow holds the answer back after the call has had its effect', async () => {
  const input = { TableName: 'Alpha', BackupName: 'one' };
  sandbox.faults.add({ operation: 'CreateBackup', fault: 'slow', ms: 3_600_000 });
  const patience = new AbortController();
  const held = post(sandbox.url, 'CreateBackup', input, { signal: patience.signal });
  const outcome = held.then(
    () => 'answered',
    (error: unknown) => (error as Error).name,
  );
  await sandbox.requests.received('CreateBackup');
  expect((await ask('ListBackups', {}))['BackupSummaries']).toHaveLength(1);
  patience.abort();
  expect(await outcome).toBe('AbortError');
  sandbox.faults.add({ operation: 'CreateBackup', fault: 'slow', ms: 1 });
  expect(await ask('CreateBackup', input)).toHaveProperty('BackupDetails.BackupArn');
});

test('replayed carries a call out twice and answers the second time', async () => {
  sandbox.faults.add({ operation: 'CreateBackup', fault: 'replayed' });
  await ask('CreateBackup', { TableName: 'Alpha', BackupName: 'one' });
  expect((await ask('ListBackups', {}))['BackupSummaries']).toHaveLength(2);
  const { arn } = sandbox.seed.backup({ region: 'eu-west-1', table: 'Alpha', name: 'two' });
  sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'replayed' });
  const restore = new RestoreTableFromBackupCommand({ BackupArn: arn, TargetTableName: 'Target' });
  await expect(clientFor(sandbox).send(restore)).rejects.toMatchObject({
    name: 'TableInUseException',
    message: `Table: Target is already being restored from backup: ${arn}`,
  });
  expect((await clientFor(sandbox).send(new ListTablesCommand({}))).TableNames).toContain('Target');
});

test('a fault that is about pages or tables leaves an answer in XML alone', async () => {
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'any' };
  const sts = new STSClient({ endpoint: sandbox.url, region: 'eu-west-1', credentials, maxAttempts: 1 });
  for (const fault of ['repeated-page-token', 'not-found-after-create', 'replayed'] as const) {
    sandbox.faults.add({ operation: 'GetCallerIdentity', fault });
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '123456789012' });
  }
});
