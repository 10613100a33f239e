import { describe, expect, test } from 'vitest';
import type { Facts } from '../../server/core/facts';
import { plannedSteps } from '../../server/core/planned-steps';
import { recordedSource } from '../../server/core/recorded';
import { parseSpec } from '../../server/core/spec/spec';
import { facts, fromBackup, fromTable, sourceGone, systemBackup, table } from '../plans/world';

/** Rules refuse most of these wishes before; were they silent, no plan would be made all the same. */

function planned(spec: object, changes: Partial<Facts> = {}) {
  const parsed = parseSpec(JSON.stringify(spec));
  const known = { ...facts, ...changes };
  const source = recordedSource(parsed, known);
  if (typeof source === 'string') throw new Error(source);
  return plannedSteps(parsed, known, source);
}

const after = (AfterRestore: object) => ({ ...fromBackup, AfterRestore });
const unread = { sourceTags: 'unknown', sourceTimeToLive: 'unknown', continuousBackups: 'unknown' } as const;

describe('a wish that cannot be met', () => {
  const beyondUs = 'this version cannot put it back: write "Skip" and do it by hand once the table is ACTIVE';
  test.each<[object, Partial<Facts>, setting: string, at: string, why: string]>([
    [{ ContributorInsights: [{}] }, {}, 'ContributorInsights', 'ContributorInsights', beyondUs],
    [{ Replicas: 'FromSource' }, {}, 'Replicas', 'Replicas', beyondUs],
    [
      { Tags: 'FromSnapshot' },
      {},
      'Tags',
      'Tags',
      'settings snapshots cannot be read by this version: write the setting out, or "Skip"',
    ],
    [
      { Tags: 'FromSource' },
      sourceGone,
      'Tags',
      'Tags',
      'the source table no longer stands: write the setting out, or "Skip"',
    ],
    [
      { Tags: 'FromSource' },
      unread,
      'Tags',
      'Tags',
      'it could not be read from the source table: write the setting out, or "Skip"',
    ],
    [
      { Tags: 'FromBackup' },
      {},
      'Tags',
      'Tags',
      'this source recorded no such setting: write the setting out, or "Skip"',
    ],
    [
      { Default: 'FromSource' },
      { sourceTags: 'unknown' },
      'Tags',
      'Default',
      'it could not be read from the source table: write the setting out, or "Skip"',
    ],
  ])('%j is a problem with one way out', (wish, changes, setting, at, why) => {
    const { problems } = planned(after(wish), changes);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'setting-not-applied',
        severity: 'error',
        message: `AfterRestore.${setting} cannot be met: ${why}.`,
        path: ['AfterRestore', at],
        fixes: [
          {
            title: `Leave ${setting} behind`,
            edits: [{ kind: 'set', path: ['AfterRestore', setting], value: 'Skip' }],
          },
        ],
      }),
    ]);
  });

  test('is none where only the default asks for it and the source table is gone: it is left behind', () => {
    const { problems, staysBehind } = planned(after({ Default: 'FromSource' }), sourceGone);
    expect(problems).toEqual([]);
    expect(staysBehind).toContainEqual({
      setting: 'Tags',
      words:
        'the new table has no tags: cost reports and tag-based permissions do not know it: the source table no longer stands',
    });
  });
});

