import { expect } from 'vitest';
import {
  arrived,
  backedUp,
  backup,
  countOf,
  deleted,
  describe,
  hash,
  indexedOnDemand,
  indexedProvisioned,
  plainKeys,
  restored,
  restoring,
  statusOf,
  table,
  target,
  units,
} from './scenes';
import { away, home, key, otherAccount, tableArn, type Scenarios, type Stage } from './stage';

const kms = { Enabled: true, SSEType: 'KMS' };

/** Nothing was started: the target is not there, now or later. */
async function noTarget(stage: Stage, _outcome: unknown, region = home): Promise<void> {
  expect(await statusOf(stage, 'Target', region)).toBe('ResourceNotFoundException');
}

async function unchangedTarget(stage: Stage): Promise<void> {
  expect((await describe(stage, 'Target'))['TableStatus']).not.toBe('UPDATING');
}

const setKey =
  (alias: string) =>
  async ({ vars }: Stage) =>
    (vars['KEY'] = key(alias));

const provisioned = (stage: Stage): Promise<void> => backedUp(stage, indexedProvisioned);
const onDemand = (stage: Stage): Promise<void> => backedUp(stage, indexedOnDemand);

const indexNames = (shown: Record<string, unknown>, kind: 'Global' | 'Local'): unknown =>
  (shown[`${kind}SecondaryIndexes`] as { IndexName: string }[] | undefined)?.map(
    ({ IndexName }) => IndexName,
  );

