import { expect } from 'vitest';
import { countOf, deleted, recoverable, statusOf, table, target, young } from './scenes';
import { away, key, tableArn, type Outcome, type Scenarios, type Stage } from './stage';

interface Window {
  PointInTimeRecoveryStatus: string;
  RecoveryPeriodInDays?: number;
  EarliestRestorableDateTime?: Date;
  LatestRestorableDateTime?: Date;
}

const described = ({
  output,
}: Outcome): { ContinuousBackupsStatus: string; PointInTimeRecoveryDescription: Window } =>
  output['ContinuousBackupsDescription'] as never;
const windowIn = (outcome: Outcome): Window => described(outcome).PointInTimeRecoveryDescription;

async function windowOf(stage: Stage, name: string): Promise<Window> {
  return windowIn(await stage.call('DescribeContinuousBackups', { TableName: name }));
}

const set = (stage: Stage, specification: object): Promise<unknown> =>
  stage.done('UpdateContinuousBackups', {
    TableName: 'Source',
    PointInTimeRecoverySpecification: specification,
  });
const on = (days?: number): object => ({
  PointInTimeRecoveryEnabled: true,
  ...(days !== undefined && { RecoveryPeriodInDays: days }),
});

async function noTarget(stage: Stage): Promise<void> {
  expect(await statusOf(stage, 'Target')).toBe('ResourceNotFoundException');
}

/** Nothing about recovery changed on the table, on which it is off. */
async function stillOff(stage: Stage): Promise<void> {
  expect((await windowOf(stage, 'Source')).PointInTimeRecoveryStatus).toBe('DISABLED');
}

