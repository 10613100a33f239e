import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  backup,
  backups,
  countOf,
  deleted,
  indexedOnDemand,
  recoverable,
  statusOf,
  table,
  type Summary,
} from './conformance/scenes';
import { home, openStage, tableArn, type Stage } from './conformance/stage';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

/** All pages of a list, as the sizes of the pages and the entries. */
async function paged(
  operation: string,
  input: object,
  names: { list: string; cursor: string; from: string },
): Promise<{ sizes: number[]; entries: unknown[] }> {
  const sizes: number[] = [];
  const entries: unknown[] = [];
  let start: object = {};
  for (;;) {
    const output = await stage.done(operation, { ...input, ...start });
    const page = output[names.list] as unknown[];
    sizes.push(page.length);
    entries.push(...page);
    if (output[names.cursor] === undefined) return { sizes, entries };
    start = { [names.from]: output[names.cursor] };
  }
}

const backupPages = {
  list: 'BackupSummaries',
  cursor: 'LastEvaluatedBackupArn',
  from: 'ExclusiveStartBackupArn',
};
const pageSizes: [number, number[]][] = [
  [3, [3, 3, 1]],
  [7, [7]],
  [8, [7]],
];
test.each(pageSizes)(
  'backups come in pages of %d, oldest first, and the last page has no cursor',
  async (Limit, sizes) => {
    for (let n = 0; n < 6; n += 1) backup(stage, 'Source');
    const all = await paged('ListBackups', { TableName: 'Source', Limit }, backupPages);
    expect(all.sizes).toEqual(sizes);
    const ids = all.entries.map((entry) => (entry as Summary).BackupArn);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(7);
  },
);

test('tables come in pages, upper case before lower case', async () => {
  for (const name of ['beta', 'Alpha', 'alpha']) await table(stage, name);
  const pages = { list: 'TableNames', cursor: 'LastEvaluatedTableName', from: 'ExclusiveStartTableName' };
  expect(await paged('ListTables', { Limit: 2 }, pages)).toEqual({
    sizes: [2, 2],
    entries: ['Alpha', 'Source', 'alpha', 'beta'],
  });
});

test('tags come in pages of ten', async () => {
  const Tags = Array.from({ length: 23 }, (_none, n) => ({ Key: `k${n}`, Value: 'v' }));
  await table(stage, 'Target', { Tags });
  const input = { ResourceArn: tableArn('Target') };
  const all = await paged('ListTagsOfResource', input, {
    list: 'Tags',
    cursor: 'NextToken',
    from: 'NextToken',
  });
  expect(all).toEqual({ sizes: [10, 10, 3], entries: Tags });
});

