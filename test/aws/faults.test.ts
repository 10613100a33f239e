import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openAccount } from '../../server/aws';
import {
  answer,
  BACKUP_DETAILS,
  failureOfCall,
  fakeService,
  portOf,
  raw,
  refusal,
  REGION,
  TABLE,
  type Reply,
} from './fake-service';

const restore = { TargetTableName: 'Orders-restored', BackupArn: BACKUP_DETAILS.BackupArn };
const html = '<html><body>Please sign in to the hotel network</body></html>';
const short = { connectMs: 2000, socketMs: 60, requestMs: 120 };

interface Fault {
  name: string;
  reply: Reply;
  code: string;
  httpStatus?: number;
}

/** Whatever comes back, a write is sent once, and everything but a plain refusal leaves its outcome open. */
const faults: Fault[] = [
  {
    name: 'a connection reset',
    reply: (_response, _seen, socket) => socket.resetAndDestroy(),
    code: 'ConnectionError',
  },
  { name: 'no answer at all', reply: () => {}, code: 'TimeoutError' },
  {
    name: 'headers and then a stalled body',
    reply: (response) => {
      response.writeHead(200, { 'x-amzn-requestid': 'R', 'content-length': '1000' });
      response.write('{"TableDescription":');
    },
    code: 'TimeoutError',
  },
  {
    name: 'a body cut short of its length',
    reply: (response) => {
      response.writeHead(200, { 'x-amzn-requestid': 'R', 'content-length': '1000' });
      response.write('{"Tab', () => response.destroy());
    },
    code: 'ConnectionError',
  },
  { name: 'an empty success', reply: raw(''), code: 'NotAnAwsAnswer', httpStatus: 200 },
  {
    name: 'a success of another kind',
    reply: answer({ hello: 'world' }),
    code: 'NotAnAwsAnswer',
    httpStatus: 200,
  },
  { name: 'truncated JSON', reply: raw('{"TableDescription": {'), code: 'NotAnAwsAnswer', httpStatus: 200 },
  { name: 'a sign-in page', reply: raw(html), code: 'NotAnAwsAnswer', httpStatus: 200 },
  {
    name: 'a redirect',
    reply: raw('', 307, { location: 'http://127.0.0.1:1/' }),
    code: 'NotAnAwsAnswer',
    httpStatus: 307,
  },
  { name: 'a proxy that wants a password', reply: raw(html, 407), code: 'NotAnAwsAnswer', httpStatus: 407 },
  { name: "a proxy's refusal", reply: raw(html, 403), code: 'NotAnAwsAnswer', httpStatus: 403 },
  { name: 'a bad gateway', reply: raw(html, 502), code: 'NotAnAwsAnswer', httpStatus: 502 },
  {
    name: 'a server fault',
    reply: refusal('InternalServerError', 'Internal', 500),
    code: 'InternalServerError',
    httpStatus: 500,
  },
  {
    name: 'a plain refusal',
    reply: refusal('BackupInUseException', 'busy'),
    code: 'BackupInUseException',
    httpStatus: 400,
  },
  {
    name: 'an unmodelled refusal',
    reply: refusal('ValidationException', 'no'),
    code: 'ValidationException',
    httpStatus: 400,
  },
];

describe.each(faults)('$name', ({ reply, code, httpStatus }) => {
  test('ends a restore after one request, and says that it may have arrived', async () => {
    const service = await fakeService(reply);
    const failure = await failureOfCall(
      service.account({ deadlines: short }).write(REGION, 'RestoreTableFromBackup', restore),
    );
    expect(failure).toMatchObject({
      code,
      mayHaveArrived: true,
      operation: 'RestoreTableFromBackup',
      region: REGION,
    });
    expect(failure.httpStatus).toBe(httpStatus);
    expect(service.seen).toHaveLength(1);
  });
});

test('a page of a portal is never quoted', async () => {
  const service = await fakeService(raw(html));
  const failure = await failureOfCall(service.account().read(REGION, 'ListTables', {}));
  expect(failure.message).not.toContain('hotel');
});

