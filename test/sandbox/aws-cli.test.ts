/** The AWS CLI, a client that nobody here has written, runs the story of a backup and its restore. */
import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAwsCli } from '../../scripts/aws-cli.mjs';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';

const aws = findAwsCli();
const isMissing = aws === undefined;
if (isMissing) {
  process.stderr.write(
    '\n!!! NOT RUN: the story with the AWS CLI. No `aws` was found; install awscli, or set AWS_CLI_PATH.\n\n',
  );
}

if (isMissing && process.env['CI'] === 'true') {
  test('in CI the AWS CLI must be there', () => {
    throw new Error('No AWS CLI was found, and in CI a test that did not run is a failure.');
  });
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: Date.parse('2026-11-20T10:00:00Z') });
});
afterAll(() => sandbox.close());

interface Run {
  readonly code: number;
  readonly output: string;
  readonly said: string;
}

const environment = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  AWS_ACCESS_KEY_ID: 'AKIASANDBOX',
  AWS_SECRET_ACCESS_KEY: 'any',
  AWS_DEFAULT_REGION: 'eu-west-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_MAX_ATTEMPTS: '1',
  AWS_PAGER: '',
};

/** @param line the words of a command, none of which has a space in it */
function run(line: string): Promise<Run> {
  const words = [...line.split(' '), '--endpoint-url', sandbox.url, '--output', 'json'];
  return new Promise((resolve) => {
    execFile(aws ?? '', words, { env: environment }, (error, output, said) => {
      resolve({ code: error === null ? 0 : Number(error.code), output, said });
    });
  });
}

/** The JSON of a call that must be accepted. */
async function done(line: string): Promise<Record<string, unknown>> {
  const { code, output, said } = await run(line);
  if (code !== 0) throw new Error(`aws ${line} ended with ${code}: ${said}`);
  return output.trim() === '' ? {} : (JSON.parse(output) as Record<string, unknown>);
}

const dynamodb = (line: string): ReturnType<typeof done> => done(`dynamodb ${line}`);

async function countOf(table: string): Promise<unknown> {
  return (await dynamodb(`scan --table-name ${table} --select COUNT`))['Count'];
}

const timeout = 120_000;
let backupArn = '';

test.skipIf(isMissing)('the AWS CLI makes a table, fills it and backs it up', { timeout }, async () => {
  expect(await done('sts get-caller-identity')).toMatchObject({ Account: '123456789012' });
  await dynamodb(
    'create-table --table-name Orders --billing-mode PAY_PER_REQUEST --key-schema AttributeName=id,KeyType=HASH ' +
      '--attribute-definitions AttributeName=id,AttributeType=S AttributeName=day,AttributeType=S --global-secondary-indexes ' +
      'IndexName=byDay,KeySchema=[{AttributeName=day,KeyType=HASH}],Projection={ProjectionType=ALL}',
  );
  sandbox.clock.advance(10_000);
  await dynamodb('wait table-exists --table-name Orders');
  for (const id of ['1', '2', '3']) {
    const item = JSON.stringify({ id: { S: id }, day: { S: 'fri' }, note: { S: 'Grüße' } });
    await dynamodb(`put-item --table-name Orders --item ${item}`);
  }
  const recovery = await dynamodb(
    'update-continuous-backups --table-name Orders --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
  );
  expect(JSON.stringify(recovery)).toContain('"PointInTimeRecoveryStatus":"ENABLED"');
  const made = await dynamodb('create-backup --table-name Orders --backup-name before');
  backupArn = (made['BackupDetails'] as { BackupArn: string }).BackupArn;
  sandbox.clock.advance(10_000);
  expect(await dynamodb(`describe-backup --backup-arn ${backupArn}`)).toMatchObject({
    BackupDescription: { BackupDetails: { BackupStatus: 'AVAILABLE' } },
  });
});

test.skipIf(isMissing)('the AWS CLI restores the backup and puts settings back', { timeout }, async () => {
  await dynamodb('delete-item --table-name Orders --key {"id":{"S":"2"}}');
  const restore =
    `restore-table-from-backup --target-table-name Restored --backup-arn ${backupArn} --global-secondary-index-override [] ` +
    '--sse-specification-override Enabled=true,SSEType=KMS,KMSMasterKeyId=alias/good';
  expect(await dynamodb(restore)).toMatchObject({
    TableDescription: {
      TableStatus: 'CREATING',
      RestoreSummary: { SourceBackupArn: backupArn, RestoreInProgress: true },
    },
  });
  const again = await run(`dynamodb ${restore}`);
  expect(again.code).not.toBe(0);
  expect(again.said).toContain('An error occurred (TableInUseException)');
  expect(again.said).toContain(`Table: Restored is already being restored from backup: ${backupArn}`);
  sandbox.clock.advance(sandbox.durations.restoreInRegion);
  await dynamodb('wait table-exists --table-name Restored');
  expect([await countOf('Restored'), await countOf('Orders')]).toEqual([3, 2]);
  const { Table } = await dynamodb('describe-table --table-name Restored');
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' },
  });
  expect(Table).not.toHaveProperty('GlobalSecondaryIndexes');

  const { TableArn: arn } = Table as { TableArn: string };
  await dynamodb(`tag-resource --resource-arn ${arn} --tags Key=team,Value=orders`);
  await dynamodb(
    'update-time-to-live --table-name Restored --time-to-live-specification Enabled=true,AttributeName=expires',
  );
  sandbox.clock.advance(5_000);
  expect(await dynamodb(`list-tags-of-resource --resource-arn ${arn}`)).toMatchObject({
    Tags: [{ Key: 'team', Value: 'orders' }],
  });
});

test.skipIf(isMissing)('the AWS CLI goes back in time, pages and cleans up', { timeout }, async () => {
  sandbox.clock.advance(400_000);
  await dynamodb(
    'restore-table-to-point-in-time --source-table-name Orders --target-table-name Earlier --restore-date-time 2026-11-20T10:00:15Z',
  );
  sandbox.clock.advance(sandbox.durations.restoreInRegion);
  expect(await countOf('Earlier')).toBe(3);
  const { TableNames } = await dynamodb('list-tables --page-size 1');
  expect(TableNames).toEqual(['Earlier', 'Orders', 'Restored']);
  await dynamodb(`delete-backup --backup-arn ${backupArn}`);
  const gone = await run(`dynamodb describe-backup --backup-arn ${backupArn}`);
  expect(gone.said).toContain('An error occurred (BackupNotFoundException)');
  expect(gone.said).toContain(`Backup not found: ${backupArn}`);
  const { KeyMetadata } = await done('kms describe-key --key-id alias/good');
  expect(KeyMetadata).toMatchObject({ KeyState: 'Enabled' });
  await dynamodb('delete-table --table-name Orders');
  sandbox.clock.advance(20_000);
  const left = await dynamodb('list-backups --backup-type ALL');
  expect(left['BackupSummaries']).toMatchObject([{ TableName: 'Orders', BackupType: 'SYSTEM' }]);
});
