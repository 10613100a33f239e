import { expect } from 'vitest';
import { describe, indexedOnDemand, plainKeys, restored, statusOf, table, target, units } from './scenes';
import { home, key, tableArn, type Scenarios, type Stage } from './stage';

const hourMs = 3_600_000;
const update = (stage: Stage, change: object, name = 'Target'): Promise<unknown> =>
  stage.done('UpdateTable', { TableName: name, ...change });
const kms = (alias: string): object => ({
  SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: key(alias) },
});
const stream = (view = 'NEW_IMAGE'): object => ({
  StreamSpecification: { StreamEnabled: true, StreamViewType: view },
});
const provisioned = (stage: Stage): Promise<void> =>
  table(stage, 'Target', { ProvisionedThroughput: units(5) });

async function active(stage: Stage): Promise<void> {
  expect(await statusOf(stage, 'Target')).toBe('ACTIVE');
}

/** Four encryption changes within 24 hours. */
async function encryptionSpent(stage: Stage): Promise<void> {
  await target(stage);
  for (const alias of ['alias/good', 'alias/aws/dynamodb', 'alias/good', 'alias/aws/dynamodb']) {
    await update(stage, kms(alias));
    stage.advance(60_000);
  }
}

async function classSpent(stage: Stage): Promise<void> {
  await target(stage);
  for (const TableClass of ['STANDARD_INFREQUENT_ACCESS', 'STANDARD']) {
    await update(stage, { TableClass });
    stage.advance(60_000);
  }
}

const ttl = (Enabled: boolean, AttributeName = 'ttl'): object => ({
  TableName: 'Target',
  TimeToLiveSpecification: { Enabled, AttributeName },
});