export const pointInTimeScenarios: Scenarios = {
  'restore-target-name-bad-chars': { then: noTarget },
  'pitr-restore-disabled-source': { then: noTarget },
  'pitr-restore-no-time': { given: (stage) => recoverable(stage), then: noTarget },
  'pitr-restore-latest-false': { given: (stage) => recoverable(stage), then: noTarget },
  'pitr-restore-missing-source-name': {
    given: async ({ vars }) => (vars['TABLE'] = 'Missing'),
    then: noTarget,
  },
  'pitr-restore-missing-source-arn': {
    given: async ({ vars }) => (vars['SOURCE_ARN'] = tableArn('Missing')),
    then: noTarget,
  },
  'pitr-restore-other-account-arn': { then: noTarget },
  'pitr-restore-target-exists': {
    given: async (stage) => {
      await recoverable(stage);
      await target(stage);
    },
    then: async (stage) => {
      const ontoItself = { SourceTableName: 'Live', TargetTableName: 'Live', UseLatestRestorableTime: true };
      const { error } = await stage.call('RestoreTableToPointInTime', ontoItself);
      expect(error?.name).toBe('TableAlreadyExistsException');
    },
  },
  'pitr-restore-target-deleting': {
    given: async (stage) => {
      await recoverable(stage);
      await target(stage);
      await deleted(stage, 'Target', 1_000);
    },
  },
  'pitr-precedence-off-and-target-exists': { given: (stage) => target(stage) },
  'pitr-precedence-bad-time-and-target': {
    given: async (stage) => {
      await recoverable(stage);
      Object.assign(stage.vars, { EXISTING: 'Source', T: new Date(stage.now() - 86_400_000) });
    },
  },
  'pitr-precedence-missing-source-and-target': {
    given: async ({ vars }) => Object.assign(vars, { TABLE: 'Missing', EXISTING: 'Source' }),
  },
  'pitr-latest-right-after-enable': {
    given: async (stage) => {
      await table(stage, 'Fresh');
      await stage.done('UpdateContinuousBackups', {
        TableName: 'Fresh',
        PointInTimeRecoverySpecification: on(),
      });
      stage.advance(4_000);
      await stage.done('PutItem', { TableName: 'Fresh', Item: { pk: { S: 'too late' } } });
      stage.advance(4_400);
      stage.vars['TABLE'] = 'Fresh';
    },
    then: async (stage) => {
      stage.advance(stage.sandbox.durations.restoreInRegion);
      expect(await countOf(stage, 'Target')).toBe(0);
    },
  },
  'pitr-flap-resets-window': {
    given: async (stage) => {
      await recoverable(stage);
      const off = {
        TableName: 'Live',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
      };
      await stage.done('UpdateContinuousBackups', off);
      stage.advance(500);
    },
    then: (stage, outcome) =>
      expect(windowIn(outcome).EarliestRestorableDateTime).toEqual(new Date(stage.now())),
  },
  'pitr-enable-synchronous': {
    then: async (stage, outcome) => {
      expect(windowIn(outcome).PointInTimeRecoveryStatus).toBe('ENABLED');
      expect(await windowOf(stage, 'Source')).toEqual(windowIn(outcome));
      stage.advance(10_000);
      await set(stage, on());
      expect((await windowOf(stage, 'Source')).EarliestRestorableDateTime).toEqual(
        windowIn(outcome).EarliestRestorableDateTime,
      );
      expect(await statusOf(stage, 'Source')).toBe('ACTIVE');
    },
  },
  'pitr-disable-when-off': { then: stillOff },
  'pitr-continuous-status-young-table': {
    given: async (stage) => {
      await young(stage, 1_000);
      const early = await stage.call('DescribeContinuousBackups', { TableName: 'Young' });
      expect(early.error?.name).toBe('TableNotFoundException');
      stage.advance(7_500);
    },
    then: async (stage, outcome) => {
      expect(described(outcome).ContinuousBackupsStatus).toBe('DISABLED');
      stage.advance(3_000);
      const later = await stage.call('DescribeContinuousBackups', { TableName: 'Young' });
      expect(described(later).ContinuousBackupsStatus).toBe('ENABLED');
    },
  },
  'pitr-period-default': {
    given: async (stage) => {
      await set(stage, on(7));
      await set(stage, { PointInTimeRecoveryEnabled: false });
    },
    then: (_stage, outcome) => expect(windowIn(outcome).RecoveryPeriodInDays).toBe(35),
  },
  'pitr-period-change-in-place': {
    given: (stage) => set(stage, on()),
    then: async (stage) => {
      expect((await windowOf(stage, 'Source')).RecoveryPeriodInDays).toBe(7);
      await set(stage, on(1));
      await set(stage, on(35));
    },
  },
  'pitr-period-36': { then: stillOff },
  'pitr-period-0': { then: stillOff },
  'pitr-period-with-disable': { then: stillOff },
  'pitr-precedence-period-range-before-disable-rule': { then: stillOff },
  'pitr-spec-empty': { then: stillOff },
  'pitr-update-just-active': { given: (stage) => young(stage, 9_000) },
  'pitr-update-missing-table': { given: async ({ vars }) => (vars['TABLE'] = 'Missing') },
  'pitr-update-deleting-later': {
    given: (stage) => deleted(stage, 'Source', 2_000),
    then: async (stage) => expect(await statusOf(stage, 'Source')).toBe('DELETING'),
  },
  'pitr-source-deleting-first-second': {
    given: async (stage) => {
      await recoverable(stage);
      await deleted(stage, 'Live', 500);
    },
    then: async (stage) => {
      stage.advance(stage.sandbox.durations.restoreInRegion);
      expect(await statusOf(stage, 'Target')).toBe('ACTIVE');
      expect(await countOf(stage, 'Target')).toBe(1);
    },
  },
  'pitr-source-deleting-later': {
    given: async (stage) => {
      await recoverable(stage);
      await deleted(stage, 'Live', 2_440);
    },
    then: noTarget,
  },
  'xr-pitr-with-sse': {
    region: away,
    given: async (stage) => {
      await recoverable(stage);
      stage.vars['SOURCE_ARN other Region'] = tableArn('Live');
    },
    then: async (stage) => {
      await noTarget(stage);
      stage.advance(252_000);
      expect(await statusOf(stage, 'Target', away)).toBe('ACTIVE');
    },
  },
  'xr-pitr-by-name': { region: away, given: (stage) => recoverable(stage) },
  'enc-key-hmac-pitr': {
    given: async (stage) => {
      await recoverable(stage);
      stage.vars['KEY'] = key('alias/hmac');
    },
    then: noTarget,
  },
  'throttle-describe-continuous-backups': {
    given: async (stage) => {
      for (let n = 0; n < 11; n += 1) await stage.done('DescribeContinuousBackups', { TableName: 'Source' });
    },
  },
  'throttle-update-continuous-backups': {
    given: async (stage) => {
      for (let n = 0; n < 11; n += 1) await set(stage, on());
    },
  },
};
