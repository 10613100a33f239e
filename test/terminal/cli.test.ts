import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { portOf } from '../aws/fake-service';
import { cliBundle } from './bundle';

const bundle = cliBundle();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ddbbackup-run-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

interface Result {
  code: number | null;
  out: string;
  err: string;
}

interface Running {
  ended: Promise<Result>;
  /** Resolves when stderr or stdout holds the words. */
  says(this: void, words: string): Promise<void>;
  kill(this: void, signal: NodeJS.Signals): void;
}

function start(argv: readonly string[], env: Record<string, string> = {}, program = bundle.cli): Running {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      DDBBACKUP_STATE: path.join(folder, 'state'),
      AWS_EC2_METADATA_DISABLED: 'true',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, out, err }));
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    ended,
    kill: (signal) => void child.kill(signal),
    says: async (words) => {
      while (!(out + err).includes(words)) {
        if (child.exitCode !== null) throw new Error(`ended without saying "${words}":\n${out}${err}`);
        await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended]);
      }
    },
  };
}

function cli(argv: readonly string[], env?: Record<string, string>): Promise<Result> {
  return start(argv, env).ended;
}

const ARN = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';

async function spec(changes: object = {}): Promise<string> {
  const file = path.join(folder, 'orders.ddbbackup.json');
  await writeFile(file, JSON.stringify({ BackupArn: ARN, TargetTableName: 'Orders-restored', ...changes }));
  return file;
}

/** As if those who hold a lock had not been heard of for a minute. */
async function ageLocks(): Promise<void> {
  const locks = path.join(folder, 'state', 'locks');
  const before = new Date(Date.now() - 60_000);
  for (const lock of await readdir(locks)) await utimes(path.join(locks, lock, 'owner.json'), before, before);
}

async function sandboxForTest(): Promise<Sandbox> {
  const sandbox = await startSandbox({ sample: true, scale: 0 });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

async function pageServer(): Promise<string> {
  const server = http.createServer((_request, response) => response.end('<html>sign in, please</html>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${portOf(server)}`;
}

test('version and help go to stdout', async () => {
  const { version } = JSON.parse(
    await readFile(path.join(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as {
    version: string;
  };
  expect(await cli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  expect(await cli(['--help'])).toMatchObject({ code: 0, err: '' });
});

test('validate needs the program alone: no SDK is loaded', async () => {
  const alone = path.join(folder, 'cli.js');
  await copyFile(bundle.cli, alone);
  const { code, out } = await start(['validate', await spec(), '--format', 'json'], {}, alone).ended;
  expect(code).toBe(0);
  expect(JSON.parse(out)).toBeInstanceOf(Array);
});

describe('exit 3', () => {
  test.each([
    ['nobody listens', async () => ({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }), 'eu-west-1'],
    [
      'a sign-in page answers',
      async () => ({ AWS_ENDPOINT_URL: await pageServer() }),
      'NotAnAwsAnswer|proxy',
    ],
    ['the profile is not known', async () => ({ AWS_PROFILE: 'wrok' }), 'wrok'],
    [
      'the endpoint is not allowed',
      async () => ({ AWS_ENDPOINT_URL: 'http://dynamodb.example:8000' }),
      'refused|endpoint',
    ],
  ])(
    '%s',
    async (_name, env, words) => {
      const file = await spec();
      const set = await env();
      for (const argv of [
        ['plan', file],
        ['restore', file, '--yes'],
        ['verify', file],
        ['validate', file, '--live'],
      ]) {
        const { code, out, err } = await cli(argv, set);
        expect({ argv: argv[0], code }).toEqual({ argv: argv[0], code: 3 });
        if (argv[0] !== 'validate') expect(out).toBe('');
        expect(err).toMatch(new RegExp(words, 'i'));
        expect(err).not.toContain('NodeVersionSupportWarning');
        expect(err).not.toMatch(/^\s+at /m);
      }
    },
    60_000,
  );
});

describe('against the sandbox', () => {
  test('list, plan, restore --no-wait; no noise of the SDK on stderr', async () => {
    const sandbox = await sandboxForTest();
    const env = { AWS_ENDPOINT_URL_DYNAMODB: sandbox.url, AWS_DEFAULT_REGION: 'eu-west-1' };
    const list = await cli(['backup', 'list', 'Orders', '--type', 'USER'], env);
    expect(list).toMatchObject({ code: 0, err: '' });
    const arn = list.out.split('\n')[0]?.split('\t').at(-1);
    const file = await spec({ BackupArn: arn });
    expect(await cli(['plan', file, '--format', 'json'], env)).toMatchObject({ code: 0, err: '' });
    const restored = await cli(['restore', file, '--yes', '--no-wait', '--format', 'json'], env);
    expect(JSON.parse(restored.out)).toMatchObject({ target: 'Orders-restored', region: 'eu-west-1' });
    expect(restored.code).toBe(0);
    expect(
      await readFile(path.join(folder, 'state', 'journal.jsonl'), 'utf8').catch(() => '(elsewhere)'),
    ).not.toBe('');
  }, 60_000);

  test('Ctrl+C while watching ends with the sentence and exit 4', async () => {
    const sandbox = await startSandbox({ sample: true });
    sandbox.durations.restoreInRegion = 3_600_000;
    onTestFinished(() => sandbox.close());
    const env = { AWS_ENDPOINT_URL: sandbox.url, AWS_REGION: 'eu-west-1' };
    const list = await cli(['backup', 'list', 'Orders', '--type', 'USER'], env);
    const file = await spec({ BackupArn: list.out.split('\n')[0]?.split('\t').at(-1) });
    const running = start(['restore', file, '--yes'], env);
    await running.says('accepted');
    running.kill('SIGINT');
    const { code, err } = await running.ended;
    expect(err).toContain('goes on at AWS and cannot be stopped');
    expect(code).toBe(4);
  }, 60_000);
});

test('killed in the middle of its request: the same command finds the table and finishes the restore', async () => {
  const sandbox = await sandboxForTest();
  const env = { AWS_ENDPOINT_URL: sandbox.url, AWS_REGION: 'eu-west-1' };
  const list = await cli(['backup', 'list', 'Orders', '--type', 'USER'], env);
  const file = await spec({ BackupArn: list.out.split('\n')[0]?.split('\t').at(-1) });
  sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'no-answer-after-commit' });
  const first = start(['restore', file, '--yes'], env);
  await sandbox.requests.received('RestoreTableFromBackup');
  first.kill('SIGKILL');
  await first.ended;
  await ageLocks();
  const { code, err } = await start(['restore', file, '--yes', '--no-wait'], env).ended;
  expect(err).toContain('This restore is under way since');
  expect(err).toContain('Orders-restored stands and is the table that was asked for.');
  expect(code).toBe(0);
  const sent = sandbox.requests.all.filter(({ operation }) => operation.startsWith('Restore'));
  expect(sent).toHaveLength(1);
}, 60_000);

test("a reader that closes the pipe is nobody's error", async () => {
  await mkdir(path.join(folder, 'many'));
  for (let index = 0; index < 300; index++)
    await writeFile(path.join(folder, 'many', `s${index}.ddbbackup.json`), '{ "a": 1, "b": 2, "c": 3 }');
  const command = `"${process.execPath}" "${bundle.cli}" validate "${path.join(folder, 'many')}" | head -1`;
  const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await once(child, 'close');
  expect(err).not.toMatch(/EPIPE|^\s+at /m);
});

test('the sandbox command runs until it is told to stop', async () => {
  const running = start(['sandbox', '--port', '0', '--empty']);
  await running.says('sandbox listening on http://127.0.0.1:');
  running.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0 });
});