export const settingsScenarios: Scenarios = {
  'enc-creating-key-disabled': {
    given: async (stage) => {
      const create = {
        TableName: 'Doomed',
        BillingMode: 'PAY_PER_REQUEST',
        ...plainKeys,
        ...kms('alias/good'),
      };
      await stage.done('CreateTable', create);
      stage.advance(300);
      stage.sandbox.seed.key(home, 'alias/good').state = 'Disabled';
      expect(await statusOf(stage, 'Doomed')).toBe('CREATING');
      stage.advance(59 * 60_000);
      expect(await statusOf(stage, 'Doomed')).toBe('CREATING');
      stage.advance(60_000);
      stage.vars['TABLE'] = 'Doomed';
    },
  },
  'enc-resend-same-arn': {
    given: (stage) => table(stage, 'Target', kms('alias/good')),
    then: active,
  },
  'enc-resend-alias-or-id': {
    given: async (stage) => {
      await table(stage, 'Target', kms('alias/good'));
      stage.vars['KEY'] = 'alias/good';
    },
    then: async (stage, { output }) => {
      const updating = { TableStatus: 'ACTIVE', SSEDescription: { Status: 'UPDATING' } };
      expect(output['TableDescription']).toMatchObject(updating);
      stage.advance(22_000);
      expect(await describe(stage, 'Target')).toMatchObject({ SSEDescription: { Status: 'ENABLED' } });
    },
  },
  'enc-change-quota': {
    given: encryptionSpent,
    then: async (stage) => {
      stage.advance(6 * hourMs);
      await update(stage, kms('alias/good'));
    },
  },
  'enc-precedence-quota-before-key': {
    given: async (stage) => {
      await encryptionSpent(stage);
      stage.vars['KEY'] = key('alias/disabled');
    },
  },
  'idx-second-gsi-while-building': {
    given: async (stage) => {
      await target(stage);
      await update(stage, {
        AttributeDefinitions: [{ AttributeName: 'g0', AttributeType: 'S' }],
        GlobalSecondaryIndexUpdates: [
          {
            Create: {
              IndexName: 'gsi0',
              KeySchema: [{ AttributeName: 'g0', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          },
        ],
      });
      stage.advance(60_000);
      expect(await describe(stage, 'Target')).toMatchObject({
        TableStatus: 'ACTIVE',
        GlobalSecondaryIndexes: [{ IndexStatus: 'CREATING', Backfilling: true }],
      });
    },
    input: { AttributeDefinitions: [{ AttributeName: 'gk', AttributeType: 'S' }] },
  },
  'after-what-is-lost': {
    given: async (stage) => {
      await stage.sandbox.seed.table({
        region: home,
        table: {
          TableName: 'Rich',
          ...indexedOnDemand,
          ...stream(),
          SSESpecification: { Enabled: true },
          TableClass: 'STANDARD_INFREQUENT_ACCESS',
          DeletionProtectionEnabled: true,
          OnDemandThroughput: { MaxReadRequestUnits: 100 },
          Tags: [{ Key: 'a', Value: '1' }],
        },
        items: [{ pk: { S: 'a' }, sk: { S: 'b' } }],
        timeToLive: 'ttl',
        pointInTime: {},
      });
      stage.vars['BACKUP_ARN'] = stage.sandbox.seed.backup({ region: home, table: 'Rich', name: 'rich' }).arn;
      await restored(stage);
    },
    then: async (stage, { output }) => {
      const shown = output['Table'] as Record<string, unknown>;
      for (const lost of ['StreamSpecification', 'LatestStreamArn', 'TableClassSummary'])
        expect(shown).not.toHaveProperty(lost);
      expect(shown).toMatchObject({
        DeletionProtectionEnabled: false,
        SSEDescription: { Status: 'ENABLED' },
        OnDemandThroughput: { MaxReadRequestUnits: 100 },
        LocalSecondaryIndexes: [{ IndexName: 'lsi1' }],
        GlobalSecondaryIndexes: [{ IndexName: 'gsi1' }],
      });
      const tags = await stage.done('ListTagsOfResource', { ResourceArn: tableArn('Target') });
      expect(tags['Tags']).toEqual([]);
      const live = await stage.done('DescribeTimeToLive', { TableName: 'Target' });
      expect(live['TimeToLiveDescription']).toEqual({ TimeToLiveStatus: 'DISABLED' });
      const policy = await stage.call('GetResourcePolicy', { ResourceArn: tableArn('Target') });
      expect(policy.error?.name).toBe('PolicyNotFoundException');
      expect((await stage.done('Scan', { TableName: 'Target' }))['Count']).toBe(1);
    },
  },
  'after-reapply-all-in-sequence': {
    given: async (stage) => {
      await restored(stage);
      stage.advance(10_000);
    },
    then: async (stage) => {
      stage.advance(4_000);
      await active(stage);
      await stage.done('UpdateTimeToLive', ttl(true));
      await stage.done('UpdateContinuousBackups', {
        TableName: 'Target',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
      await stage.done('TagResource', { ResourceArn: tableArn('Target'), Tags: [{ Key: 'a', Value: '1' }] });
      await update(stage, { DeletionProtectionEnabled: true });
      await active(stage);
      await update(stage, { TableClass: 'STANDARD_INFREQUENT_ACCESS' });
      expect(await statusOf(stage, 'Target')).toBe('UPDATING');
      stage.advance(6_000);
      await update(stage, { OnDemandThroughput: { MaxReadRequestUnits: 100 } });
      await active(stage);
      await stage.done('PutResourcePolicy', {
        ResourceArn: tableArn('Target'),
        Policy: '{"Version":"2012-10-17","Statement":[]}',
      });
      expect(await describe(stage, 'Target')).toMatchObject({
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' },
        DeletionProtectionEnabled: true,
        OnDemandThroughput: { MaxReadRequestUnits: 100 },
      });
    },
  },
  'after-fan-out-six-apis': {
    given: async (stage) => {
      await target(stage);
      await Promise.all([
        stage.done('UpdateTimeToLive', ttl(true)),
        stage.done('UpdateContinuousBackups', {
          TableName: 'Target',
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
        stage.done('TagResource', { ResourceArn: tableArn('Target'), Tags: [{ Key: 'a', Value: '1' }] }),
        stage.done('PutResourcePolicy', {
          ResourceArn: tableArn('Target'),
          Policy: '{"Version":"2012-10-17","Statement":[]}',
        }),
        stage.done('UpdateContributorInsights', { TableName: 'Target', ContributorInsightsAction: 'ENABLE' }),
      ]);
    },
    then: async (stage) => expect(await statusOf(stage, 'Target')).toBe('UPDATING'),
  },
  'after-two-concerns-in-one-update': {
    given: target,
    then: async (stage) =>
      expect(await describe(stage, 'Target')).toMatchObject({
        DeletionProtectionEnabled: false,
        TableStatus: 'ACTIVE',
      }),
  },
  'after-precedence-exclusive-fields': { given: target, then: active },
  'after-odt-with-stream': { given: target, then: active },
  'after-stream-with-provisioned': { given: provisioned, then: active },
  'after-update-table-nothing': {
    then: async (stage) => expect(await statusOf(stage, 'Target')).toBe('ResourceNotFoundException'),
  },
  'after-stream-enable': {
    given: target,
    then: async (stage, { output }) => {
      const { LatestStreamArn, TableStatus } = output['TableDescription'] as Record<string, unknown>;
      expect(TableStatus).toBe('UPDATING');
      expect(LatestStreamArn).toMatch(/table\/Target\/stream\/2026-/);
      stage.advance(5_100);
      await active(stage);
      await update(stage, { StreamSpecification: { StreamEnabled: false } });
      stage.advance(5_100);
      await update(stage, stream());
      expect((await describe(stage, 'Target'))['LatestStreamArn']).not.toBe(LatestStreamArn);
    },
  },
  'after-stream-off-when-off': { given: target, then: active },
  'after-stream-while-busy': {
    given: async (stage) => {
      await target(stage);
      await update(stage, stream());
    },
    then: async (stage) => {
      await provisionedBusy(stage);
      const { error } = await stage.call('UpdateTable', { TableName: 'Busy', ...stream() });
      expect(error?.message).toContain("Can't enable or disable stream while table IOPS");
    },
  },
  'after-class-third-change': {
    given: classSpent,
    then: async (stage) => {
      const { error } = await stage.call('UpdateTable', { TableName: 'Target', TableClass: 'STANDARD' });
      expect(error?.name).toBe('LimitExceededException');
    },
  },
  'after-class-while-busy': {
    given: async (stage) => {
      await target(stage);
      await update(stage, { TableClass: 'STANDARD_INFREQUENT_ACCESS' });
    },
    then: async (stage) => {
      await update(stage, { DeletionProtectionEnabled: true });
      await stage.done('CreateBackup', { TableName: 'Target', BackupName: 'meanwhile' });
    },
  },
  'after-class-lost-behind-sse': {
    given: async (stage) => {
      await target(stage);
      await update(stage, { TableClass: 'STANDARD_INFREQUENT_ACCESS' });
    },
    then: async (stage) => {
      await active(stage);
      await update(stage, { TableClass: 'STANDARD' });
      stage.advance(60_000);
      expect(await describe(stage, 'Target')).toMatchObject({
        TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' },
      });
    },
  },
  'after-dp-set': {
    given: target,
    then: async (stage) => {
      expect(await describe(stage, 'Target')).toMatchObject({
        TableStatus: 'ACTIVE',
        DeletionProtectionEnabled: true,
      });
      stage.advance(15_000);
      await update(stage, { DeletionProtectionEnabled: true });
      await update(stage, { DeletionProtectionEnabled: false });
    },
  },
  'after-ttl-enable': {
    given: target,
    then: async (stage, { output }) => {
      expect(output['TimeToLiveSpecification']).toEqual({ Enabled: true, AttributeName: 'ttl' });
      const { TimeToLiveDescription } = await stage.done('DescribeTimeToLive', { TableName: 'Target' });
      expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
      await active(stage);
    },
  },
  'after-ttl-already-on': {
    given: async (stage) => {
      await target(stage);
      await stage.done('UpdateTimeToLive', ttl(true));
    },
  },
  'after-ttl-cooldown': {
    given: async (stage) => {
      await target(stage);
      await stage.done('UpdateTimeToLive', ttl(true));
      stage.advance(1_811_600);
    },
    then: async (stage) => {
      stage.advance(60_100);
      await stage.done('UpdateTimeToLive', ttl(false));
    },
  },
  'after-ttl-precedence-content-before-cooldown': {
    given: async (stage) => {
      await target(stage);
      await stage.done('UpdateTimeToLive', ttl(true));
      stage.advance(8_000);
    },
  },
  'after-ttl-missing-member': { given: target },
  'after-ttl-describe-forgets': {
    given: async (stage) => {
      await target(stage);
      await stage.done('UpdateTimeToLive', ttl(true));
      stage.advance(1_900_000);
      await stage.done('UpdateTimeToLive', ttl(false));
    },
    then: (_stage, { output }) =>
      expect(output['TimeToLiveDescription']).toEqual({ TimeToLiveStatus: 'DISABLED' }),
  },
};

async function provisionedBusy(stage: Stage): Promise<void> {
  await table(stage, 'Busy', { ProvisionedThroughput: units(5) });
  await update(stage, { ProvisionedThroughput: units(6) }, 'Busy');
}
