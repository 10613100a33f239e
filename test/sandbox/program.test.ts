import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CreateBackupCommand, ListBackupsCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientFor, post } from './client';

let folder = '';
const running: ChildProcess[] = [];

/** The program as it is shipped: one file, alone in a folder. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  await build({
    entryPoints: [new URL('../../server/sandbox/main.ts', import.meta.url).pathname],
    outfile: join(folder, 'sandbox.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { level: 'memory-level' },
    logLevel: 'error',
  });
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['sandbox.js', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

/** The address in the line that says the program is ready. */
async function urlOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The program has no output.');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(line).toMatch(/^sandbox listening on http:\/\/127\.0\.0\.1:\d+$/);
  return line.slice('sandbox listening on '.length);
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function textOf(child: ChildProcess): Promise<string> {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'close');
  return text;
}

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

test('--state keeps tables, items and backups from one run to the next', async () => {
  const state = join(folder, 'state.json');
  const first = start('--state', state);
  const client = clientFor({ url: await urlOf(first) });
  const made = await client.send(new CreateBackupCommand({ TableName: 'Orders', BackupName: 'kept' }));
  const exit = exitOf(first);
  first.kill('SIGTERM');
  await exit;
  const again = clientFor({ url: await urlOf(start('--state', state)) });
  const { BackupSummaries = [] } = await again.send(new ListBackupsCommand({ TableName: 'Orders' }));
  expect(BackupSummaries.map(({ BackupArn }) => BackupArn)).toContain(made.BackupDetails?.BackupArn);
  const another = await again.send(new CreateBackupCommand({ TableName: 'Orders', BackupName: 'kept' }));
  expect(another.BackupDetails?.BackupArn).not.toBe(made.BackupDetails?.BackupArn);
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
