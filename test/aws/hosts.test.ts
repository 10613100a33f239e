import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterEach, expect, test, vi } from 'vitest';
import { newClient } from '../../server/aws/clients';
import type { Route } from '../../server/aws/endpoint';
import { READS, WRITES } from '../../server/aws/operations';
import { BACKUP_ARN, REGION } from './fake-service';

afterEach(() => void vi.unstubAllEnvs());

type Allowed = Exclude<Route, { kind: 'refused' }>;

/** Stands in for the network: tells which host a request was for, and ends there. */
class NoNetwork extends NodeHttpHandler {
  hosts: string[] = [];
  override async handle(request: { hostname: string }): Promise<never> {
    this.hosts.push(request.hostname);
    throw new Error('no network here');
  }
}

async function hostOf(
  operation: 'DescribeBackup' | 'RestoreTableFromBackup' | 'GetCallerIdentity' | 'DescribeKey',
  route: Allowed,
  region = REGION,
): Promise<string[]> {
  const handler = new NoNetwork();
  const kind = operation === 'RestoreTableFromBackup' ? 'write' : 'read';
  const what = operation === 'RestoreTableFromBackup' ? WRITES[operation] : READS[operation];
  const credentials = async () => ({ accessKeyId: 'AKIA', secretAccessKey: 's', accountId: '123456789012' });
  const client = newClient({
    kind,
    service: what.service,
    region,
    route,
    profile: undefined,
    credentials,
    handler,
    onClock: () => {},
  });
  const input = {
    GetCallerIdentity: {},
    DescribeKey: { KeyId: 'alias/orders' },
    DescribeBackup: { BackupArn: BACKUP_ARN },
    RestoreTableFromBackup: { BackupArn: BACKUP_ARN, TargetTableName: 'Orders-restored' },
  }[operation];
  const command = new what.command(input as never);
  await client.send(command, { abortSignal: new AbortController().signal }).catch(() => {});
  return [...new Set(handler.hosts)];
}

const cases: [operation: Parameters<typeof hostOf>[0], route: Allowed, host: string][] = [
  ['DescribeBackup', { kind: 'aws' }, 'dynamodb.eu-west-1.amazonaws.com'],
  ['RestoreTableFromBackup', { kind: 'aws' }, 'dynamodb.eu-west-1.amazonaws.com'],
  ['GetCallerIdentity', { kind: 'aws' }, 'sts.eu-west-1.amazonaws.com'],
  [
    'DescribeBackup',
    { kind: 'aws-host', url: 'https://vpce-1.dynamodb.eu-west-1.vpce.amazonaws.com' },
    'vpce-1.dynamodb.eu-west-1.vpce.amazonaws.com',
  ],
  [
    'GetCallerIdentity',
    { kind: 'aws-host', url: 'https://vpce-1.dynamodb.eu-west-1.vpce.amazonaws.com' },
    'sts.eu-west-1.amazonaws.com',
  ],
  ['DescribeKey', { kind: 'aws' }, 'kms.eu-west-1.amazonaws.com'],
  [
    'DescribeKey',
    { kind: 'aws-host', url: 'https://vpce-1.dynamodb.eu-west-1.vpce.amazonaws.com' },
    'kms.eu-west-1.amazonaws.com',
  ],
  ['DescribeKey', { kind: 'local', url: 'http://127.0.0.1:8000' }, '127.0.0.1'],
  ['GetCallerIdentity', { kind: 'local', url: 'http://127.0.0.1:8000' }, '127.0.0.1'],
];

test.each(cases)(
  '%s by %o goes to %s, whatever environment and account say',
  async (operation, route, host) => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.2:1');
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.2:2');
    vi.stubEnv('AWS_ENDPOINT_URL_STS', 'http://127.0.0.2:3');
    vi.stubEnv('AWS_ENDPOINT_URL_KMS', 'http://127.0.0.2:4');
    vi.stubEnv('AWS_ACCOUNT_ID_ENDPOINT_MODE', 'required');
    expect(await hostOf(operation, route)).toEqual([host]);
  },
);

/** One Region of each partition, and the suffix of its services' hosts. */
const suffixes: [region: string, suffix: string][] = [
  ['us-east-1', 'amazonaws.com'],
  ['cn-northwest-1', 'amazonaws.com.cn'],
  ['us-gov-west-1', 'amazonaws.com'],
  ['eusc-de-east-1', 'amazonaws.eu'],
  ['us-iso-east-1', 'c2s.ic.gov'],
  ['us-isob-east-1', 'sc2s.sgov.gov'],
  ['eu-isoe-west-1', 'cloud.adc-e.uk'],
  ['us-isof-south-1', 'csp.hci.ic.gov'],
];

test.each(suffixes)('in %s every service is asked at a host of its own partition', async (region, suffix) => {
  for (const [operation, service] of [
    ['DescribeBackup', 'dynamodb'],
    ['RestoreTableFromBackup', 'dynamodb'],
    ['DescribeKey', 'kms'],
    ['GetCallerIdentity', 'sts'],
  ] as const)
    expect(await hostOf(operation, { kind: 'aws' }, region)).toEqual([`${service}.${region}.${suffix}`]);
});
