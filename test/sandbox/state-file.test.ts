import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateBackupCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListBackupsCommand,
  ListTagsOfResourceCommand,
  ScanCommand,
  type BackupSummary,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { clientFor, post } from './client';
import { exitOf, openProgram, textOf, urlOf, type Program } from './program';

let program: Program;
beforeAll(async () => {
  program = await openProgram();
});
afterAll(() => program.close());

const stateFile = (name: string): string => join(program.folder, name);

async function backups(client: DynamoDBClient): Promise<BackupSummary[]> {
  const found: BackupSummary[] = [];
  let from: string | undefined;
  do {
    const page = await client.send(
      new ListBackupsCommand({
        BackupType: 'ALL',
        ...(from !== undefined && { ExclusiveStartBackupArn: from }),
      }),
    );
    found.push(...(page.BackupSummaries ?? []));
    from = page.LastEvaluatedBackupArn;
  } while (from !== undefined);
  return found;
}

test('the sample is made once: tables, items and backups are the same in the next run', async () => {
  const state = stateFile('sample.json');
  const look = async (client: DynamoDBClient): Promise<unknown[]> => [
    (await client.send(new DescribeTableCommand({ TableName: 'Orders' }))).Table?.TableId,
    (await client.send(new ScanCommand({ TableName: 'Orders' }))).Items,
    (await backups(client)).map(({ BackupArn }) => BackupArn),
  ];
  const first = program.start('--state', state);
  const before = await look(clientFor({ url: await urlOf(first) }));
  const exit = exitOf(first);
  first.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(await look(clientFor({ url: await urlOf(program.start('--state', state)) }))).toEqual(before);
});

/** Sends backups without waiting, until so many are answered; then kills the program in the middle of the others. */
async function killedAfter(url: string, acknowledged: number, kill: () => void): Promise<string[]> {
  const client = clientFor({ url });
  const answered: string[] = [];
  const send = async (n: number): Promise<void> => {
    const { BackupDetails } = await client.send(
      new CreateBackupCommand({ TableName: 'Sessions', BackupName: `backup-${n}` }),
    );
    answered.push(BackupDetails?.BackupArn ?? '');
    if (answered.length === acknowledged) kill();
  };
  await Promise.allSettled(Array.from({ length: 40 }, (_none, n) => send(n)));
  return answered;
}

test.each([1, 7, 23])('kill -9 after %d answers loses none of them', async (acknowledged) => {
  const state = stateFile(`killed-${acknowledged}.json`);
  const first = program.start('--state', state);
  const gone = textOf(first);
  const answered = await killedAfter(await urlOf(first), acknowledged, () => first.kill('SIGKILL'));
  await gone;
  expect(answered.length).toBeGreaterThanOrEqual(acknowledged);
  const kept = (await backups(clientFor({ url: await urlOf(program.start('--state', state)) }))).map(
    ({ BackupArn }) => BackupArn,
  );
  expect(kept).toEqual(expect.arrayContaining(answered));
});

test('a half-written file beside the state is not looked at', async () => {
  const state = stateFile('half.json');
  const first = await startSandbox({ stateFile: state });
  await first.seed.table({ region: 'eu-west-1', table: { TableName: 'Kept' } });
  await first.close();
  writeFileSync(`${state}.new`, '{"version":2,"regi');
  const second = await startSandbox({ stateFile: state });
  expect(second.world.regions.get('eu-west-1')?.tables.has('Kept')).toBe(true);
  await second.close();
  expect(existsSync(`${state}.new`)).toBe(false);
});

test.each(['', '{', 'null', '{"version":1}'])(
  'a file that holds %j is refused and left alone',
  async (text) => {
    const state = stateFile('strange.json');
    writeFileSync(state, text);
    await expect(startSandbox({ stateFile: state })).rejects.toThrow(
      'is no state of this version of the sandbox',
    );
    expect(readFileSync(state, 'utf8')).toBe(text);
  },
);

test('a state that cannot be written is said at the start', async () => {
  const child = program.start('--state', join(program.folder, 'no-such-folder', 'state.json'));
  const [code, said] = await Promise.all([exitOf(child), textOf(child)]);
  expect(code).toBe(1);
  expect(said).toContain('The sandbox could not start: ENOENT');
});

const now = Date.parse('2026-11-20T10:00:00Z');
const arn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Busy';

/** Everything that a table can be in the middle of, asked for through the API. */
async function makeBusy(sandbox: Sandbox): Promise<void> {
  await sandbox.seed.table({
    region: 'eu-west-1',
    table: {
      TableName: 'Busy',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      SSESpecification: { Enabled: true, SSEType: 'KMS' },
    },
    items: [{ pk: { S: 'a' } }],
  });
  await sandbox.seed.table({ region: 'eu-west-1', table: { TableName: 'Dying' }, pointInTime: {} });
  const backup = sandbox.seed.backup({ region: 'eu-west-1', table: 'Dying', name: 'b' });
  const accepted: [string, object][] = [
    ['UpdateTable', { TableName: 'Busy', StreamSpecification: { StreamEnabled: false } }],
    ['TagResource', { ResourceArn: arn, Tags: [{ Key: 'a', Value: '1' }] }],
    [
      'UpdateTimeToLive',
      { TableName: 'Busy', TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' } },
    ],
    ['RestoreTableFromBackup', { BackupArn: backup.arn, TargetTableName: 'Target' }],
    ['DeleteTable', { TableName: 'Dying' }],
  ];
  for (const [operation, input] of accepted)
    expect((await post(sandbox.url, operation, input)).status).toBe(200);
}

test('changes, locks, deletions and restores that are under way go on where they were', async () => {
  const state = stateFile('busy.json');
  const first = await startSandbox({ stateFile: state, now });
  await makeBusy(first);
  first.seed.key('eu-west-1', 'alias/good').state = 'Disabled';
  first.clock.advance(100);
  await first.close();

  const second = await startSandbox({ stateFile: state, now });
  expect(second.clock.now()).toBe(now + 100);
  expect(second.seed.key('eu-west-1', 'alias/good').state).toBe('Disabled');
  const client = clientFor(second);
  const table = async (TableName: string) =>
    (await client.send(new DescribeTableCommand({ TableName }))).Table;
  expect(await table('Busy')).toMatchObject({ TableStatus: 'UPDATING' });
  expect(await table('Target')).toMatchObject({
    TableStatus: 'CREATING',
    RestoreSummary: { RestoreInProgress: true },
  });
  expect(await table('Dying')).toMatchObject({ TableStatus: 'DELETING' });
  const locked = { TableName: 'Busy', TimeToLiveSpecification: { Enabled: false, AttributeName: 'ttl' } };
  expect((await post(second.url, 'UpdateTimeToLive', locked)).status).toBe(400);

  second.clock.advance(20_000);
  expect(await table('Busy')).toMatchObject({ TableStatus: 'ACTIVE', SSEDescription: { Status: 'ENABLED' } });
  expect(await table('Busy')).not.toHaveProperty('StreamSpecification');
  expect(await table('Target')).toMatchObject({ TableStatus: 'ACTIVE' });
  expect((await client.send(new ListTagsOfResourceCommand({ ResourceArn: arn }))).Tags).toHaveLength(1);
  expect(
    (await client.send(new DescribeTimeToLiveCommand({ TableName: 'Busy' }))).TimeToLiveDescription,
  ).toEqual({
    TimeToLiveStatus: 'ENABLED',
    AttributeName: 'ttl',
  });
  expect((await backups(client)).map(({ BackupType }) => BackupType)).toEqual(
    expect.arrayContaining(['SYSTEM', 'USER']),
  );
  await second.close();
});