test('tags that are removed are gone after a while', async () => {
  await table(stage, 'Target', {
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await stage.done('UntagResource', { ResourceArn: tableArn('Target'), TagKeys: ['a', 'never'] });
  stage.advance(2_000);
  const { Tags } = await stage.done('ListTagsOfResource', { ResourceArn: tableArn('Target') });
  expect(Tags).toEqual([{ Key: 'b', Value: '2' }]);
});

test('a SYSTEM backup expires after 35 days', async () => {
  await recoverable(stage);
  await deleted(stage, 'Live', 10_000);
  stage.advance(34 * 86_400_000);
  const [{ BackupArn } = { BackupArn: '' }] = await backups(stage, 'Live', 'SYSTEM');
  stage.advance(86_400_000);
  expect(await backups(stage, 'Live', 'SYSTEM')).toEqual([]);
  const { error } = await stage.call('DescribeBackup', { BackupArn });
  expect(error?.name).toBe('BackupNotFoundException');
});

test('tables that are deleted in one millisecond each leave a SYSTEM backup of their own', async () => {
  const names = ['First', 'Second', 'Third'];
  for (const TableName of names) {
    await stage.sandbox.seed.table({
      region: home,
      table: { TableName },
      pointInTime: {},
      items: [{ pk: { S: TableName } }],
    });
  }
  for (const TableName of names) await stage.done('DeleteTable', { TableName });
  stage.advance(20_000);
  const listed = await stage.done('ListBackups', { BackupType: 'SYSTEM' });
  const summaries = listed['BackupSummaries'] as (Summary & { TableName: string })[];
  expect(summaries.map(({ TableName }) => TableName)).toEqual(names);
  expect(new Set(summaries.map(({ BackupArn }) => BackupArn.split('/').at(-1))).size).toBe(1);
  const one = await paged('ListBackups', { BackupType: 'SYSTEM', Limit: 1 }, backupPages);
  expect(one.entries).toEqual(summaries);
  for (const { BackupArn, TableName } of summaries) {
    const { BackupDescription } = await stage.done('DescribeBackup', { BackupArn });
    expect(BackupDescription).toMatchObject({ SourceTableDetails: { TableName } });
  }
});

test('two tables of one name that die in one millisecond leave two SYSTEM backups', async () => {
  const { sandbox } = stage;
  for (let n = 0; n < 2; n += 1) {
    await sandbox.seed.table({ region: home, table: { TableName: 'Twice' }, pointInTime: {} });
    sandbox.seed.deleteTable(home, 'Twice', stage.now() - 60_000);
  }
  expect(await backups(stage, 'Twice', 'SYSTEM')).toHaveLength(2);
});

test('the history of a table does not grow with every write for ever, and its window stays whole', async () => {
  await recoverable(stage);
  const write = (n: number): Promise<unknown> =>
    stage.done('PutItem', { TableName: 'Live', Item: { pk: { S: 'a' }, n: { N: String(n) } } });
  await write(1);
  stage.advance(36 * 86_400_000);
  for (let n = 2; n < 5_100; n += 1) await write(n);
  const history = stage.sandbox.world.regions.get(home)?.tables.get('Live')?.history ?? [];
  expect(history.length).toBeLessThan(5_100);
  stage.advance(600_000);
  await stage.done('RestoreTableToPointInTime', {
    SourceTableName: 'Live',
    TargetTableName: 'Target',
    RestoreDateTime: new Date(stage.now() - 30 * 86_400_000),
  });
  stage.advance(stage.sandbox.durations.restoreInRegion);
  const { Items } = await stage.done('Scan', { TableName: 'Target' });
  expect(Items).toEqual([{ pk: { S: 'a' }, n: { N: '1' } }]);
});

const StreamArn = `arn:aws:kinesis:${home}:123456789012:stream/changes`;
const destination = { TableName: 'Source', StreamArn };
const destinationStatus = async (): Promise<unknown> => {
  const shown = await stage.done('DescribeKinesisStreamingDestination', { TableName: 'Source' });
  return (shown['KinesisDataStreamDestinations'] as Record<string, unknown>[])[0]?.['DestinationStatus'];
};

test('a Kinesis destination goes from ENABLING to DISABLED, and can be changed only when it is ACTIVE', async () => {
  const microseconds = {
    UpdateKinesisStreamingConfiguration: { ApproximateCreationDateTimePrecision: 'MICROSECOND' },
  };
  await stage.done('EnableKinesisStreamingDestination', destination);
  expect(await destinationStatus()).toBe('ENABLING');
  const early = await stage.call('DisableKinesisStreamingDestination', destination);
  expect(early.error?.message).toContain(
    'DisableKinesisStreamingDestination must be ACTIVE to perform DISABLE operation',
  );
  stage.advance(4_000);
  expect(await destinationStatus()).toBe('ACTIVE');
  await stage.done('UpdateKinesisStreamingDestination', { ...destination, ...microseconds });
  expect(await destinationStatus()).toBe('UPDATING');
  stage.advance(152_000);
  await stage.done('DisableKinesisStreamingDestination', destination);
  expect(await destinationStatus()).toBe('DISABLING');
  stage.advance(2_000);
  expect(await destinationStatus()).toBe('DISABLED');
  await stage.done('EnableKinesisStreamingDestination', destination);
});

test('a policy is gone after it was deleted, and the next write must wait', async () => {
  const ResourceArn = tableArn('Source');
  await stage.done('PutResourcePolicy', { ResourceArn, Policy: '{"Version":"2012-10-17","Statement":[]}' });
  stage.advance(15_000);
  await stage.done('DeleteResourcePolicy', { ResourceArn });
  expect((await stage.call('GetResourcePolicy', { ResourceArn })).error).toBeUndefined();
  stage.advance(2_700);
  expect((await stage.call('GetResourcePolicy', { ResourceArn })).error?.name).toBe(
    'PolicyNotFoundException',
  );
});

test('encryption changes are counted over 24 hours: four, then one every six hours', async () => {
  const aliases = ['alias/good', 'alias/aws/dynamodb'];
  const change = (n: number): Promise<{ error?: { message: string } }> => {
    const KMSMasterKeyId = aliases[n % 2];
    return stage.call('UpdateTable', {
      TableName: 'Source',
      SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId },
    });
  };
  for (let n = 0; n < 4; n += 1) {
    expect((await change(n)).error).toBeUndefined();
    stage.advance(3_600_000);
  }
  const refused = await change(4);
  const nextAt = new Date(stage.now() + 5 * 3_600_000).toISOString();
  expect(refused.error?.message).toContain(`Next changes can be made at ${nextAt}.`);
  stage.advance(5 * 3_600_000);
  expect((await change(4)).error).toBeUndefined();
});

test('a backup in CREATING is listed, and neither restored nor deleted', async () => {
  stage.sandbox.durations.backupCreating = 60_000;
  const made = await stage.done('CreateBackup', { TableName: 'Source', BackupName: 'slow' });
  const { BackupArn } = made['BackupDetails'] as Summary;
  const restore = { BackupArn, TargetTableName: 'Target' };
  expect((await stage.call('RestoreTableFromBackup', restore)).error?.name).toBe('BackupInUseException');
  expect((await stage.call('DeleteBackup', { BackupArn })).error?.name).toBe('BackupInUseException');
  expect(await backups(stage, 'Source')).toMatchObject([
    {},
    { BackupName: 'slow', BackupStatus: 'CREATING' },
  ]);
  stage.advance(60_000);
  await stage.done('RestoreTableFromBackup', restore);
  stage.advance(stage.sandbox.durations.restoreInRegion);
  expect(await statusOf(stage, 'Target')).toBe('ACTIVE');
  expect(await countOf(stage, 'Target')).toBe(1);
});

test('insights are switched for a table and for each global index alone', async () => {
  await table(stage, 'Target', indexedOnDemand);
  const enable = { TableName: 'Target', ContributorInsightsAction: 'ENABLE' };
  const status = (IndexName?: string): Promise<unknown> =>
    stage.done('DescribeContributorInsights', {
      TableName: 'Target',
      ...(IndexName !== undefined && { IndexName }),
    });
  const changed = await stage.done('UpdateContributorInsights', { ...enable, IndexName: 'gsi1' });
  expect(changed).toEqual({
    TableName: 'Target',
    IndexName: 'gsi1',
    ContributorInsightsStatus: 'ENABLING',
    ContributorInsightsMode: 'ACCESSED_AND_THROTTLED_KEYS',
  });
  stage.advance(16_000);
  expect(await status('gsi1')).toMatchObject({
    ContributorInsightsStatus: 'ENABLED',
    ContributorInsightsRuleList: [expect.stringContaining('Target-gsi1') as string],
  });
  expect(await status()).toEqual({ TableName: 'Target', ContributorInsightsStatus: 'DISABLED' });
});

test('a policy is read back as the service keeps it, not as it was sent', async () => {
  const ResourceArn = tableArn('Source');
  const Policy = `{ "Statement": [ { "Effect": "Allow", "Principal": { "AWS": ["123456789012"] },
    "Action": ["dynamodb:GetItem"], "Resource": ["${ResourceArn}", "${ResourceArn}/index/*"] } ] }`;
  await stage.done('PutResourcePolicy', { ResourceArn, Policy });
  stage.advance(3_000);
  const read = await stage.done('GetResourcePolicy', { ResourceArn });
  expect(read['Policy']).toBe(
    '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},' +
      `"Action":"dynamodb:GetItem","Resource":["${ResourceArn}","${ResourceArn}/index/*"]}]}`,
  );
});

test('item calls take a full ARN for a table of their own Region, and no other', async () => {
  expect((await stage.done('Scan', { TableName: tableArn('Source') }))['Count']).toBe(1);
  const items = [{ PutRequest: { Item: { pk: { S: 'b' } } } }];
  await stage.done('BatchWriteItem', { RequestItems: { [tableArn('Source')]: items } });
  expect(await countOf(stage, 'Source')).toBe(2);
  const { error } = await stage.call('Scan', { TableName: tableArn('Source', 'us-east-1') });
  expect(error?.message).toMatch(/Invalid AWS region in 'arn:/);
});

const sources: [object, string][] = [
  [{}, "The parameter 'TableName' is required but was not present in the request"],
  [
    { SourceTableName: 'Source', SourceTableArn: tableArn('Source') },
    'Must provide exactly one of: sourceTableArn, sourceTableName',
  ],
  [{ SourceTableArn: 'Source' }, "ARNs must start with 'arn:': Source"],
  [{ SourceTableArn: tableArn('Source').replace('dynamodb', 's3') }, 'sourceTableArn is not a valid ARN'],
  [
    { SourceTableArn: `${tableArn('Source')}/backup/01791504762511-2779fadd` },
    'sourceTableArn is not a valid ARN',
  ],
  [{ SourceTableArn: tableArn('Source', 'xx-fake-1') }, 'sourceTableArn is not a valid ARN'],
];
test.each(sources)('a restore to a point in time from %j is refused', async (source, text) => {
  const restore = { ...source, TargetTableName: 'Target', UseLatestRestorableTime: true };
  expect((await stage.call('RestoreTableToPointInTime', restore)).error).toEqual({
    name: 'ValidationException',
    message: text,
  });
});

test('both times at once are refused', async () => {
  const both = { UseLatestRestorableTime: true, RestoreDateTime: new Date(stage.now()) };
  const restore = { SourceTableName: 'Source', TargetTableName: 'Target', ...both };
  const { error } = await stage.call('RestoreTableToPointInTime', restore);
  expect(error?.message).toMatch(
    /^Invalid Request: Both RestoreDateTime and UseLatestRestorableTime cannot be set/,
  );
});
