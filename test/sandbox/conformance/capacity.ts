import { expect } from 'vitest';
import { describe, indexedOnDemand, indexedProvisioned, statusOf, table, target, units } from './scenes';
import { away, type Scenarios, type Stage } from './stage';

const hourMs = 3_600_000;
const update = (stage: Stage, change: object): Promise<unknown> =>
  stage.done('UpdateTable', { TableName: 'Target', ...change });
const provisioned = (stage: Stage): Promise<void> =>
  table(stage, 'Target', { ProvisionedThroughput: units(5) });
const withIndex = (stage: Stage): Promise<void> => table(stage, 'Target', indexedOnDemand);

async function active(stage: Stage): Promise<void> {
  expect(await statusOf(stage, 'Target')).toBe('ACTIVE');
}

export const capacityScenarios: Scenarios = {
  'after-odt-set': {
    given: target,
    then: async (stage) => {
      await update(stage, { OnDemandThroughput: { MaxWriteRequestUnits: 50 } });
      const both = { MaxReadRequestUnits: 100, MaxWriteRequestUnits: 50 };
      expect((await describe(stage, 'Target'))['OnDemandThroughput']).toEqual(both);
      await update(stage, { OnDemandThroughput: { MaxReadRequestUnits: -1 } });
      stage.advance(1_000);
      expect((await describe(stage, 'Target'))['OnDemandThroughput']).toEqual({ MaxWriteRequestUnits: 50 });
    },
  },
  'after-odt-empty-500': {
    given: target,
    then: async (stage) => {
      expect((await stage.call('UpdateTable', { TableName: 'Target', WarmThroughput: {} })).http).toBe(500);
      await update(stage, { OnDemandThroughput: {}, DeletionProtectionEnabled: true });
    },
  },
  'after-odt-on-provisioned': { given: provisioned, then: active },
  'after-throughput-same': {
    given: (stage) => table(stage, 'Target', { ProvisionedThroughput: units(7) }),
    then: async (stage) => {
      await table(stage, 'Indexed', indexedProvisioned);
      const same = [{ Update: { IndexName: 'gsi1', ProvisionedThroughput: units(5) } }];
      const { error } = await stage.call('UpdateTable', {
        TableName: 'Indexed',
        GlobalSecondaryIndexUpdates: same,
      });
      expect(error?.message).toMatch(/^The provisioned throughput for the index gsi1 will not change/);
    },
  },
  'after-throughput-while-updating': {
    given: async (stage) => {
      await provisioned(stage);
      await update(stage, { ProvisionedThroughput: units(6) });
    },
  },
  'after-warm-lower': { given: target, then: active },
  'after-decrease-budget': {
    given: async (stage) => {
      await table(stage, 'Target', { ProvisionedThroughput: units(20) });
      for (const read of [19, 18, 17, 16]) {
        await update(stage, { ProvisionedThroughput: units(read) });
        stage.advance(60_000);
      }
    },
    then: async (stage) => {
      stage.advance(hourMs);
      await update(stage, { ProvisionedThroughput: units(7) });
    },
  },
  'after-replica-with-other-change': { given: target, then: active },
  'after-replica-provisioned-no-autoscaling': { given: provisioned, then: active },
  'after-replica-name-taken': {
    given: async (stage) => {
      await target(stage);
      await table(stage, 'Target', {}, away);
    },
  },
  'after-replica-local-region': { given: target },
  'after-replica-turns-stream-on': {
    given: target,
    then: async (stage) => {
      const shown = await describe(stage, 'Target');
      expect(shown['StreamSpecification']).toEqual({
        StreamEnabled: true,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      });
      expect(shown).not.toHaveProperty('Replicas');
      stage.advance(6_000);
      expect(await describe(stage, 'Target')).toMatchObject({
        Replicas: [{ RegionName: away, ReplicaStatus: 'CREATING' }],
      });
      stage.advance(43_000);
      expect(await describe(stage, 'Target')).toMatchObject({ Replicas: [{ ReplicaStatus: 'ACTIVE' }] });
    },
  },
  'after-insights-enable': {
    given: withIndex,
    then: async (stage, { output }) => {
      expect(output).toMatchObject({
        ContributorInsightsStatus: 'ENABLING',
        ContributorInsightsMode: 'ACCESSED_AND_THROTTLED_KEYS',
      });
      stage.advance(16_000);
      const enabled = { TableName: 'Target', ContributorInsightsAction: 'ENABLE' };
      expect(await stage.done('UpdateContributorInsights', enabled)).toMatchObject({
        ContributorInsightsStatus: 'ENABLED',
      });
      await stage.done('UpdateContributorInsights', { ...enabled, IndexName: 'gsi1' });
    },
  },
  'after-insights-lsi': { given: withIndex },
};
