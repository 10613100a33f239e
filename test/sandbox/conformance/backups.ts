import { expect } from 'vitest';
import {
  arrived,
  backedUp,
  backup,
  backups,
  deleted,
  describe,
  indexedOnDemand,
  indexedProvisioned,
  otherRegion,
  recoverable,
  restored,
  restoring,
  table,
  units,
  young,
} from './scenes';
import { home, key, tableArn, type Outcome, type Scenarios, type Stage } from './stage';

interface Description {
  BackupDetails: Record<string, unknown>;
  SourceTableDetails: Record<string, unknown>;
  SourceTableFeatureDetails: Record<string, unknown>;
}
const described = ({ output }: Outcome): Description => output['BackupDescription'] as Description;
const details = ({ output }: Outcome): Record<string, unknown> =>
  output['BackupDetails'] as Record<string, unknown>;

async function made(stage: Stage, name = 'Source'): Promise<void> {
  const output = await stage.done('CreateBackup', { TableName: name, BackupName: 'made' });
  stage.vars['BACKUP_ARN'] = (output['BackupDetails'] as Record<string, unknown>)['BackupArn'];
}

/** A source with everything that can be switched on. */
async function fullFeatured(stage: Stage): Promise<void> {
  await stage.sandbox.seed.table({
    region: home,
    table: {
      TableName: 'Rich',
      ...indexedOnDemand,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      SSESpecification: { Enabled: true },
      TableClass: 'STANDARD_INFREQUENT_ACCESS',
      DeletionProtectionEnabled: true,
      OnDemandThroughput: { MaxReadRequestUnits: 100, MaxWriteRequestUnits: 50 },
      Tags: ['a', 'b', 'c'].map((name) => ({ Key: name, Value: '1' })),
    },
    timeToLive: 'ttl',
    pointInTime: {},
  });
  backup(stage, 'Rich');
}

async function twoIncarnations(stage: Stage): Promise<void> {
  await deleted(stage, 'Source', 10_000);
  await table(stage, 'Source');
  backup(stage, 'Source');
}

const arnOfNone = tableArn('Source') + '/backup/01791504762511-2779fadd';

