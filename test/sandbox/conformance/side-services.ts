import { expect } from 'vitest';
import {
  deleted,
  describe,
  inARow,
  indexedOnDemand,
  plainKeys,
  recoverable,
  statusOf,
  table,
  target,
  units,
  young,
} from './scenes';
import { away, home, tableArn, type Scenarios, type Stage } from './stage';

const tag = (stage: Stage, ...pairs: string[]): Promise<unknown> =>
  stage.done('TagResource', {
    ResourceArn: tableArn('Target'),
    Tags: pairs.map((pair) => ({ Key: pair.split('=')[0], Value: pair.split('=')[1] })),
  });

async function tags(stage: Stage): Promise<unknown> {
  return (await stage.done('ListTagsOfResource', { ResourceArn: tableArn('Target') }))['Tags'];
}

const policy = (action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: action, Resource: tableArn('Target') },
    ],
  });
const put = (stage: Stage, document = policy('dynamodb:GetItem')): Promise<Record<string, unknown>> =>
  stage.done('PutResourcePolicy', { ResourceArn: tableArn('Target'), Policy: document });

async function withPolicy(stage: Stage, agoMs: number): Promise<void> {
  await target(stage);
  await put(stage);
  stage.advance(agoMs);
  Object.assign(stage.vars, { OTHER: policy('dynamodb:Query'), JSON: policy('dynamodb:Query') });
}

const streamArn = `arn:aws:kinesis:${home}:123456789012:stream/changes`;

/** Nine of ten parallel calls, each on a table of its own; the case's call is the tenth. */
async function nineOthers(
  stage: Stage,
  call: (name: string) => Promise<{ error?: { name: string } }>,
): Promise<void> {
  const names = Array.from({ length: 9 }, (_none, n) => `Many-${n}`);
  for (const name of names) await table(stage, name);
  await Promise.all(names.map(call));
}