export const restoreScenarios: Scenarios = {
  'restore-summary-while-creating': {
    given: async (stage) => {
      await onDemand(stage);
      await restoring(stage);
    },
    then: ({ vars }, { output }) => {
      const shown = output['Table'] as Record<string, unknown>;
      expect(shown['RestoreSummary']).toEqual({
        SourceBackupArn: vars['BACKUP_ARN'],
        SourceTableArn: tableArn('Rich'),
        RestoreDateTime: expect.any(Date) as Date,
        RestoreInProgress: true,
      });
      expect((shown['GlobalSecondaryIndexes'] as object[])[0]).not.toHaveProperty('IndexStatus');
    },
  },
  'restore-summary-gone-when-active': {
    given: (stage) => restored(stage),
    then: (_stage, { output }) => {
      expect(output['Table']).toMatchObject({ TableStatus: 'ACTIVE' });
      expect(output['Table']).not.toHaveProperty('RestoreSummary');
    },
  },
  'restore-busy-tag': {
    given: (stage) => restoring(stage),
    then: async (stage) => {
      const { error } = await stage.call('ListTagsOfResource', { ResourceArn: tableArn('Target') });
      expect(error?.name).toBe('ResourceNotFoundException');
    },
  },
  'restore-busy-ttl': {
    given: (stage) => restoring(stage),
    then: async (stage) => {
      const { error } = await stage.call('DescribeTimeToLive', { TableName: 'Target' });
      expect(error?.name).toBe('ResourceNotFoundException');
    },
  },
  'restore-busy-update-table': {
    given: (stage) => restoring(stage),
    then: async (stage) => expect((await arrived(stage))['DeletionProtectionEnabled']).toBe(false),
  },
  'restore-busy-policy': {
    given: async (stage) => {
      await restoring(stage);
      stage.vars['JSON'] = '{"Statement":[]}';
    },
    then: async (stage) => {
      const { error } = await stage.call('GetResourcePolicy', { ResourceArn: tableArn('Target') });
      expect(error?.name).toBe('ResourceNotFoundException');
    },
  },
  'restore-busy-pitr': {
    given: (stage) => restoring(stage),
    then: async (stage) => {
      const { error } = await stage.call('DescribeContinuousBackups', { TableName: 'Target' });
      expect(error?.name).toBe('TableNotFoundException');
    },
  },
  'restore-busy-create-table': {
    given: (stage) => restoring(stage),
    input: { BillingMode: 'PAY_PER_REQUEST', ...plainKeys },
    then: unchangedTarget,
  },
  'restore-busy-delete-table': {
    given: (stage) => restoring(stage),
    then: async (stage) => {
      stage.advance(60_000);
      expect((await stage.call('DeleteTable', { TableName: 'Target' })).error?.name).toBe(
        'ResourceInUseException',
      );
    },
  },
  'restore-into-creating-restore-target': {
    given: async (stage) => {
      await restoring(stage);
      backup(stage, 'Source');
    },
  },
  'restore-into-deleting-table': {
    given: async (stage) => {
      await target(stage);
      await deleted(stage, 'Target', 1_000);
    },
    then: async (stage) => {
      stage.advance(10_000);
      await noTarget(stage, undefined);
    },
  },
  'restore-second-from-same-backup': {
    given: async (stage) => {
      await restoring(stage);
      stage.vars['TARGET'] = 'Other';
    },
    then: async (stage) => expect(await statusOf(stage, 'Other')).toBe('ResourceNotFoundException'),
  },
  'restore-seven-parallel-with-indexes': {
    given: async (stage) => {
      await onDemand(stage);
      const arns = Array.from({ length: 6 }, () => backup(stage, 'Rich'));
      const start = (BackupArn: string, n: number): Promise<unknown> =>
        stage.done('RestoreTableFromBackup', { BackupArn, TargetTableName: `Parallel-${n}` });
      await Promise.all(arns.map(start));
      backup(stage, 'Rich');
    },
    then: async (stage) => expect((await arrived(stage))['TableStatus']).toBe('ACTIVE'),
  },
  'restore-backup-missing': {
    given: async ({ vars }) => (vars['BACKUP_ARN'] = `${tableArn('Source')}/backup/01791504762511-2779fadd`),
    then: noTarget,
  },
  'restore-backup-other-account': {
    given: async ({ vars }) =>
      (vars['BACKUP_ARN'] = String(vars['BACKUP_ARN']).replace('123456789012', otherAccount)),
    then: noTarget,
  },
  'restore-target-name-empty': {},
  'restore-from-deleted-tables-backup': {
    given: async (stage) => {
      await deleted(stage, 'Source', 10_000);
      await table(stage, 'Source', { ProvisionedThroughput: units(5) });
    },
    then: async (stage) => {
      expect((await arrived(stage))['BillingModeSummary']).toMatchObject({ BillingMode: 'PAY_PER_REQUEST' });
      expect(await countOf(stage, 'Target')).toBe(1);
    },
  },
  'restore-refusals-leave-nothing': {
    given: (stage) =>
      stage.call('RestoreTableFromBackup', {
        BackupArn: stage.vars['BACKUP_ARN'],
        TargetTableName: 'Target',
        BillingModeOverride: 'PROVISIONED',
      }),
  },
  'restore-precedence-target-before-backup-in-use': { given: (stage) => restoring(stage) },
  'restore-second-from-same-backup-other-region': {
    region: away,
    given: (stage) => restoring(stage),
    then: (stage, outcome) => noTarget(stage, outcome, away),
  },
  'xr-backup-without-sse': { region: away, then: (stage, outcome) => noTarget(stage, outcome, away) },
  'xr-home-call-with-foreign-arn-region': {
    given: async ({ vars }) =>
      (vars['BACKUP_ARN with other Region'] = String(vars['BACKUP_ARN']).replace(home, away)),
    then: noTarget,
  },
  'idx-omitted-keeps-all': {
    given: provisioned,
    then: async (stage) => {
      const shown = await arrived(stage);
      expect(indexNames(shown, 'Local')).toEqual(['lsi1']);
      expect(shown['GlobalSecondaryIndexes']).toMatchObject([
        { IndexName: 'gsi1', ProvisionedThroughput: units(5) },
      ]);
    },
  },
  'idx-empty-lists-drop-all': {
    given: provisioned,
    then: async (stage) => {
      const shown = await arrived(stage);
      expect([indexNames(shown, 'Local'), indexNames(shown, 'Global')]).toEqual([undefined, undefined]);
    },
  },
  'idx-lsi-renamed': {
    given: onDemand,
    then: async (stage) => expect(indexNames(await arrived(stage), 'Local')).toEqual(['lsi-new']),
  },
  'idx-gsi-throughput-with-on-demand': { given: provisioned, then: noTarget },
  'idx-gsi-entry-empty': { then: noTarget },
  'idx-lsi-entry-empty': { then: noTarget },
  'idx-include-without-attributes': {
    input: {
      ...plainKeys,
      AttributeDefinitions: ['pk', 'gk'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: [
        { IndexName: 'gsi1', KeySchema: [hash('gk')], Projection: { ProjectionType: 'INCLUDE' } },
      ],
    },
    given: async ({ vars }) => (vars['TABLE'] = 'New'),
    then: async (stage) => expect(await statusOf(stage, 'New')).toBe('ResourceNotFoundException'),
  },
  'idx-lsi-cannot-be-added-later': {
    given: async (stage) => {
      await onDemand(stage);
      await restored(stage, { LocalSecondaryIndexOverride: [] });
    },
    then: async (stage) => expect(indexNames(await describe(stage, 'Target'), 'Local')).toBeUndefined(),
  },
  'restore-billing-invalid': {
    then: async (stage) => {
      const input = {
        BackupArn: stage.vars['BACKUP_ARN'],
        TargetTableName: 'Target',
        BillingModeOverride: '',
      };
      expect((await stage.call('RestoreTableFromBackup', input)).error?.message).toContain(
        '[PROVISIONED, PAY_PER_REQUEST]',
      );
    },
  },
  'tp-provisioned-on-on-demand-backup': { then: noTarget },
  'tp-provisioned-mode-without-throughput': { then: noTarget },
  'tp-provisioned-with-on-demand-mode': { then: noTarget },
  'tp-on-demand-empty-trap': {
    then: async (stage) => {
      expect(await describe(stage, 'Target')).toMatchObject({
        TableStatus: 'CREATING',
        RestoreSummary: { SourceBackupArn: stage.vars['BACKUP_ARN'] },
      });
      expect(await arrived(stage)).not.toHaveProperty('OnDemandThroughput');
      expect(await countOf(stage, 'Target')).toBe(1);
    },
  },
  'tp-on-demand-maxima-inherited': {
    given: (stage) =>
      backedUp(stage, { OnDemandThroughput: { MaxReadRequestUnits: 100, MaxWriteRequestUnits: 50 } }),
    then: async (stage) =>
      expect(await arrived(stage)).toMatchObject({
        BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
        OnDemandThroughput: { MaxReadRequestUnits: 100, MaxWriteRequestUnits: 50 },
      }),
  },
  'tp-base-override-leaves-gsi': {
    given: provisioned,
    then: async (stage) =>
      expect(await arrived(stage)).toMatchObject({
        ProvisionedThroughput: units(7),
        GlobalSecondaryIndexes: [{ ProvisionedThroughput: units(5) }],
      }),
  },
  'tp-gsi-override-leaves-base': {
    given: provisioned,
    then: async (stage) =>
      expect(await arrived(stage)).toMatchObject({
        ProvisionedThroughput: units(5),
        GlobalSecondaryIndexes: [{ ProvisionedThroughput: units(8) }],
      }),
  },
  'enc-override-off': {
    then: async (stage) => expect(await arrived(stage)).not.toHaveProperty('SSEDescription'),
  },
  'enc-override-empty': {
    then: async (stage) => expect(await arrived(stage)).not.toHaveProperty('SSEDescription'),
  },
  'enc-alias-missing': { then: noTarget },
  'enc-key-missing': {
    given: async ({ vars }) => (vars['KEY'] = key('alias/good').replace('00000002', '99999999')),
    then: noTarget,
  },
  'enc-key-disabled': { given: setKey('alias/disabled'), then: noTarget },
  'enc-key-pending-deletion': { given: setKey('alias/pending-deletion'), input: newTable() },
  'enc-key-hmac-or-rsa-backup': {
    given: setKey('alias/hmac'),
    then: async (stage) => {
      stage.advance(2_000);
      await noTarget(stage, undefined);
      const rsa = { ...kms, KMSMasterKeyId: key('alias/rsa') };
      const input = {
        BackupArn: stage.vars['BACKUP_ARN'],
        TargetTableName: 'Target',
        SSESpecificationOverride: rsa,
      };
      expect((await stage.call('RestoreTableFromBackup', input)).http).toBe(500);
    },
  },
  'enc-corrected-retry-after-500': {
    given: (stage) =>
      stage.call('RestoreTableFromBackup', {
        BackupArn: stage.vars['BACKUP_ARN'],
        TargetTableName: 'Target',
        SSESpecificationOverride: { ...kms, KMSMasterKeyId: key('alias/hmac') },
      }),
    then: async (stage) => expect((await arrived(stage))['TableStatus']).toBe('ACTIVE'),
  },
  'enc-key-grant-denied': { given: setKey('alias/no-grant'), input: newTable() },
  'enc-key-other-account': {
    given: async ({ vars }) =>
      (vars['KEY'] = `arn:aws:kms:${home}:${otherAccount}:key/00000009-aaaa-4bbb-8ccc-dddddddddddd`),
    input: newTable(),
  },
  'enc-key-without-type': { input: newTable() },
  'enc-type-with-disabled': { input: newTable() },
  'enc-key-with-disabled': { input: newTable() },
  'enc-aes256': { input: newTable() },
  'enc-type-only': {
    input: newTable(),
    then: async (stage) =>
      expect(await describe(stage, 'New')).toMatchObject({ SSEDescription: { Status: 'ENABLED' } }),
  },
  'throttle-restore-burst-ok': {
    given: async (stage) => {
      const arns = Array.from({ length: 14 }, () => backup(stage, 'Source'));
      const start = (BackupArn: string, n: number): Promise<unknown> =>
        stage.done('RestoreTableFromBackup', { BackupArn, TargetTableName: `Burst-${n}` });
      await Promise.all(arns.map(start));
      backup(stage, 'Source');
    },
  },
  'time-restore-in-region': {
    then: async (stage) => {
      stage.advance(81_000);
      expect(await statusOf(stage, 'Target')).toBe('CREATING');
      stage.advance(721_000);
      expect(await statusOf(stage, 'Target')).toBe('ACTIVE');
    },
  },
  'time-restore-cross-region': {
    region: away,
    then: async (stage) => {
      stage.advance(251_000);
      expect(await statusOf(stage, 'Target', away)).toBe('CREATING');
      stage.advance(767_000);
      expect(await statusOf(stage, 'Target', away)).toBe('ACTIVE');
    },
  },
};

/** The rest of a CreateTable request that a case is silent about. */
function newTable(): object {
  return { TableName: 'New', BillingMode: 'PAY_PER_REQUEST', ...plainKeys };
}