export const backupScenarios: Scenarios = {
  'backup-create-returns-creating': {
    then: async (stage, outcome) => {
      expect(Object.keys(outcome.output)).toEqual(['BackupDetails']);
      expect(details(outcome)).toMatchObject({
        BackupStatus: 'CREATING',
        BackupType: 'USER',
        BackupName: 'made-now',
      });
      expect((await backups(stage, 'Source')).map(({ BackupName }) => BackupName)).toContain('made-now');
    },
  },
  'backup-available-after-50ms': {
    given: async (stage) => {
      await made(stage);
      stage.advance(50);
    },
    then: (_stage, outcome) => expect(described(outcome).BackupDetails['BackupStatus']).toBe('AVAILABLE'),
  },
  'backup-describe-delete-wrap-description': {
    then: async (stage, outcome) => {
      const members = ['BackupDetails', 'SourceTableDetails', 'SourceTableFeatureDetails'];
      expect(Object.keys(described(outcome)).toSorted()).toEqual(members);
      expect(described(outcome).SourceTableFeatureDetails).toEqual({});
      const deletion = await stage.done('DeleteBackup', { BackupArn: stage.vars['BACKUP_ARN'] });
      expect(Object.keys(deletion['BackupDescription'] as object).toSorted()).toEqual(members);
    },
  },
  'backup-create-table-still-creating': { given: (stage) => young(stage, 1_000) },
  'backup-create-missing-table': { given: async ({ vars }) => (vars['TABLE'] = 'Missing') },
  'backup-create-end-of-creating': { given: (stage) => young(stage, 6_000) },
  'backup-create-just-after-active': {
    given: (stage) => young(stage, 8_100),
    then: async (stage) => {
      stage.advance(3_000);
      await made(stage, 'Young');
    },
  },
  'backup-create-deleting-first-1600ms': {
    given: (stage) => deleted(stage, 'Source', 1_000),
    then: async (stage, outcome) => {
      stage.advance(20_000);
      await stage.done('DescribeBackup', { BackupArn: details(outcome)['BackupArn'] });
    },
  },
  'backup-create-same-name-thrice': {
    given: async (stage) => {
      await made(stage);
      await made(stage);
      stage.vars['NAME'] = 'made';
    },
    then: async (stage) => {
      const same = (await backups(stage, 'Source')).filter(({ BackupName }) => BackupName === 'made');
      expect(new Set(same.map(({ BackupArn }) => BackupArn)).size).toBe(3);
    },
  },
  'backup-create-60-parallel': {
    given: (stage) => Promise.all(Array.from({ length: 59 }, () => made(stage))),
    then: async (stage) => expect(await backups(stage, 'Source')).toHaveLength(61),
  },
  'backup-create-empty-name': {},
  'backup-create-restore-target-creating': {
    given: async (stage) => {
      await restoring(stage);
      stage.vars['TABLE'] = 'Target';
    },
  },
  'backup-create-key-inaccessible': {
    given: async (stage) => {
      await table(stage, 'Locked', {
        SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/good' },
      });
      stage.vars['TABLE'] = 'Locked';
      stage.sandbox.seed.key(home, 'alias/good').state = 'Disabled';
    },
  },
  'backup-create-within-tag-lock': {
    given: async (stage) => {
      await stage.done('TagResource', { ResourceArn: tableArn('Source'), Tags: [{ Key: 'k', Value: 'v' }] });
      stage.advance(50);
    },
  },
  'backup-creation-time-stable': {
    given: (stage) => made(stage),
    then: async (stage, outcome) => {
      const at = described(outcome).BackupDetails['BackupCreationDateTime'];
      expect(at).toEqual(new Date(stage.now()));
      const listed = (await backups(stage, 'Source')).find(({ BackupName }) => BackupName === 'made');
      expect(listed?.BackupCreationDateTime).toEqual(at);
      expect(described(outcome).BackupDetails).not.toHaveProperty('BackupExpiryDateTime');
    },
  },
  'backup-id-is-epoch-ms': {
    then: (stage, outcome) => {
      const digits = String(stage.now()).padStart(14, '0');
      expect(details(outcome)['BackupArn']).toMatch(new RegExp(`table/Source/backup/${digits}-[0-9a-f]{8}$`));
    },
  },
  'backup-records-features': {
    given: fullFeatured,
    then: (_stage, outcome) => {
      const { SourceTableDetails: source, SourceTableFeatureDetails: features } = described(outcome);
      expect(features).toMatchObject({
        StreamDescription: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' },
        SSEDescription: { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn: key('alias/aws/dynamodb') },
      });
      expect(
        Object.keys(features)
          .filter((name) => !name.endsWith('Indexes'))
          .toSorted(),
      ).toEqual(['SSEDescription', 'StreamDescription', 'TimeToLiveDescription']);
      expect(Object.keys(source).toSorted()).toEqual(
        'BillingMode ItemCount KeySchema OnDemandThroughput ProvisionedThroughput TableArn TableCreationDateTime TableId TableName TableSizeBytes'.split(
          ' ',
        ),
      );
    },
  },
  'backup-omits-settings': {
    given: fullFeatured,
    then: (_stage, outcome) =>
      expect(JSON.stringify(outcome.output)).not.toMatch(
        /Tag|PointInTime|TableClass|DeletionProtection|Policy|Warm/,
      ),
  },
  'backup-index-throughput-frozen': {
    given: async (stage) => {
      await backedUp(stage, indexedProvisioned);
      await stage.done('UpdateTable', {
        TableName: 'Rich',
        GlobalSecondaryIndexUpdates: [{ Update: { IndexName: 'gsi1', ProvisionedThroughput: units(10) } }],
      });
      stage.advance(60_000);
    },
    then: async (stage) => {
      const live = await describe(stage, 'Rich');
      expect(live['GlobalSecondaryIndexes']).toMatchObject([{ ProvisionedThroughput: units(10) }]);
      expect((await arrived(stage))['GlobalSecondaryIndexes']).toMatchObject([
        { ProvisionedThroughput: units(5) },
      ]);
    },
  },
  'backup-odt-lags-after-set': {
    given: async (stage) => {
      const maxima = { MaxReadRequestUnits: 200, MaxWriteRequestUnits: 100 };
      await stage.done('UpdateTable', { TableName: 'Source', OnDemandThroughput: maxima });
      stage.advance(5_000);
      await made(stage);
    },
    then: async (stage, outcome) => {
      expect(described(outcome).SourceTableDetails).not.toHaveProperty('OnDemandThroughput');
      stage.advance(180_000);
      await made(stage);
      const later = await stage.call('DescribeBackup', { BackupArn: stage.vars['BACKUP_ARN'] });
      expect(described(later).SourceTableDetails['OnDemandThroughput']).toEqual({
        MaxReadRequestUnits: 200,
        MaxWriteRequestUnits: 100,
      });
    },
  },
  'backup-on-demand-source-shape': {
    then: (_stage, outcome) => {
      const source = described(outcome).SourceTableDetails;
      expect(source).toMatchObject({ BillingMode: 'PAY_PER_REQUEST', ProvisionedThroughput: units(0) });
      expect(source).not.toHaveProperty('OnDemandThroughput');
    },
  },
  'backup-counts-are-copies': {
    given: async (stage) => {
      await young(stage, 20_000);
      await stage.done('PutItem', { TableName: 'Young', Item: { pk: { S: 'a' } } });
      await made(stage, 'Young');
    },
    then: (_stage, outcome) => {
      expect(described(outcome).SourceTableDetails).toMatchObject({ ItemCount: 0, TableSizeBytes: 0 });
      expect(described(outcome).BackupDetails['BackupSizeBytes']).toBe(0);
    },
  },
  'backup-of-restored-table-no-lineage': {
    given: async (stage) => {
      await restored(stage);
      stage.advance(10_000);
      await made(stage, 'Target');
    },
    then: async (stage, outcome) => {
      expect(JSON.stringify(outcome.output)).not.toContain('Source"');
      const { CreationDateTime } = await describe(stage, 'Target');
      expect(described(outcome).SourceTableDetails['TableCreationDateTime']).toEqual(CreationDateTime);
    },
  },
  'backup-describe-after-delete': {
    given: ({ done, vars }) => done('DeleteBackup', { BackupArn: vars['BACKUP_ARN'] }),
  },
  'backup-delete-twice': {
    given: ({ done, vars }) => done('DeleteBackup', { BackupArn: vars['BACKUP_ARN'] }),
  },
  'backup-delete-while-restoring': {
    given: (stage) => restoring(stage),
    then: async (stage) => {
      const still = await stage.call('DescribeBackup', { BackupArn: stage.vars['BACKUP_ARN'] });
      expect(described(still).BackupDetails['BackupStatus']).toBe('AVAILABLE');
    },
  },
  'backup-delete-after-restore-done': {
    given: (stage) => restored(stage),
    then: async (stage) => expect(await backups(stage, 'Source')).toEqual([]),
  },
  'backup-survives-table': {
    given: (stage) => deleted(stage, 'Source', 10_000),
    then: (_stage, outcome) => {
      expect(described(outcome).BackupDetails['BackupStatus']).toBe('AVAILABLE');
      expect(described(outcome).SourceTableDetails['TableName']).toBe('Source');
    },
  },
  'backup-two-incarnations': {
    given: twoIncarnations,
    then: async (stage) => {
      const both = await backups(stage, 'Source');
      expect(new Set(both.map(({ TableArn }) => TableArn)).size).toBe(1);
      expect(new Set(both.map(({ TableId }) => TableId)).size).toBe(2);
    },
  },
  'backup-arn-region-rewritten-describe': {
    given: async ({ vars }) => (vars['BACKUP_ARN with other Region'] = otherRegion(vars['BACKUP_ARN'])),
    then: async (stage, outcome) => {
      const rewritten = otherRegion(stage.vars['BACKUP_ARN']);
      expect(described(outcome).BackupDetails['BackupArn']).toBe(rewritten);
      await stage.done('DeleteBackup', { BackupArn: rewritten });
      expect(await backups(stage, 'Source')).toEqual([]);
    },
  },
  'backup-arn-unknown-region': {},
  'backup-arn-wrong-partition-or-service': {
    then: async ({ call, vars }) => {
      const wrongService = String(vars['BACKUP_ARN']).replace(':dynamodb:', ':s3:');
      const { error } = await call('DescribeBackup', { BackupArn: wrongService });
      expect(error?.message).toContain('BackupArn is not valid');
    },
  },
  'backup-arn-empty-region': {},
  'backup-arn-other-account': {},
  'backup-arn-is-table-arn': {
    then: async ({ call }) => {
      const { error } = await call('DescribeBackup', { BackupArn: 'x'.repeat(48) });
      expect(error?.message).toContain('Invalid Backup ARN');
    },
  },
  'backup-arn-empty': {},
  'backup-arn-well-formed-missing': { given: async ({ vars }) => (vars['BACKUP_ARN'] = arnOfNone) },
  'backup-not-taggable': {},
  'system-backup-appears': {
    given: async (stage) => {
      await recoverable(stage);
      await deleted(stage, 'Live', 9_000);
    },
    then: async (stage, { output }) => {
      const [entry, ...others] = output['BackupSummaries'] as Record<string, unknown>[];
      expect(others).toEqual([]);
      expect(entry).toMatchObject({ BackupName: 'Live$DeletedTableBackup', BackupStatus: 'AVAILABLE' });
      expect(entry?.['BackupArn']).toMatch(/-00000000$/);
      const created = entry?.['BackupCreationDateTime'] as Date;
      expect(entry?.['BackupExpiryDateTime']).toEqual(new Date(created.getTime() + 35 * 86_400_000));
      const outcome = await stage.call('DescribeBackup', { BackupArn: entry?.['BackupArn'] });
      expect(described(outcome).SourceTableFeatureDetails).toEqual({});
      const deletion = await stage.call('DeleteBackup', { BackupArn: entry?.['BackupArn'] });
      expect(deletion.error?.message).toContain('User is not allowed to delete the system backup');
    },
  },
  'system-backup-not-without-pitr': {
    given: (stage) => deleted(stage, 'Source', 10_000),
    then: (_stage, { output }) => expect(output['BackupSummaries']).toEqual([]),
  },
  'system-backup-by-late-enable': {
    given: (stage) => deleted(stage, 'Source', 500),
    then: async (stage) => {
      stage.advance(8_000);
      expect(await backups(stage, 'Source', 'SYSTEM')).toHaveLength(1);
    },
  },
};