export const sideServiceScenarios: Scenarios = {
  'after-ttl-describe-busy': {
    given: (stage) => young(stage, 5_000),
    then: async (stage) => {
      await target(stage);
      await deleted(stage, 'Target', 1_000);
      const { error } = await stage.call('DescribeTimeToLive', { TableName: 'Target' });
      expect(error?.message).toContain('Cannot describe time to live while table is in DELETING state');
    },
    input: { TableName: 'Young' },
  },
  'after-tags-set': {
    given: target,
    then: async (stage) => {
      stage.advance(1_500);
      expect(await tags(stage)).toEqual([]);
      stage.advance(1_500);
      expect(await tags(stage)).toEqual([{ Key: 'a', Value: '1' }]);
    },
  },
  'after-tags-second-write': {
    given: async (stage) => {
      await target(stage);
      await tag(stage, 'a=1');
      stage.advance(1_000);
    },
    then: async (stage) => {
      await tag(stage, 'a=1');
      await tag(stage, 'a=1', 'c=3');
      stage.advance(3_000);
      expect(await tags(stage)).toEqual([
        { Key: 'a', Value: '1' },
        { Key: 'c', Value: '3' },
      ]);
    },
  },
  'after-tags-aws-prefix': {
    given: target,
    then: async (stage) => {
      const gone = await stage.call('UntagResource', { ResourceArn: tableArn('Target'), TagKeys: ['AWS:x'] });
      expect(gone.error?.message).toMatch(/^Tag Key cannot be prefixed with aws:/);
    },
  },
  'after-tags-over-50': {
    given: async (stage) => {
      await target(stage);
      stage.vars['51 tags'] = Array.from({ length: 51 }, (_none, n) => ({ Key: `k${n}`, Value: 'v' }));
    },
    then: async (stage) => expect(await tags(stage)).toEqual([]),
  },
  'after-tags-charset': {
    given: target,
    then: async (stage) => {
      await tag(stage, 'schlüssel=Wert 1 +-._:/@');
    },
  },
  'after-tags-empty-list': { given: target },
  'after-policy-put-read-lag': {
    given: (stage) => withPolicy(stage, 0),
    then: async (stage) => {
      stage.advance(2_700);
      const { Policy } = await stage.done('GetResourcePolicy', { ResourceArn: tableArn('Target') });
      expect(JSON.parse(String(Policy))).toMatchObject({
        Statement: [{ Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'dynamodb:GetItem' }],
      });
    },
  },
  'after-policy-changed-at-once': { given: (stage) => withPolicy(stage, 500) },
  'after-policy-changed-15s': {
    given: (stage) => withPolicy(stage, 3_000),
    then: async (stage) => {
      stage.advance(12_000);
      await put(stage, policy('dynamodb:Query'));
    },
  },
  'after-policy-stale-revision': {
    given: async (stage) => {
      await withPolicy(stage, 3_000);
      stage.vars['OLD'] = '1700000000000';
    },
  },
  'after-policy-self-lockout': {
    given: async (stage) => {
      await target(stage);
      const statement = {
        Effect: 'Deny',
        Principal: '*',
        Action: 'dynamodb:*',
        Resource: tableArn('Target'),
      };
      stage.vars['DENY'] = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    },
    then: async (stage) => {
      const { error } = await stage.call('GetResourcePolicy', { ResourceArn: tableArn('Target') });
      expect(error?.name).toBe('PolicyNotFoundException');
    },
  },
  'after-policy-wrong-resource': {
    given: async (stage) => {
      await target(stage);
      stage.vars['SOURCE POLICY'] = policy('dynamodb:GetItem').replace('/Target', '/Source');
    },
  },
  'after-policy-allow-everyone': {
    given: async (stage) => {
      await target(stage);
      stage.vars['ALLOW *'] = policy('dynamodb:GetItem').replace('{"AWS":"123456789012"}', '"*"');
    },
  },
  'after-kinesis-bad-stream': {
    given: async (stage) => {
      await target(stage);
      stage.vars['BAD_ARN'] = `${streamArn}-missing`;
    },
    then: async (stage, { output }) => {
      expect(output['DestinationStatus']).toBe('ENABLING');
      stage.advance(5_000);
      const shown = await stage.done('DescribeKinesisStreamingDestination', { TableName: 'Target' });
      expect(shown['KinesisDataStreamDestinations']).toMatchObject([
        { DestinationStatus: 'ENABLE_FAILED', DestinationStatusDescription: expect.any(String) as string },
      ]);
    },
  },
  'after-kinesis-second': {
    given: async (stage) => {
      await target(stage);
      await stage.done('EnableKinesisStreamingDestination', { TableName: 'Target', StreamArn: streamArn });
      stage.vars['STREAM_ARN'] = streamArn;
    },
  },
  'del-ok': {
    then: async (stage) => {
      stage.advance(4_000);
      expect(await statusOf(stage, 'Source')).toBe('DELETING');
      expect((await stage.done('ListTables', {}))['TableNames']).toEqual(['Source']);
      stage.advance(2_000);
      expect(await statusOf(stage, 'Source')).toBe('ResourceNotFoundException');
    },
  },
  'del-again': { given: (stage) => deleted(stage, 'Source', 1_000) },
  'del-while-updating': {
    given: async (stage) => {
      await table(stage, 'Busy', { ProvisionedThroughput: units(5) });
      await stage.done('UpdateTable', { TableName: 'Busy', ProvisionedThroughput: units(6) });
      stage.vars['TABLE'] = 'Busy';
    },
  },
  'del-while-sse-or-warm': {
    given: async (stage) => {
      await stage.done('UpdateTable', { TableName: 'Source', SSESpecification: { Enabled: true } });
      expect(await statusOf(stage, 'Source')).toBe('ACTIVE');
    },
    then: async (stage) => {
      await target(stage);
      await stage.done('UpdateTable', {
        TableName: 'Target',
        WarmThroughput: { ReadUnitsPerSecond: 13_000 },
      });
      expect((await stage.call('DeleteTable', { TableName: 'Target' })).error?.name).toBe(
        'ResourceInUseException',
      );
    },
  },
  'del-while-gsi-builds': {
    given: async (stage) => {
      await table(stage, 'Busy', indexedOnDemand);
      const gone = [{ Delete: { IndexName: 'gsi1' } }];
      await stage.done('UpdateTable', { TableName: 'Busy', GlobalSecondaryIndexUpdates: gone });
      stage.vars['TABLE'] = 'Busy';
    },
  },
  'del-after-tag-write': {
    given: async (stage) => {
      await stage.done('TagResource', { ResourceArn: tableArn('Source'), Tags: [{ Key: 'a', Value: '1' }] });
      stage.advance(1_000);
    },
  },
  'del-after-policy-write': {
    given: async (stage) => {
      await withPolicy(stage, 1_000);
      stage.vars['TABLE'] = 'Target';
    },
  },
  'del-with-kinesis-and-insights': {
    given: async (stage) => {
      await stage.done('EnableKinesisStreamingDestination', { TableName: 'Source', StreamArn: streamArn });
      await stage.done('UpdateContributorInsights', {
        TableName: 'Source',
        ContributorInsightsAction: 'ENABLE',
      });
    },
    then: async (stage) => expect(await statusOf(stage, 'Source')).toBe('DELETING'),
  },
  'del-recreate-at-once': {
    given: async (stage) => {
      await recoverable(stage);
      const { TableId } = await describe(stage, 'Live');
      stage.vars['before'] = TableId;
      await deleted(stage, 'Live', 5_000);
    },
    input: { BillingMode: 'PAY_PER_REQUEST', ...plainKeys },
    then: async (stage) => {
      stage.advance(20_000);
      expect((await describe(stage, 'Live'))['TableId']).not.toBe(stage.vars['before']);
      const { ContinuousBackupsDescription } = await stage.done('DescribeContinuousBackups', {
        TableName: 'Live',
      });
      expect(ContinuousBackupsDescription).toMatchObject({
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
      });
      expect((await stage.done('Scan', { TableName: 'Live' }))['Count']).toBe(0);
    },
  },
  'del-replica-source-24h': {
    given: async (stage) => {
      const replica = [{ Create: { RegionName: away } }];
      await stage.done('UpdateTable', { TableName: 'Source', ReplicaUpdates: replica });
      stage.advance(60_000);
    },
    then: async (stage) => {
      await stage.done('UpdateTable', {
        TableName: 'Source',
        ReplicaUpdates: [{ Delete: { RegionName: away } }],
      });
      stage.advance(300_000);
      await stage.done('DeleteTable', { TableName: 'Source' });
    },
  },
  'throttle-list-backups': { given: (stage) => inARow(stage, 5, 'ListBackups', { TableName: 'Source' }) },
  'throttle-describe-backup': {
    given: (stage) => inARow(stage, 13, 'DescribeBackup', { BackupArn: stage.vars['BACKUP_ARN'] }),
  },
  'throttle-delete-backup': {
    given: async (stage) => {
      for (let n = 0; n < 13; n += 1) {
        const { arn } = stage.sandbox.seed.backup({ region: home, table: 'Source', name: `gone-${n}` });
        await stage.done('DeleteBackup', { BackupArn: arn });
      }
    },
  },
  'throttle-describe-ttl': {
    given: (stage) => inARow(stage, 4, 'DescribeTimeToLive', { TableName: 'Source' }),
  },
  'throttle-account-update-table': {
    given: (stage) =>
      nineOthers(stage, (TableName) =>
        stage.call('UpdateTable', {
          TableName,
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
        }),
      ),
    then: async (stage) => {
      await stage.done('UpdateTable', { TableName: 'Source', DeletionProtectionEnabled: true });
      stage.advance(1_000);
      await stage.done('UpdateTable', { TableName: 'Source', TableClass: 'STANDARD_INFREQUENT_ACCESS' });
    },
  },
  'throttle-account-tag': {
    given: (stage) =>
      nineOthers(stage, (name) =>
        stage.call('TagResource', { ResourceArn: tableArn(name), Tags: [{ Key: 'k', Value: 'v' }] }),
      ),
  },
  'throttle-account-create-delete-table': {
    given: (stage) => nineOthers(stage, (TableName) => stage.call('DeleteTable', { TableName })),
  },
  'throttle-list-tags-none': {
    given: (stage) => inARow(stage, 99, 'ListTagsOfResource', { ResourceArn: tableArn('Source') }),
  },
};
