/** Broken HTTP, and ten thousand requests: the sandbox stays up, and stays small. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { errorIn, post, signature } from './client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: Date.parse('2026-11-20T10:00:00Z'), scale: 0 });
  await sandbox.seed.table({
    region: 'eu-west-1',
    table: { TableName: 'Kept' },
    items: [{ pk: { S: 'a' } }],
  });
});
afterAll(() => sandbox.close());

/** Sends bytes, ends the connection or cuts it, and takes whatever comes. @returns what came, '' for nothing */
async function send(bytes: string | Buffer, end: 'end' | 'cut' = 'end'): Promise<string> {
  const { hostname, port } = new URL(sandbox.url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  socket.write(bytes, () => (end === 'end' ? socket.end() : socket.resetAndDestroy()));
  await closed;
  return text;
}

const head = (more: string): string =>
  `POST / HTTP/1.1\r\nHost: sandbox\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\nAuthorization: ${signature('eu-west-1')}\r\n${more}\r\n`;
const whole = `${head('Content-Length: 2\r\n')}{}`;

const broken: [string, string | Buffer, RegExp][] = [
  ['no HTTP at all', 'GARBAGE\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['nothing', '', /^$/],
  [
    'bytes of TLS',
    Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3, 0xff, 0, 0x0a]),
    /^(?:HTTP\/1\.1 400 |$)/,
  ],
  ['half a head', 'POST / HTTP/1.1\r\nHost: sand', /^(?:HTTP\/1\.1 400 |$)/],
  ['a body shorter than it says', `${head('Content-Length: 500\r\n')}{"Limit":`, /^(?:HTTP\/1\.1 400 |$)/],
  ['a negative length', `${head('Content-Length: -1\r\n')}{}`, /^HTTP\/1\.1 400 /],
  ['two lengths', `${head('Content-Length: 2\r\nContent-Length: 3\r\n')}{}`, /^HTTP\/1\.1 400 /],
  ['chunks of no size', `${head('Transfer-Encoding: chunked\r\n')}zz\r\n{}\r\n`, /^HTTP\/1\.1 400 /],
  ['chunks without an end', `${head('Transfer-Encoding: chunked\r\n')}2\r\n{}\r\n`, /^(?:HTTP\/1\.1 400 |$)/],
  ['a head of 100 KB', head(`X-Long: ${'x'.repeat(100_000)}\r\n`), /^HTTP\/1\.1 431 /],
  ['a zero byte in a header', head('X-Zero: a\0b\r\n'), /^HTTP\/1\.1 400 /],
  [
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from(head('Content-Length: 3\r\n')), Buffer.from([0xff, 0xfe, 0xfd])]),
    /SerializationException/,
  ],
  ['an unknown method', whole.replace('POST', 'BREW'), /^HTTP\/1\.1 400 /],
  ['GET', whole.replace('POST', 'GET'), /UnknownOperationException/],
  ['HTTP 1.0', whole.replace('HTTP/1.1', 'HTTP/1.0'), /"TableNames":\["Kept"\]/],
  ['two requests at once', whole + whole, /TableNames[^]*TableNames/],
  ['a path that climbs', whole.replace('POST /', 'POST /../../etc/passwd'), /"TableNames"/],
  [
    'an upgrade',
    head('Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 2\r\n') + '{}',
    /^HTTP\/1\.1 /,
  ],
  ['its own address without a token', whole.replace('POST /', 'GET /sandbox/requests'), /^HTTP\/1\.1 404 /],
  [
    'a method of every object',
    whole.replace('DynamoDB_20120810.ListTables', 'TrentService.constructor'),
    /UnknownOperationException/,
  ],
  [
    'a service of every object',
    whole.replace('DynamoDB_20120810.ListTables', '__proto__.ListTables'),
    /UnknownOperationException/,
  ],
  ['a Region that is none', whole.replace('/eu-west-1/', '/xx-fake-1/'), /SandboxNotImitatedException/],
];
test.each(broken)('%s is taken without falling over', async (_title, bytes, answer) => {
  expect(await send(bytes)).toMatch(answer);
  await send(bytes, 'cut');
  expect(await (await post(sandbox.url, 'ListTables', {})).json()).toEqual({ TableNames: ['Kept'] });
});

test('a body of more than 16 MiB is refused, and not kept', async () => {
  const response = await post(sandbox.url, 'PutItem', `{"TableName":"${'x'.repeat(17 * 1024 * 1024)}"}`);
  expect((await errorIn(response)).__type).toContain('RequestEntityTooLarge');
});

test('JSON nested a hundred thousand deep is refused', async () => {
  const deep = `{"TableName":"Kept","Item":{"pk":${'{"M":{"a":'.repeat(100_000)}1${'}}'.repeat(100_000)}}}`;
  expect((await post(sandbox.url, 'PutItem', deep)).status).toBe(400);
  expect((await post(sandbox.url, 'ListTables', deep)).status).toBe(400);
});

test('the log of requests is bounded by their number and by their size', async () => {
  sandbox.requests.clear();
  for (let n = 0; n < 12; n += 1)
    await post(sandbox.url, 'ListTables', { Padding: 'x'.repeat(8 * 1024 * 1024) });
  expect(sandbox.requests.all.length).toBeLessThanOrEqual(4);
  sandbox.requests.clear();
});

const key = { AttributeName: 'pk', KeyType: 'HASH' };
const attribute = { AttributeName: 'pk', AttributeType: 'S' };

/** Ten requests that leave nothing behind: a table is made, filled, backed up, restored and deleted, and much is refused. */
async function round(n: number): Promise<void> {
  const ask = async (operation: string, body: unknown): Promise<Record<string, unknown>> =>
    (await (await post(sandbox.url, operation, body)).json()) as Record<string, unknown>;
  const TableName = `Made-${n}`;
  const TargetTableName = `Restored-${n}`;
  await ask('CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [key],
    AttributeDefinitions: [attribute],
  });
  await ask('PutItem', { TableName, Item: { pk: { S: 'a' }, text: { S: 'x'.repeat(5_000) } } });
  const { BackupDetails } = await ask('CreateBackup', { TableName, BackupName: 'any' });
  const { BackupArn } = BackupDetails as { BackupArn: string };
  await ask('RestoreTableFromBackup', { BackupArn, TargetTableName });
  sandbox.clock.advance(1_000);
  await ask('DeleteTable', { TableName });
  await ask('DeleteTable', { TableName: TargetTableName });
  await ask('DeleteBackup', { BackupArn });
  await ask('Scan', { TableName: 'Kept' });
  await send(n % 2 === 0 ? 'GARBAGE\r\n\r\n' : whole, 'cut');
  await ask(`Nothing${n}`, '{');
}

/** Bytes in use after everything that nobody holds is gone. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  sandbox.requests.clear();
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

test('ten thousand requests leave the memory as it was', { timeout: 120_000 }, async () => {
  for (let n = 0; n < 200; n += 1) await round(n);
  const before = heapUsed();
  for (let n = 200; n < 1_200; n += 1) await round(n);
  const grown = heapUsed() - before;
  process.stdout.write(`memory: ${(grown / 2 ** 20).toFixed(2)} MiB more after ten thousand requests\n`);
  expect(grown).toBeLessThan(1.5 * 2 ** 20);
  expect(await (await post(sandbox.url, 'ListTables', {})).json()).toEqual({ TableNames: ['Kept'] });
  expect(await (await post(sandbox.url, 'ListBackups', { BackupType: 'ALL' })).json()).toEqual({
    BackupSummaries: [],
  });
});
