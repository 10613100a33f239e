import { beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../server/sandbox/sandbox';
import { NOW, fakeShell, run, sandboxWorld, type FakeShell, type World } from './fake-shell';

/** `validate --live`: what the account decides before a restore is sent, one family of rules each. */

const FILE = 'orders.ddbbackup.json';
let world: World;
let sandbox: Sandbox;
let backupArn: string;

beforeEach(async () => {
  world = await sandboxWorld();
  sandbox = world.sandbox;
  backupArn = sandbox.seed.backup({ region: 'eu-west-1', table: 'Orders', name: 'before' }).arn;
});

const shellWith = (spec: Record<string, unknown>): FakeShell =>
  fakeShell({ [FILE]: JSON.stringify({ TargetTableName: 'New', ...spec }) }, world.ports);
const encrypted = (KMSMasterKeyId: string) => ({
  SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId },
});
const arnIn = (region: string, alias = 'alias/multi-region') => sandbox.seed.key(region, alias).arn;

interface Reported {
  code: string;
  severity: string;
  fixes: string[];
}

async function validated(shell: FakeShell): Promise<{ exit: number; errors: Reported[] }> {
  const exit = await run(shell, 'validate', FILE, '--live', '--format', 'json');
  const problems = JSON.parse(shell.written.out) as Reported[];
  return { exit, errors: problems.filter(({ severity }) => severity === 'error') };
}

const fromTable = (SourceTableName: string, more: object = {}) => ({
  SourceTableName,
  UseLatestRestorableTime: true,
  ...more,
});

const families: [family: string, spec: () => Record<string, unknown>, code: string, fixes: string[]][] = [
  [
    'a key that cannot be used',
    () => ({ BackupArn: backupArn, ...encrypted('alias/hmac') }),
    'encryption-key-not-symmetric',
    [],
  ],
  [
    'a key that is not there',
    () => ({ BackupArn: backupArn, ...encrypted('alias/goood') }),
    'encryption-key-missing',
    ['Change to "alias/good"'],
  ],
  [
    'a target that exists',
    () => ({ BackupArn: backupArn, TargetTableName: 'Customers' }),
    'target-exists',
    ['Restore into "Customers-2"'],
  ],
  [
    'a source that does not exist',
    () => fromTable('Ordres'),
    'source-missing-in-region',
    ['Change to "Orders"'],
  ],
  [
    'a moment outside the window',
    () => ({ SourceTableName: 'Inventory', RestoreDateTime: '2026-11-01T00:00:00Z' }),
    'restore-time-outside-window',
    [expect.stringMatching(/^Go back to 2026-/) as string, 'Go back to the latest restorable time'],
  ],
  ['recovery that is off', () => fromTable('Sessions'), 'point-in-time-off', []],
  [
    'another account',
    () => ({ BackupArn: backupArn.replace('123456789012', '999988887777') }),
    'caller-mismatch',
    [],
  ],
];

test.each(families)('%s is exit 1, with the fixes there are', async (_, spec, code, fixes) => {
  const { exit, errors } = await validated(shellWith(spec()));
  expect(errors.map((error) => error.code)).toEqual([code]);
  expect(errors[0]?.fixes).toEqual(fixes);
  expect(exit).toBe(1);
});

test('a backup that feeds another restore is exit 1, and fine when that has ended', async () => {
  sandbox.durations.restoreInRegion = 3_600_000;
  const first = shellWith({ BackupArn: backupArn, AfterRestore: { Default: 'Skip' } });
  expect(await run(first, 'restore', FILE, '--yes', '--no-wait')).toBe(0);
  const second = { BackupArn: backupArn, TargetTableName: 'Newer' };
  expect(await validated(shellWith(second))).toMatchObject({ exit: 1, errors: [{ code: 'backup-in-use' }] });
  sandbox.clock.advance(3_700_000);
  expect(await validated(shellWith(second))).toMatchObject({ exit: 0, errors: [] });
});

test('--fix writes the ARN of the replica that the destination has', async () => {
  const shell = shellWith({ BackupArn: backupArn, Region: 'us-east-1', ...encrypted(arnIn('eu-west-1')) });
  expect(await run(shell, 'validate', FILE, '--live', '--fix')).toBe(0);
  expect(JSON.parse(shell.disk.get(FILE) ?? '')).toMatchObject(encrypted(arnIn('us-east-1')));
});

describe('what could not be checked is named, and is exit 3', () => {
  const spec = () => ({ BackupArn: backupArn, ...encrypted('alias/good') });

  test('a permission is missing', async () => {
    const fault = { code: 'AccessDeniedException', message: 'not authorized to perform: kms:DescribeKey' };
    sandbox.faults.add({ operation: 'DescribeKey', fault, times: 99 });
    const shell = shellWith(spec());
    expect(await validated(shell)).toEqual({ exit: 3, errors: [] });
    expect(shell.written.err).toContain('it lacks kms:DescribeKey');
    for (const title of ['the encryption key exists', 'the encryption key is enabled'])
      expect(shell.written.err).toContain(`  ${title}\n`);
    expect(shell.written.err).not.toContain('the backup exists');
  });

  test('the session has expired', async () => {
    sandbox.faults.add({ operation: '*', fault: 'expired-token', times: 999 });
    const shell = shellWith(spec());
    expect(await validated(shell)).toEqual({ exit: 3, errors: [] });
    expect(shell.written.err.match(/The session has expired/g)).toHaveLength(1);
    expect(shell.written.err).toContain('  the backup exists\n');
  });

  test('nobody answers', async () => {
    await sandbox.close();
    const shell = shellWith(spec());
    expect(await validated(shell)).toEqual({ exit: 3, errors: [] });
    expect(shell.written.err.match(/cannot be reached/g)).toHaveLength(1);
    expect(shell.written.err).toContain("  the target's name is free\n");
  });
});

test('a good file is exit 0: every rule has looked', async () => {
  const shell = shellWith({ BackupArn: backupArn, ...encrypted('alias/good') });
  expect(await validated(shell)).toEqual({ exit: 0, errors: [] });
  expect(shell.written.err).toBe('');
  expect(shell.now()).toBeGreaterThanOrEqual(NOW);
});