describe('what is put back', () => {
  const plain = { ...table, StreamSpecification: undefined as never };
  const { TableClassSummary: _class, DeletionProtectionEnabled: _protection, ...classless } = table;

  test.each<[object, Partial<Facts>, steps: [setting: string, from: string, words: string][]]>([
    [
      { Default: 'FromSource' },
      {},
      [
        ['TableClass', 'FromSource', 'change the table class to STANDARD_INFREQUENT_ACCESS'],
        [
          'StreamSpecification',
          'FromSource',
          'turn the stream on (NEW_AND_OLD_IMAGES); it gets a new ARN, which its readers must be given',
        ],
        ['PointInTimeRecoverySpecification', 'FromSource', 'turn point-in-time recovery on (14 days)'],
        ['Tags', 'FromSource', 'set 1 tag: team'],
        ['DeletionProtectionEnabled', 'FromSource', 'turn deletion protection on'],
        [
          'TimeToLiveSpecification',
          'FromSource',
          'turn time to live on for expiresAt, last of all: items that have expired since are then deleted',
        ],
      ],
    ],
    [
      {
        StreamSpecification: 'FromBackup',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
      {},
      [
        [
          'StreamSpecification',
          'FromBackup',
          'turn the stream on (KEYS_ONLY); it gets a new ARN, which its readers must be given',
        ],
        ['PointInTimeRecoverySpecification', 'written', 'turn point-in-time recovery on (35 days)'],
      ],
    ],
    [{ StreamSpecification: { StreamEnabled: false } }, {}, []],
    [{ TimeToLiveSpecification: { Enabled: false, AttributeName: 'expiresAt' } }, {}, []],
    [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } }, {}, []],
    [{ Tags: [], DeletionProtectionEnabled: false, TableClass: 'STANDARD' }, {}, []],
    [{ StreamSpecification: 'FromSource' }, { source: plain }, []],
    [{ TableClass: 'FromSource', DeletionProtectionEnabled: 'FromSource' }, { source: classless }, []],
    [
      { PointInTimeRecoverySpecification: 'FromSource' },
      { continuousBackups: { ContinuousBackupsStatus: 'ENABLED' } },
      [],
    ],
    [
      { TimeToLiveSpecification: 'FromSource' },
      { sourceTimeToLive: { TimeToLiveStatus: 'DISABLING', AttributeName: 'x' } },
      [],
    ],
    [{ TimeToLiveSpecification: 'FromSource' }, { sourceTimeToLive: { TimeToLiveStatus: 'ENABLED' } }, []],
    [
      { TimeToLiveSpecification: 'FromSource' },
      { sourceTimeToLive: { TimeToLiveStatus: 'ENABLING', AttributeName: 'x' } },
      [
        [
          'TimeToLiveSpecification',
          'FromSource',
          'turn time to live on for x, last of all: items that have expired since are then deleted',
        ],
      ],
    ],
    [
      { Tags: 'FromSource' },
      {
        sourceTags: [
          { Key: 'c', Value: '' },
          { Key: 'AWS:x', Value: '' },
          { Key: 'a', Value: '' },
          { Key: 'b', Value: '' },
        ],
      },
      [['Tags', 'FromSource', 'set 3 tags: a, b, c']],
    ],
  ])('for %j', (wish, changes, steps) => {
    const { steps: found, problems } = planned(after(wish), changes);
    expect(found.map(({ setting, from, words }) => [setting, from, words])).toEqual(steps);
    expect(problems).toEqual([]);
  });
});

describe('what stays behind', () => {
  const left = (spec: object, changes: Partial<Facts> = {}) =>
    planned(spec, changes).staysBehind.map(({ setting, words }) => `${setting}: ${words}`);

  test('is named one by one where the source is known to have it, and together where it was not looked at', () => {
    expect(
      left(after({ Default: 'Skip' }), { source: { ...table, Replicas: [{ RegionName: 'eu-west-2' }] } }),
    ).toEqual([
      'TableClass: the new table is of class STANDARD',
      'StreamSpecification: the new table has no stream',
      'PointInTimeRecoverySpecification: the new table is not protected by point-in-time recovery',
      'Tags: the new table has no tags: cost reports and tag-based permissions do not know it',
      'DeletionProtectionEnabled: the new table can be deleted by anyone who may',
      'TimeToLiveSpecification: expired items are not deleted from the new table',
      'Replicas: the new table stands in one Region alone; this version cannot put it back',
      'Others: not looked at, and not put back by this version: WarmThroughput, ContributorInsights, KinesisStreamingDestinations, ResourcePolicy, ScalableTargets, Alarms',
      'IAM policies and event source mappings: policies, Lambda mappings and programs that name the old table or its stream still do',
    ]);
  });

  test('is not known of a deleted table whose backup recorded nothing', () => {
    const spec = { ...fromBackup, BackupArn: systemBackup.BackupDetails.BackupArn };
    expect(left(spec, { backup: systemBackup, ...sourceGone })[0]).toBe(
      'Others: not looked at, and not put back since this file does not ask for it: TableClass, StreamSpecification, PointInTimeRecoverySpecification, Tags, DeletionProtectionEnabled, TimeToLiveSpecification',
    );
  });

  test('is what the backup recorded, when the table is gone', () => {
    expect(left(fromBackup, sourceGone).slice(0, 2)).toEqual([
      'StreamSpecification: the new table has no stream',
      'TimeToLiveSpecification: expired items are not deleted from the new table',
    ]);
  });

  test('of a table restored to a point in time is what it has today', () =>
    expect(left({ ...fromTable, AfterRestore: { Default: 'Skip' } }, unread)).not.toContain(
      'TimeToLiveSpecification: expired items are not deleted from the new table',
    ));
});
