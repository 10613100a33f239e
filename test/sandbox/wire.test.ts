import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { CreateBackupCommand, ListBackupsCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import type { FaultKind } from '../../server/sandbox/wire/faults';
import { clientFor, errorIn, post } from './client';

const now = Date.parse('2026-11-20T10:00:00Z');
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ now });
  await sandbox.seed.table({ region: 'eu-west-1', table: { TableName: 'Orders' } });
});
afterEach(() => sandbox.close());

async function backupCount(): Promise<number> {
  const { BackupSummaries = [] } = await clientFor(sandbox).send(
    new ListBackupsCommand({ TableName: 'Orders' }),
  );
  return BackupSummaries.length;
}

const create = { TableName: 'Orders', BackupName: 'by-hand' };

describe('a request', () => {
  test('goes to the Region of its signature', async () => {
    const here = await clientFor(sandbox).send(new ListTablesCommand({}));
    const there = await clientFor(sandbox, 'us-east-1').send(new ListTablesCommand({}));
    expect([here.TableNames, there.TableNames]).toEqual([['Orders'], []]);
  });

  test('gets the time of the sandbox clock in its Date header, and a request id', async () => {
    sandbox.clock.advance(5_000);
    const { headers } = await post(sandbox.url, 'ListTables', {});
    expect(headers.get('date')).toBe('Fri, 20 Nov 2026 10:00:05 GMT');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[A-Z0-9]{52}$/);
  });

  const refused: [string, () => Promise<Response>, string][] = [
    [
      'without a signature',
      () => post(sandbox.url, 'ListTables', {}, { headers: { authorization: '' } }),
      'MissingAuthenticationTokenException',
    ],
    [
      'for an operation that is not there',
      () => post(sandbox.url, 'DescribeExport', {}),
      'UnknownOperationException',
    ],
    [
      'for a service that is not there',
      () => post(sandbox.url, 'Lambda.Invoke', {}),
      'UnknownOperationException',
    ],
    ['that is no JSON', () => post(sandbox.url, 'ListTables', '{'), 'SerializationException'],
    ['that is no object', () => post(sandbox.url, 'ListTables', '[]'), 'SerializationException'],
    [
      'with a list for a structure',
      () => post(sandbox.url, 'UpdateTimeToLive', { TableName: 'Orders', TimeToLiveSpecification: [] }),
      'SerializationException',
    ],
    [
      'with a number as text',
      () => post(sandbox.url, 'ListTables', { Limit: '7' }),
      'SerializationException',
    ],
  ];
  test.each(refused)('%s is refused', async (_title, send, code) => {
    const response = await send();
    expect(response.status).toBe(400);
    expect((await errorIn(response)).__type.split('#')[1]).toBe(code);
  });

  test('with members nobody knows is answered as if they were not there', async () => {
    const response = await post(sandbox.url, 'ListTables', { Limti: 1 });
    expect(await response.json()).toEqual({ TableNames: ['Orders'] });
  });

  test('reports all its faults in one text, in the words of the service', async () => {
    const response = await post(sandbox.url, 'CreateBackup', { TableName: 'O!', BackupName: '' });
    expect((await errorIn(response)).message).toBe(
      "4 validation errors detected: Value 'O!' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; " +
        "Value 'O!' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3; " +
        "Value '' at 'backupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; " +
        "Value '' at 'backupName' failed to satisfy constraint: Member must have length greater than or equal to 3",
    );
  });

  test('is recorded with its Region, body, time and answer', async () => {
    await clientFor(sandbox).send(new ListBackupsCommand({ TableName: 'Orders' }));
    expect(sandbox.requests.all).toEqual([
      {
        service: 'dynamodb',
        operation: 'ListBackups',
        region: 'eu-west-1',
        accessKey: 'AKIASANDBOX',
        body: { TableName: 'Orders' },
        at: now,
        answer: { status: 200 },
      },
    ]);
  });

  test('can be waited for', async () => {
    const second = sandbox.requests.received('ListBackups', 2);
    await backupCount();
    await backupCount();
    expect((await second).operation).toBe('ListBackups');
  });
});

test('STS says who signed, in the account of all tables', async () => {
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'any' };
  const sts = new STSClient({ endpoint: sandbox.url, region: 'eu-west-1', credentials });
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: '123456789012',
    Arn: 'arn:aws:iam::123456789012:user/AKIAEXAMPLE',
  });
});

test('STS refuses in its own protocol', async () => {
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'any' };
  const sts = new STSClient({ endpoint: sandbox.url, region: 'eu-west-1', credentials, maxAttempts: 1 });
  sandbox.faults.add({ operation: 'GetCallerIdentity', fault: 'expired-token' });
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  });
});

describe('a scripted fault', () => {
  const withAnswer: [FaultKind, number, string, number][] = [
    ['throttle', 400, 'ThrottlingException', 0],
    ['internal-error', 500, 'InternalServerError', 0],
    ['expired-token', 400, 'ExpiredTokenException', 0],
    ['internal-error-after-commit', 500, 'InternalServerError', 1],
    ['unavailable', 503, '', 0],
    ['empty-200', 200, '', 1],
    ['html-page', 200, '<!doctype html>', 0],
    ['redirect', 307, '', 0],
  ];
  test.each(withAnswer)('%s answers HTTP %d', async (fault, status, text, backupsMade) => {
    sandbox.faults.add({ operation: 'CreateBackup', fault });
    const response = await post(sandbox.url, 'CreateBackup', create);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(text);
    expect(await backupCount()).toBe(backupsMade);
  });

  const cut: [FaultKind, number][] = [
    ['reset-before-commit', 0],
    ['reset-after-commit', 1],
    ['truncated-body', 1],
  ];
  test.each(cut)('%s cuts the connection', async (fault, backupsMade) => {
    sandbox.faults.add({ operation: 'CreateBackup', fault });
    await expect(
      post(sandbox.url, 'CreateBackup', create).then((response) => response.text()),
    ).rejects.toThrow();
    expect(await backupCount()).toBe(backupsMade);
  });

  const silent: [FaultKind, number][] = [
    ['no-answer', 0],
    ['no-answer-after-commit', 1],
    ['stalled-body', 1],
  ];
  test.each(silent)('%s never ends', async (fault, backupsMade) => {
    sandbox.faults.add({ operation: 'CreateBackup', fault });
    const patience = new AbortController();
    const { signal } = patience;
    const answer = post(sandbox.url, 'CreateBackup', create, { signal }).then((response) => response.text());
    const outcome = answer.then(
      () => 'answered',
      (error: unknown) => (error as Error).name,
    );
    await sandbox.requests.received('CreateBackup');
    expect(await backupCount()).toBe(backupsMade);
    patience.abort();
    expect(await outcome).toBe('AbortError');
  });

  test('can be a refusal in words of its own', async () => {
    const message = 'User is not authorized to perform: dynamodb:CreateBackup';
    sandbox.faults.add({ operation: 'CreateBackup', fault: { code: 'AccessDeniedException', message } });
    await expect(clientFor(sandbox).send(new CreateBackupCommand(create))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message,
    });
  });

  test('hits the call it names, as often as it says, in its Region only', async () => {
    sandbox.faults.add({ operation: '*', region: 'eu-west-1', fault: 'throttle', call: 2, times: 2 });
    const status = async (region = 'eu-west-1'): Promise<number> =>
      (await post(sandbox.url, 'ListTables', {}, { region })).status;
    const statuses = [
      await status(),
      await status(),
      await status('us-east-1'),
      await status(),
      await status(),
    ];
    expect(statuses).toEqual([200, 400, 200, 400, 200]);
  });
});