test('a success without the id of a request is not one of AWS, even when nothing else is missing', async () => {
  const service = await fakeService((response) => response.end('{}'));
  const call = service.account().write(REGION, 'TagResource', { ResourceArn: TABLE.TableArn, Tags: [] });
  expect(await failureOfCall(call)).toMatchObject({ code: 'NotAnAwsAnswer', mayHaveArrived: true });
});

test('a refused connection certainly carried nothing', async () => {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  const account = openAccount({ endpoint: `http://127.0.0.1:${port}` });
  onTestFinished(() => account.close());
  expect(await failureOfCall(account.write(REGION, 'RestoreTableFromBackup', restore))).toMatchObject({
    code: 'ConnectionError',
    mayHaveArrived: false,
  });
});

test('our own deadline ends a call that trickles on for ever', async () => {
  const service = await fakeService((response) => {
    response.writeHead(200, { 'x-amzn-requestid': 'R' });
    const timer = setInterval(() => response.write(' '), 5);
    response.on('close', () => clearInterval(timer));
  });
  const account = service.account({ deadlines: { readMs: 80, writeMs: 80 } });
  expect(await failureOfCall(account.write(REGION, 'RestoreTableFromBackup', restore))).toMatchObject({
    code: 'TimeoutError',
    mayHaveArrived: true,
  });
  expect(await failureOfCall(account.read(REGION, 'ListTables', {}))).toMatchObject({ code: 'TimeoutError' });
});

test('a request without an answer ends by its own limit, not only by silence on the socket', async () => {
  const service = await fakeService(() => {});
  const hour = 3_600_000;
  const account = service.account({ deadlines: { socketMs: hour, requestMs: 60, writeMs: hour } });
  expect(await failureOfCall(account.write(REGION, 'RestoreTableFromBackup', restore))).toMatchObject({
    code: 'TimeoutError',
    mayHaveArrived: true,
  });
});

test('a read outlives three server faults', async () => {
  let left = 3;
  const service = await fakeService((response, seen, socket) =>
    (left-- > 0 ? refusal('InternalServerError', 'x', 500) : answer({ TableNames: ['Orders'] }))(
      response,
      seen,
      socket,
    ),
  );
  expect(await service.account().read(REGION, 'ListTables', {})).toEqual({ TableNames: ['Orders'] });
  expect(service.seen).toHaveLength(4);
});

test.each(['ExpiredTokenException', 'UnrecognizedClientException'])(
  'after %s a read is tried once more with fresh credentials, a write is not',
  async (code) => {
    const service = await fakeService(refusal(code, 'expired'));
    const account = service.account();
    expect(await failureOfCall(account.read(REGION, 'ListTables', {}))).toMatchObject({ code });
    expect(service.seen).toHaveLength(2);
    expect(await failureOfCall(account.write(REGION, 'RestoreTableFromBackup', restore))).toMatchObject({
      code,
    });
    expect(service.seen).toHaveLength(3);
  },
);

test('cancelling rejects with the reason of the signal and closes the connection', async () => {
  const closed = deferred();
  const arrived = deferred();
  const service = await fakeService((response) => {
    response.on('close', () => closed.resolve());
    arrived.resolve();
  });
  const controller = new AbortController();
  const reason = new Error('the user closed the window');
  const call = service.account().read(REGION, 'ListTables', {}, controller.signal);
  call.catch(() => {});
  await arrived.promise;
  controller.abort(reason);
  await expect(call).rejects.toBe(reason);
  await closed.promise;
});

test('a call that is cancelled already sends nothing', async () => {
  const service = await fakeService(answer({ TableNames: [] }));
  const signal = AbortSignal.abort(new Error('no'));
  await expect(service.account().read(REGION, 'ListTables', {}, signal)).rejects.toBe(signal.reason);
  expect(service.seen).toHaveLength(0);
});

function deferred(): { promise: Promise<unknown>; resolve(this: void): void } {
  const emitter = new EventEmitter();
  return { promise: once(emitter, 'done'), resolve: () => void emitter.emit('done') };
}
