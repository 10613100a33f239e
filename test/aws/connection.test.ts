import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseConnection, listProfiles } from '../../server/aws';

const config = `
[default]
region = us-east-1

[profile work]
region = eu-west-1
endpoint_url = http://localhost:1111
[profile split]
services = local
[services local]
dynamodb =
  endpoint_url = http://localhost:2222
[sso-session corp]
sso_region = eu-west-1
[profile quiet]
endpoint_url = http://localhost:3333
ignore_configured_endpoint_urls = true
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ddbbackup-aws-'));
  vi.stubEnv('AWS_CONFIG_FILE', path.join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', path.join(folder, 'credentials'));
  await writeFile(path.join(folder, 'config'), config);
  await writeFile(
    path.join(folder, 'credentials'),
    '[keys]\naws_access_key_id = a\naws_secret_access_key = b\n[team.prod]\naws_access_key_id = a\n',
  );
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

type Case = [
  name: string,
  options: Parameters<typeof chooseConnection>[0],
  env: Record<string, string>,
  expected: object,
];

const cases: Case[] = [
  ['nothing said', {}, {}, { profile: 'default', region: 'us-east-1', endpoint: '' }],
  [
    'the profile of the environment',
    {},
    { AWS_PROFILE: 'work' },
    { profile: 'work', region: 'eu-west-1', endpoint: 'http://localhost:1111' },
  ],
  ['the old name of that variable', {}, { AWS_DEFAULT_PROFILE: 'keys' }, { profile: 'keys', endpoint: '' }],
  [
    'the option before the environment',
    { profile: 'keys' },
    { AWS_PROFILE: 'work' },
    { profile: 'keys', endpoint: '' },
  ],
  [
    'AWS_DEFAULT_REGION before the profile',
    {},
    { AWS_DEFAULT_REGION: 'eu-west-2' },
    { profile: 'default', region: 'eu-west-2', endpoint: '' },
  ],
  [
    'AWS_REGION before AWS_DEFAULT_REGION',
    {},
    { AWS_REGION: 'eu-west-3', AWS_DEFAULT_REGION: 'eu-west-2' },
    { profile: 'default', region: 'eu-west-3', endpoint: '' },
  ],
  [
    'the Region option before all',
    { region: 'eu-north-1' },
    { AWS_REGION: 'eu-west-3' },
    { profile: 'default', region: 'eu-north-1', endpoint: '' },
  ],
  [
    'the endpoint of the service before the one for all',
    {},
    { AWS_ENDPOINT_URL: 'http://localhost:1', AWS_ENDPOINT_URL_DYNAMODB: 'http://localhost:2' },
    { profile: 'default', region: 'us-east-1', endpoint: 'http://localhost:2' },
  ],
  [
    'an endpoint in a services section',
    { profile: 'split' },
    {},
    { profile: 'split', endpoint: 'http://localhost:2222' },
  ],
  [
    'configured endpoints switched off in the profile',
    { profile: 'quiet' },
    {},
    { profile: 'quiet', endpoint: '' },
  ],
  [
    'configured endpoints switched off in the environment',
    {},
    { AWS_ENDPOINT_URL: 'http://localhost:1', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
    { profile: 'default', region: 'us-east-1', endpoint: '' },
  ],
  [
    'the endpoint option, which nothing switches off',
    { profile: 'quiet', endpoint: 'http://localhost:4' },
    {},
    { profile: 'quiet', endpoint: 'http://localhost:4' },
  ],
];

test.each(cases)('connection: %s', async (_name, options, env, expected) => {
  expect(await chooseConnection(options, env)).toEqual(expected);
});

test('the profiles are those of both files, and new ones show at once', async () => {
  expect(await listProfiles()).toEqual(['default', 'keys', 'quiet', 'split', 'team.prod', 'work']);
  await writeFile(path.join(folder, 'config'), '[profile fresh]\nregion = eu-west-1\n');
  expect(await listProfiles()).toEqual(['fresh', 'keys', 'team.prod']);
});

test('without files there are no profiles', async () => {
  await rm(folder, { recursive: true });
  expect(await listProfiles()).toEqual([]);
});
