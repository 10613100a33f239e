import type { ChildProcess } from 'node:child_process';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientFor, post } from './client';
import { exitOf, openProgram, textOf, urlOf, type Program } from './program';

let program: Program;
beforeAll(async () => {
  program = await openProgram();
});
afterAll(() => program.close());

const start = (...args: string[]): ChildProcess => program.start(...args);

test('the bundled program runs alone, says where it listens, and stops at once when told to', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const child = start();
    const url = await urlOf(child);
    const { TableNames } = await clientFor({ url }).send(new ListTablesCommand({}));
    expect(TableNames).toContain('Orders');
    const exit = exitOf(child);
    child.kill(signal);
    expect(await exit).toBe(0);
  }
});

test('--empty starts without tables', async () => {
  const url = await urlOf(start('--empty'));
  expect((await clientFor({ url }).send(new ListTablesCommand({}))).TableNames).toEqual([]);
});

const refused: [string[], string][] = [
  [['--host', '0.0.0.0'], 'listens on loopback only'],
  [['--port', '70000'], 'A port is a number from 0 to 65535, not 70000.'],
  [['--prot', '1'], "Unknown option '--prot'"],
];
test.each(refused)('%j is refused with exit code 2', async (args, text) => {
  const child = start(...args);
  const [code, said] = await Promise.all([exitOf(child), textOf(child)]);
  expect(code).toBe(2);
  expect(said).toContain(text);
});

test('a port that is taken is said so', async () => {
  const taken = new URL(await urlOf(start('--empty'))).port;
  const child = start('--port', taken);
  const [code, said] = await Promise.all([exitOf(child), textOf(child)]);
  expect(code).toBe(1);
  expect(said).toContain('The sandbox could not start: listen EADDRINUSE');
});

test('--control lets a process with the token script faults and move the clock, and nobody else', async () => {
  const url = await urlOf(start('--empty', '--control', 'secret'));
  const control = (token: string, path: string, body: object): Promise<Response> =>
    post(`${url}/sandbox/${path}`, 'none', body, { headers: { 'x-sandbox-token': token } });
  const script = { operation: 'ListTables', fault: 'internal-error' };
  expect((await control('guess', 'faults', script)).status).toBe(404);
  expect((await post(url, 'ListTables', {})).status).toBe(200);
  expect((await control('secret', 'faults', script)).status).toBe(200);
  expect((await post(url, 'ListTables', {})).status).toBe(500);
  const before = Date.parse((await post(url, 'ListTables', {})).headers.get('date') ?? '');
  await control('secret', 'clock', { advanceMs: 3_600_000 });
  const after = Date.parse((await post(url, 'ListTables', {})).headers.get('date') ?? '');
  expect(after - before).toBeGreaterThanOrEqual(3_600_000);
  expect((await control('secret', 'faults', { operation: 7 })).status).toBe(400);
});

test('GET /sandbox/requests reads back what was asked and how it was answered', async () => {
  const url = await urlOf(start('--empty', '--control', 'secret'));
  const log = async (method: string): Promise<unknown> =>
    (await fetch(`${url}/sandbox/requests`, { method, headers: { 'x-sandbox-token': 'secret' } })).json();
  await post(url, 'DescribeTable', { TableName: 'Orders' });
  expect(await log('GET')).toMatchObject([
    {
      service: 'dynamodb',
      operation: 'DescribeTable',
      region: 'eu-west-1',
      body: { TableName: 'Orders' },
      answer: { status: 400, code: 'ResourceNotFoundException' },
    },
  ]);
  await log('DELETE');
  expect(await log('GET')).toEqual([]);
});

const badScripts: [string, object][] = [
  ['an unknown kind', { operation: 'ListTables', fault: 'thunder' }],
  ['no fault', { operation: 'ListTables' }],
  ['a call before the first', { operation: 'ListTables', fault: 'throttle', call: 0 }],
  ['a status that is none', { operation: 'ListTables', fault: { code: 'X', message: '', status: 99 } }],
];
test('a fault script that would do nothing is refused, and the others are kept', async () => {
  const url = await urlOf(start('--empty', '--control', 'secret'));
  const add = (script: object): Promise<Response> =>
    post(`${url}/sandbox/faults`, 'none', script, { headers: { 'x-sandbox-token': 'secret' } });
  for (const [, script] of badScripts) expect((await add(script)).status).toBe(400);
  expect((await post(url, 'ListTables', {})).status).toBe(200);
  const denied = { code: 'AccessDeniedException', message: 'no' };
  expect((await add({ operation: '*', fault: denied, times: 1 })).status).toBe(200);
  expect((await post(url, 'ListTables', {})).status).toBe(400);
});

test('--until-stdin-closes ends the program with the pipe it was given', async () => {
  const child = program.startWithPipe('--empty', '--until-stdin-closes');
  await urlOf(child);
  const exit = exitOf(child);
  child.stdin?.end();
  expect(await exit).toBe(0);
});

test('without it a closed standard input changes nothing', async () => {
  const child = program.startWithPipe('--empty');
  const url = await urlOf(child);
  child.stdin?.end();
  expect((await post(url, 'ListTables', {})).status).toBe(200);
});

test('--until-stdin-closes does not outlive a parent that was killed', async () => {
  const parent = program.startParent('--empty', '--until-stdin-closes');
  const url = await urlOf(parent);
  expect((await post(url, 'ListTables', {})).status).toBe(200);
  // The sandbox writes to the parent's own output: that is closed when both of them are gone.
  const closed = textOf(parent);
  parent.kill('SIGKILL');
  await closed;
  await expect(post(url, 'ListTables', {})).rejects.toThrow();
});
