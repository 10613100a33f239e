import { expect } from 'vitest';
import { backup, backups, deleted, recoverable, table, type Summary } from './scenes';
import { away, home, startedAt, tableArn, type Outcome, type Scenarios, type Stage } from './stage';

const names = ({ output }: Outcome): string[] =>
  (output['BackupSummaries'] as Summary[]).map(({ BackupName }) => BackupName);

/** Five USER backups and one SYSTEM backup of one name. */
async function sixBackups(stage: Stage): Promise<void> {
  await recoverable(stage);
  for (let n = 0; n < 5; n += 1) backup(stage, 'Live');
  await deleted(stage, 'Live', 10_000);
}

const seededAt = startedAt - 60_000;

export const listingScenarios: Scenarios = {
  'list-default-is-user': {
    given: sixBackups,
    then: (_stage, outcome) => expect(names(outcome)).toEqual(Array.from({ length: 5 }, () => 'of-scene')),
  },
  'list-type-all': { given: sixBackups, then: (_stage, outcome) => expect(names(outcome)).toHaveLength(6) },
  'list-type-aws-backup-empty': { then: (_stage, outcome) => expect(names(outcome)).toEqual([]) },
  'list-type-invalid': {},
  'list-lower-bound-inclusive': {
    given: async ({ vars }) => (vars['T'] = new Date(seededAt)),
    then: async (stage, outcome) => {
      expect(names(outcome)).toEqual(['first']);
      const later = await stage.call('ListBackups', {
        TableName: 'Source',
        TimeRangeLowerBound: new Date(seededAt + 1),
      });
      expect(names(later)).toEqual([]);
    },
  },
  'list-upper-bound-exclusive': {
    given: async ({ vars }) => (vars['T'] = new Date(seededAt)),
    then: async (stage, outcome) => {
      expect(names(outcome)).toEqual([]);
      const later = await stage.call('ListBackups', {
        TableName: 'Source',
        TimeRangeUpperBound: new Date(seededAt + 1),
      });
      expect(names(later)).toEqual(['first']);
    },
  },
  'list-range-inverted': {
    given: async ({ vars }) => Object.assign(vars, { T1: new Date(seededAt), T2: new Date(seededAt + 1) }),
  },
  'list-limit-101': {},
  'list-limit-0': {},
  'list-cursor-of-deleted-backup': {
    given: async (stage) => {
      backup(stage, 'Source');
      const [first] = await backups(stage, 'Source');
      await stage.done('DeleteBackup', { BackupArn: first?.BackupArn });
      stage.vars['BACKUP_ARN'] = first?.BackupArn;
    },
    then: (_stage, outcome) => expect(names(outcome)).toEqual(['of-scene']),
  },
  'list-missing-table': {
    given: async ({ vars }) => (vars['TABLE'] = 'Missing'),
    then: (_stage, outcome) => expect(names(outcome)).toEqual([]),
  },
  'list-deleted-table': {
    given: (stage) => deleted(stage, 'Source', 10_000),
    then: (_stage, outcome) => expect(names(outcome)).toEqual(['first']),
  },
  'list-summary-members': {
    given: async (stage) => {
      await table(stage, 'Thrice');
      for (const _ of [1, 2, 3]) backup(stage, 'Thrice');
      stage.vars['TABLE'] = 'Thrice';
    },
    then: (_stage, { output }) => {
      const listed = output['BackupSummaries'] as Summary[];
      const times = listed.map(({ BackupCreationDateTime }) => BackupCreationDateTime.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Object.keys(listed[0] ?? {}).toSorted()).toEqual(
        'BackupArn BackupCreationDateTime BackupName BackupSizeBytes BackupStatus BackupType TableArn TableId TableName'.split(
          ' ',
        ),
      );
    },
  },
  'list-other-region-empty': {
    region: away,
    then: (_stage, outcome) => expect(names(outcome)).toEqual([]),
  },
  'tables-list-arn-cursor': {},
  'tables-list-limit-0': {},
  'tables-list-new-within-100ms': {
    given: async (stage) => {
      await table(stage, 'Dying');
      await deleted(stage, 'Dying', 4_900);
      await stage.done('CreateTable', newTable('Newest'));
    },
    then: async (stage, { output }) => {
      expect(output['TableNames']).toEqual(['Dying', 'Newest', 'Source']);
      stage.advance(100);
      expect((await stage.done('ListTables', {}))['TableNames']).toEqual(['Newest', 'Source']);
    },
  },
  'table-describe-by-arn': {
    then: (_stage, outcome) => expect(tableIn(outcome)['TableName']).toBe('Source'),
  },
  'table-describe-arn-other-region': {
    given: async ({ vars }) => (vars['ARN other Region'] = tableArn('Source', away)),
  },
  'table-describe-arn-other-account': {
    given: async ({ vars }) => (vars['ARN other account'] = tableArn('Source', home, '999988887777')),
  },
  'table-describe-short-name': {},
  'table-describe-right-after-create': {
    given: async (stage) => {
      await stage.done('CreateTable', newTable('Young'));
      stage.vars['TABLE'] = 'Young';
    },
    then: (_stage, outcome) => expect(tableIn(outcome)['TableStatus']).toBe('CREATING'),
  },
  'table-describe-on-demand-shape': {
    then: (_stage, outcome) => {
      expect(tableIn(outcome)).toMatchObject({
        ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
        WarmThroughput: { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4_000 },
      });
      expect(tableIn(outcome)).not.toHaveProperty('OnDemandThroughput');
    },
  },
  'table-describe-provisioned-shape': {
    given: async (stage) => {
      await table(stage, 'Fixed', { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } });
      stage.vars['TABLE'] = 'Fixed';
    },
    then: (_stage, outcome) => expect(tableIn(outcome)).not.toHaveProperty('BillingModeSummary'),
  },
  'table-describe-absent-means': {
    then: (_stage, outcome) => {
      const shown = tableIn(outcome);
      for (const member of [
        'TableClassSummary',
        'SSEDescription',
        'StreamSpecification',
        'Tags',
        'TimeToLiveDescription',
      ]) {
        expect(shown).not.toHaveProperty(member);
      }
      expect(shown['DeletionProtectionEnabled']).toBe(false);
    },
  },
  'table-update-response-stale': {
    given: async (stage) => {
      await table(stage, 'Fixed', { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } });
      stage.vars['TABLE'] = 'Fixed';
    },
    then: async (stage, { output }) => {
      const old = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 };
      expect(output['TableDescription']).toMatchObject({
        TableStatus: 'UPDATING',
        ProvisionedThroughput: old,
      });
      stage.advance(60_000);
      const { Table } = await stage.done('DescribeTable', { TableName: 'Fixed' });
      expect(Table).toMatchObject({ TableStatus: 'ACTIVE', ProvisionedThroughput: { ReadCapacityUnits: 7 } });
    },
  },
};

const tableIn = ({ output }: Outcome): Record<string, unknown> => output['Table'] as Record<string, unknown>;

function newTable(name: string): object {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  };
}
