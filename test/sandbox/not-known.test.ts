/** Each gap of the list, met through the API: the answer says what is not known or not imitated, and nothing has happened. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { notImitatedThings, unknowns } from '../../server/sandbox/wire/gaps';
import { errorIn, post } from './client';
import { all, backedUp, hash, indexedOnDemand, recoverable, units, young } from './conformance/scenes';
import { away, home, openStage, tableArn, type Stage } from './conformance/stage';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

interface Meeting {
  readonly given?: (stage: Stage) => unknown;
  readonly operation: string;
  readonly input: (stage: Stage) => object;
  readonly region?: string;
}

/** A restore of the scene's backup. */
const restore = (more: object, given?: Meeting['given'], region = home): Meeting => ({
  ...(given !== undefined && { given }),
  operation: 'RestoreTableFromBackup',
  input: ({ vars }) => ({ BackupArn: vars['BACKUP_ARN'], TargetTableName: 'Target', ...more }),
  region,
});
const gsi1 = { IndexName: 'gsi1', KeySchema: [hash('gk')], Projection: all };
const indexed = (stage: Stage): Promise<void> => backedUp(stage, indexedOnDemand);
const provisioned = { BillingModeOverride: 'PROVISIONED', ProvisionedThroughputOverride: units(5) };
const vector = {
  IndexName: 'byMeaning',
  VectorAttribute: { AttributeName: 'meaning' },
  Projection: { ProjectionType: 'KEYS_ONLY' },
  Dimensions: 8,
  DistanceFunction: 'COSINE',
};
const withVector = (stage: Stage): Promise<void> => backedUp(stage, { VectorIndexes: [vector] });
const key = { Enabled: true, SSEType: 'KMS' };

async function withBackupUnderWay(stage: Stage): Promise<void> {
  await recoverable(stage);
  stage.sandbox.durations.backupCreating = 60_000;
  await stage.done('CreateBackup', { TableName: 'Live', BackupName: 'slow' });
}

async function withSystemBackup(stage: Stage): Promise<void> {
  await stage.sandbox.seed.table({
    region: home,
    table: { TableName: 'Gone', ...indexedOnDemand },
    pointInTime: {},
  });
  await stage.done('DeleteTable', { TableName: 'Gone' });
  stage.advance(20_000);
  const listed = await stage.done('ListBackups', { TableName: 'Gone', BackupType: 'SYSTEM' });
  [stage.vars['BACKUP_ARN']] = (listed['BackupSummaries'] as { BackupArn: string }[]).map(
    ({ BackupArn }) => BackupArn,
  );
}

const call = (operation: string, input: object, given?: Meeting['given']): Meeting => ({
  ...(given !== undefined && { given }),
  operation,
  input: () => input,
});

const met: Record<
  keyof typeof unknowns | Exclude<keyof typeof notImitatedThings, 'unlisted-region'>,
  Meeting
