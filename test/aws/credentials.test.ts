import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAccount } from '../../server/aws';
import { httpHandler, TIMEOUTS } from '../../server/aws/clients';
import { credentialsOf } from '../../server/aws/credentials';
import { failureOf } from '../../server/aws/failure';
import { AwsFailure } from '../../server/run/ports';
import { answer, fakeService, refusal, REGION } from './fake-service';

const CANARIES = ['AKIACANARYCANARYCANA', 'canary/secret/access/key', 'canary-session-token'];
const [accessKeyId = '', secretAccessKey = '', sessionToken = ''] = CANARIES;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ddbbackup-aws-'));
  for (const name of [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
  ])
    vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_CONFIG_FILE', path.join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', path.join(folder, 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** A profile `work` whose credentials come from a script. Each start leaves one line in `starts`. */
async function profileWithProcess(script: string): Promise<{ starts(this: void): Promise<number> }> {
  const file = path.join(folder, 'give.cjs');
  const starts = path.join(folder, 'starts');
  await writeFile(file, `require('node:fs').appendFileSync(${JSON.stringify(starts)}, 'x');\n${script}`);
  await writeFile(
    path.join(folder, 'config'),
    `[profile work]\ncredential_process = "${process.execPath}" "${file}"\n`,
  );
  return { starts: async () => (await readFile(starts, 'utf8').catch(() => '')).length };
}

function giving(expiresInMs: number): string {
  const Expiration = `new Date(Date.now() + ${expiresInMs}).toISOString()`;
  return `process.stdout.write(JSON.stringify({ Version: 1, AccessKeyId: ${JSON.stringify(accessKeyId)}, SecretAccessKey: ${JSON.stringify(secretAccessKey)}, SessionToken: ${JSON.stringify(sessionToken)}, Expiration: ${Expiration} }));`;
}

/** Everything that a careless logger could print of an error. */
function everyForm(error: unknown): string {
  const own =
    error instanceof Error ? [error.stack, error.message, JSON.stringify(error), String(error.cause)] : [];
  return [inspect(error, { showHidden: true, depth: 20, getters: true }), ...own].join('\n');
}

const handler = httpHandler(TIMEOUTS);

async function errorOf(call: Promise<unknown>): Promise<AwsFailure> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AwsFailure)) throw new Error(`not an AwsFailure: ${String(error)}`);
  for (const canary of CANARIES) expect(everyForm(error)).not.toContain(canary);
  return error;
}

test('a process that gives credentials is started once for any number of Regions', async () => {
  const { starts } = await profileWithProcess(giving(3_600_000));
  const provider = credentialsOf('work', REGION, handler);
  const all = await Promise.all(Array.from({ length: 30 }, async () => provider()));
  expect(new Set(all.map((credentials) => credentials.accessKeyId))).toEqual(new Set([accessKeyId]));
  expect(await starts()).toBe(1);
  await provider();
  expect(await starts()).toBe(1);
});

test('credentials that are about to expire are asked for again', async () => {
  const { starts } = await profileWithProcess(giving(60_000));
  const provider = credentialsOf('work', REGION, handler);
  await provider();
  await provider();
  expect(await starts()).toBe(2);
});

test('a failed sign-in is not remembered', async () => {
  await profileWithProcess('process.exit(3);');
  const provider = credentialsOf('work', REGION, handler);
  await expect(provider()).rejects.toThrow();
  await profileWithProcess(giving(3_600_000));
  expect((await provider()).accessKeyId).toBe(accessKeyId);
});

test.each([
  [
    'fails and prints secrets',
    `process.stderr.write(${JSON.stringify(CANARIES.join(' '))}); process.exit(3);`,
    'its credential_process failed',
  ],
  [
    'prints secrets that are no JSON',
    `process.stdout.write(${JSON.stringify(CANARIES.join(' '))});`,
    'did not give credentials',
  ],
  ['gives expired ones', giving(-60_000), 'credentials that have expired'],
])('a process that %s is explained without quoting it', async (_name, script, words) => {
  await profileWithProcess(script);
  const account = openAccount({ profile: 'work' });
  const { failure } = await errorOf(
    account.write(REGION, 'CreateBackup', { TableName: 'Orders', BackupName: 'b-1' }),
  );
  expect(failure).toMatchObject({ code: 'CredentialsError', mayHaveArrived: false });
  expect(failure.message).toContain(words);
});