> = {
  'customer-key-kept': restore({}, (stage) =>
    backedUp(stage, { SSESpecification: { ...key, KMSMasterKeyId: 'alias/good' } }),
  ),
  'system-backup-indexes': restore({}, withSystemBackup),
  'unlisted-index-units': restore(provisioned, indexed),
  'index-matched-twice': restore(
    { GlobalSecondaryIndexOverride: [gsi1, { ...gsi1, IndexName: 'twice' }] },
    indexed,
  ),
  'index-units-on-demand': restore(
    { GlobalSecondaryIndexOverride: [{ ...gsi1, ProvisionedThroughput: units(5) }] },
    indexed,
  ),
  'index-warm-throughput': restore(
    { GlobalSecondaryIndexOverride: [{ ...gsi1, WarmThroughput: { ReadUnitsPerSecond: 13_000 } }] },
    indexed,
  ),
  'index-maxima': restore(
    { GlobalSecondaryIndexOverride: [{ ...gsi1, OnDemandThroughput: { MaxReadRequestUnits: 9 } }] },
    indexed,
  ),
  'vector-index-not-in-source': restore({ VectorIndexOverride: [vector] }),
  'vector-index-provisioned': restore(provisioned, withVector),
  'maximum-minus-one': restore({ OnDemandThroughputOverride: { MaxReadRequestUnits: -1 } }),
  'empty-maxima-provisioned': restore({ OnDemandThroughputOverride: {} }, (stage) =>
    backedUp(stage, { ProvisionedThroughput: units(5) }),
  ),
  'empty-maxima-point-in-time': call(
    'RestoreTableToPointInTime',
    {
      SourceTableName: 'Live',
      TargetTableName: 'Target',
      UseLatestRestorableTime: true,
      OnDemandThroughputOverride: {},
    },
    (stage) => recoverable(stage),
  ),
  'encryption-off-across-regions': restore({ SSESpecificationOverride: { Enabled: false } }, undefined, away),
  'regions-not-crossed': restore({ SSESpecificationOverride: key }, ({ vars }) => {
    vars['BACKUP_ARN'] = String(vars['BACKUP_ARN']).replace(home, 'ap-east-1');
  }),
  'partitions-crossed': call('RestoreTableToPointInTime', {
    SourceTableArn: tableArn('Source', 'cn-north-1').replace('arn:aws:', 'arn:aws-cn:'),
    TargetTableName: 'Target',
    UseLatestRestorableTime: true,
    SSESpecificationOverride: key,
  }),
  'table-arn-partition': call('RestoreTableToPointInTime', {
    SourceTableArn: tableArn('Source').replace('arn:aws:', 'arn:aws-cn:'),
    TargetTableName: 'Target',
    UseLatestRestorableTime: true,
  }),
  'whole-number-cut': restore({ ProvisionedThroughputOverride: { ...units(5), ReadCapacityUnits: 1.5 } }),
  'aws-backup-deleted': {
    given({ sandbox, vars }) {
      const made = { region: home, table: 'Source', name: 'by-aws-backup', type: 'AWS_BACKUP' } as const;
      vars['BACKUP_ARN'] = sandbox.seed.backup(made).arn;
    },
    operation: 'DeleteBackup',
    input: ({ vars }) => ({ BackupArn: vars['BACKUP_ARN'] }),
  },
  'recovery-point-arn': call('DescribeBackup', {
    BackupArn: `arn:aws:backup:${home}:123456789012:recovery-point:11111111-2222-4333-8444-555555555555`,
  }),
  'backup-while-archived': call('CreateBackup', { TableName: 'Source', BackupName: 'any' }, ({ sandbox }) =>
    sandbox.seed.trouble(home, 'Source', 'ARCHIVED'),
  ),
  'table-deleted-while-backed-up': call('DeleteTable', { TableName: 'Live' }, withBackupUnderWay),
  'recovery-off-while-backed-up': call(
    'UpdateContinuousBackups',
    { TableName: 'Live', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } },
    withBackupUnderWay,
  ),
  'policy-while-creating': call(
    'PutResourcePolicy',
    { ResourceArn: tableArn('Young'), Policy: '{"Version":"2012-10-17","Statement":[]}' },
    (stage) => young(stage, 5_000),
  ),
  'policy-not-an-object': call('PutResourcePolicy', { ResourceArn: tableArn('Source'), Policy: '[]' }),
  'hard-index-reads': call('Scan', { TableName: 'Rich', IndexName: 'byMeaning' }, withVector),
  'vector-index-updates': call('UpdateTable', {
    TableName: 'Source',
    VectorIndexUpdates: [{ Delete: { IndexName: 'byMeaning' } }],
  }),
  'replica-updates': call('UpdateTable', {
    TableName: 'Source',
    ReplicaUpdates: [{ Update: { RegionName: away, KMSMasterKeyId: 'alias/good' } }],
  }),
  'replicas-elsewhere': call('CreateTable', {
    TableName: 'New',
    KeySchema: [hash('pk')],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    GlobalTableSourceArn: tableArn('Source', away, '999988887777'),
  }),
};

const texts: Record<string, string> = { ...unknowns, ...notImitatedThings };

test.each(Object.entries(met))(
  '%s is said, and nothing is done',
  async (gap, { given, operation, input, region }) => {
    await given?.(stage);
    const before = await stage.done('ListTables', {}, region);
    const { error, http } = await stage.call(operation, input(stage), region);
    const name = gap in unknowns ? 'SandboxNotKnownException' : 'SandboxNotImitatedException';
    expect([http, error?.name]).toEqual([400, name]);
    expect(error?.message).toContain(texts[gap]);
    expect(await stage.done('ListTables', {}, region)).toEqual(before);
  },
);

test('an empty SSESpecificationOverride does not do for another Region either, as far as anybody knows', async () => {
  const { input } = restore({ SSESpecificationOverride: {} });
  const { error } = await stage.call('RestoreTableFromBackup', input(stage), away);
  expect(error?.message).toContain(unknowns['encryption-off-across-regions']);
});

test('a Region that nobody has heard of is not imitated', async () => {
  const response = await post(stage.sandbox.url, 'ListTables', {}, { region: 'xx-fake-1' });
  expect((await errorIn(response)).message).toContain(notImitatedThings['unlisted-region']);
  expect([...stage.sandbox.world.regions.keys()]).not.toContain('xx-fake-1');
});