test('a process that hangs is given up, and asked anew by the next call', async () => {
  const { starts } = await profileWithProcess('setTimeout(() => {}, 3000);');
  const account = openAccount({ profile: 'work', deadlines: { credentialsMs: 400 } });
  for (const _ of [1, 2]) {
    const { failure } = await errorOf(account.read(REGION, 'ListTables', {}));
    expect(failure).toMatchObject({ code: 'CredentialsError', mayHaveArrived: false });
  }
  await vi.waitFor(async () => expect(await starts()).toBe(2));
});

test('a profile that nobody knows is named, and nothing is sent', async () => {
  const { failure } = await errorOf(openAccount({ profile: 'wrok' }).read(REGION, 'ListTables', {}));
  expect(failure).toMatchObject({ code: 'UnknownProfile', mayHaveArrived: false });
  expect(failure.message).toContain('"wrok"');
});

test('a profile with a source of its own never falls back on another identity', async () => {
  await profileWithProcess('process.exit(3);');
  vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', 'http://127.0.0.1:1/credentials');
  const { failure } = await errorOf(openAccount({ profile: 'work' }).read(REGION, 'ListTables', {}));
  expect(failure.message).toContain('credential_process');
});

function keys(profile: string, id: string): string {
  return `[${profile}]\naws_access_key_id = ${id}\naws_secret_access_key = x\n`;
}

async function idOf(profile?: string): Promise<string> {
  return (await credentialsOf(profile, REGION, handler)()).accessKeyId;
}

test('keys in the environment come before AWS_PROFILE, a named profile before both', async () => {
  await writeFile(path.join(folder, 'credentials'), keys('work', 'AKIAWORK') + keys('other', 'AKIAOTHER'));
  vi.stubEnv('AWS_PROFILE', 'other');
  expect(await idOf()).toBe('AKIAOTHER');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENV');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  expect(await idOf()).toBe('AKIAENV');
  expect(await idOf('work')).toBe('AKIAWORK');
});

test('an address of this machine never sees real credentials', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey);
  vi.stubEnv('AWS_SESSION_TOKEN', sessionToken);
  const service = await fakeService(answer({ TableNames: [] }));
  await service.account().read(REGION, 'ListTables', {});
  expect(JSON.stringify(service.seen)).not.toMatch(/CANARY|canary/);
});

test('an endpoint in the environment or the profile is not obeyed behind our back', async () => {
  const trap = await fakeService(answer({ TableNames: ['trap'] }));
  const service = await fakeService(answer({ TableNames: ['Orders'] }));
  vi.stubEnv('AWS_ENDPOINT_URL', trap.url);
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', trap.url);
  expect(await service.account().read(REGION, 'ListTables', {})).toEqual({ TableNames: ['Orders'] });
  expect(trap.seen).toEqual([]);
});

test('a refused signature is told without the request that AWS quotes', () => {
  const message = `The request signature we calculated does not match the signature you provided. The Canonical String for this request should have been 'POST\n/\nx-amz-security-token:${sessionToken}'`;
  const sdkError = Object.assign(new Error(message), {
    name: 'InvalidSignatureException',
    $fault: 'client',
    $metadata: { httpStatusCode: 403 },
    $response: { request: { headers: { authorization: accessKeyId, 'x-amz-security-token': sessionToken } } },
  });
  const call = { operation: 'ListTables', region: REGION };
  const failure = failureOf(sdkError, call, { accessKeyId, secretAccessKey, sessionToken });
  expect(failure.failure).toMatchObject({ code: 'InvalidSignatureException', httpStatus: 403 });
  for (const canary of CANARIES) expect(everyForm(failure)).not.toContain(canary);
});

test('a message of the service that repeats a secret is told without it', async () => {
  const service = await fakeService(refusal('ValidationException', 'do not log not-a-secret please'));
  const error = await service
    .account()
    .read(REGION, 'ListTables', {})
    .then(String, (reason: unknown) => everyForm(reason));
  expect(error).toContain('ValidationException');
  expect(error).not.toContain('not-a-secret');
});

test('for a Region of another partition, which a file may name, no credentials are even asked for', async () => {
  const { starts } = await profileWithProcess(giving(3_600_000));
  const account = openAccount({ profile: 'work', regions: [REGION] });
  const { failure } = await errorOf(account.read('cn-north-1', 'ListTables', {}));
  expect(failure).toMatchObject({ code: 'OtherPartition', mayHaveArrived: false });
  expect(failure.message).toContain('aws-cn');
  expect(await starts()).toBe(0);
});
