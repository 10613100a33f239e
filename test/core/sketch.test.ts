import { describe, expect, test } from 'vitest';
import type { BackupDescription, Facts, TableDescription } from '../../server/core/facts';
import { recordedSource, type Recorded } from '../../server/core/recorded';
import { recordedSketch, restoredSketch } from '../../server/core/sketch';
import { parseSpec } from '../../server/core/spec/spec';
import { backup, facts, fromBackup, fromTable, sourceGone, systemBackup, table } from '../plans/world';
import { vectorBackup } from '../rules/facts';

function source(spec: object, changes: Partial<Facts> = {}): Recorded {
  const found = recordedSource(parseSpec(JSON.stringify(spec)), { ...facts, ...changes });
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const ofBackup = (changes: Partial<Facts> = {}) =>
  recordedSketch(source(fromBackup, changes), { ...facts, ...changes });
const ofTable = (changes: Partial<TableDescription>, more: Partial<Facts> = {}) => {
  const all = { ...more, source: { ...table, ...changes } };
  return recordedSketch(source(fromTable, all), { ...facts, ...all });
};
const made = (input: object, steps: [string, unknown][] = [], changes: Partial<Facts> = {}) =>
  restoredSketch(
    source(fromBackup, changes),
    { TargetTableName: 'T', ...input },
    steps.map(([setting, value]) => ({ setting, value, from: 'written', words: '' })),
  );
const features = (changes: Partial<BackupDescription['SourceTableFeatureDetails']>): Partial<Facts> => ({
  backup: { ...backup, SourceTableFeatureDetails: { ...backup.SourceTableFeatureDetails, ...changes } },
});

describe('the source as it was', () => {
  test('has the settings of the live table, as far as they were read', () => {
    expect(ofBackup()).toMatchObject({
      TableClass: 'STANDARD_INFREQUENT_ACCESS',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 14 },
      Tags: [{ Key: 'aws:cloudformation:stack-name' }, { Key: 'team' }],
    });
    const unread = ofBackup({
      source: 'unknown',
      continuousBackups: 'unknown',
      sourceTags: 'unknown',
      sourceTimeToLive: 'unknown',
    });
    for (const member of [
      'TableClass',
      'DeletionProtectionEnabled',
      'PointInTimeRecoverySpecification',
      'Tags',
    ])
      expect(unread).not.toHaveProperty(member);
    expect(unread).toMatchObject({
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
      TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
    });
  });

  test('has what a table has of which nothing is said', () => {
    const {
      TableClassSummary: _class,
      DeletionProtectionEnabled: _protection,
      StreamSpecification: _stream,
      SSEDescription: _key,
      ...bare
    } = table;
    const all = { source: bare, continuousBackups: { ContinuousBackupsStatus: 'ENABLED' as const } };
    expect(recordedSketch(source(fromTable, all), { ...facts, ...all })).toMatchObject({
      TableClass: 'STANDARD',
      DeletionProtectionEnabled: false,
      StreamSpecification: { StreamEnabled: false },
      SSESpecification: { Enabled: false },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
    });
    expect(ofTable({ TableClassSummary: {} }).TableClass).toBe('STANDARD');
  });

  test('shows no period of recovery where none is told', () =>
    expect(
      ofTable(
        {},
        {
          continuousBackups: {
            ContinuousBackupsStatus: 'ENABLED',
            PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' },
          },
        },
      ).PointInTimeRecoverySpecification,
    ).toEqual({ PointInTimeRecoveryEnabled: true }));

  test('of a deleted table whose backup recorded nothing is its key and its billing alone', () => {
    const gone = { backup: systemBackup, ...sourceGone };
    expect(Object.keys(recordedSketch(source(fromBackup, gone), { ...facts, ...gone }))).toEqual([
      'TableName',
      'KeySchema',
      'BillingMode',
      'ProvisionedThroughput',
      'LocalSecondaryIndexes',
      'GlobalSecondaryIndexes',
      'VectorIndexes',
    ]);
  });

  test('has neither stream nor time to live where the backup recorded that it had none', () => {
    const {
      StreamDescription: _stream,
      TimeToLiveDescription: _ttl,
      ...none
    } = backup.SourceTableFeatureDetails;
    const gone = { backup: { ...backup, SourceTableFeatureDetails: none }, ...sourceGone };
    expect(recordedSketch(source(fromBackup, gone), { ...facts, ...gone })).toMatchObject({
      StreamSpecification: { StreamEnabled: false },
      TimeToLiveSpecification: { Enabled: false },
    });
  });

  test('has a key of AWS KMS where no type is told', () =>
    expect(
      ofBackup(features({ SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: 'k' } })).SSESpecification,
    ).toEqual({
      Enabled: true,
      SSEType: 'KMS',
      KMSMasterKeyId: 'k',
    }));

  test('lists indexes and tags by name, whatever the order they come in', () => {
    const named = (...names: string[]) =>
      names.map((IndexName) => ({ IndexName, KeySchema: [], Projection: {} }));
    const tags = (...keys: string[]) => keys.map((Key) => ({ Key, Value: '' }));
    for (const names of [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
      ['b', 'c', 'a'],
    ]) {
      const all = ofTable({ GlobalSecondaryIndexes: named(...names) }, { sourceTags: tags(...names) });
      expect(all).toMatchObject({
        GlobalSecondaryIndexes: ['a', 'b', 'c'].map((IndexName) => ({ IndexName })),
        Tags: tags('a', 'b', 'c'),
      });
    }
  });
});

describe('the table that will be made', () => {
  test('has nothing that a restored table begins without, unless a step puts it back', () => {
    expect(made({})).toMatchObject({
      TableName: 'T',
      TableClass: 'STANDARD',
      DeletionProtectionEnabled: false,
      StreamSpecification: { StreamEnabled: false },
      TimeToLiveSpecification: { Enabled: false },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
      Tags: [],
    });
    const steps: [string, unknown][] = [
      ['TableClass', 'STANDARD_INFREQUENT_ACCESS'],
      ['DeletionProtectionEnabled', true],
      ['StreamSpecification', { StreamEnabled: true }],
      ['TimeToLiveSpecification', { Enabled: true, AttributeName: 'x' }],
      ['Tags', [{ Key: 'a', Value: 'b' }]],
    ];
    expect(made({}, steps)).toMatchObject(Object.fromEntries(steps));
  });

  test.each<[object, object]>([
    [{ PointInTimeRecoveryEnabled: true }, { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 }],
    [
      { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
      { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
    ],
    [{ PointInTimeRecoveryEnabled: false }, { PointInTimeRecoveryEnabled: false }],
  ])('recovery written as %j is %j', (written, shown) =>
    expect(
      made({}, [['PointInTimeRecoverySpecification', written]]).PointInTimeRecoverySpecification,
    ).toEqual(shown),
  );

  const owned = { Enabled: false };
  const managed = { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/aws/dynamodb' };
  test.each<[object | undefined, object]>([
    [
      undefined,
      {
        Enabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: facts.sourceKey === 'unknown' ? '' : (facts.sourceKey as { Arn: string }).Arn,
      },
    ],
    [{}, owned],
    [{ Enabled: false }, owned],
    [{ Enabled: false, SSEType: 'KMS' }, owned],
    [{ Enabled: true }, managed],
    [{ SSEType: 'KMS' }, managed],
    [{ Enabled: true, SSEType: 'KMS' }, managed],
    [
      { Enabled: true, KMSMasterKeyId: 'alias/x' },
      { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/x' },
    ],
  ])('the key for %j is %j', (SSESpecificationOverride, shown) =>
    expect(made({ SSESpecificationOverride }).SSESpecification).toEqual(shown),
  );

  test.each<[object, Partial<Facts>, object]>([
    [
      { OnDemandThroughputOverride: { MaxReadRequestUnits: -1, MaxWriteRequestUnits: 5 } },
      {},
      { OnDemandThroughput: { MaxWriteRequestUnits: 5 } },
    ],
    [{ OnDemandThroughputOverride: { MaxReadRequestUnits: -1, MaxWriteRequestUnits: -1 } }, {}, {}],
    [{}, {}, {}],
  ])('on demand with %j it has the maxima that are some', (input, changes, capacity) => {
    const { OnDemandThroughput, ProvisionedThroughput } = made(
      { BillingModeOverride: 'PAY_PER_REQUEST', ...input },
      [],
      changes,
    );
    expect({ OnDemandThroughput, ProvisionedThroughput }).toEqual({
      OnDemandThroughput: undefined,
      ProvisionedThroughput: undefined,
      ...capacity,
    });
    expect('OnDemandThroughput' in made({ BillingModeOverride: 'PAY_PER_REQUEST', ...input })).toBe(
      'OnDemandThroughput' in capacity,
    );
  });

  test('has no capacity where none is recorded for it', () => {
    const onDemand = {
      backup: {
        ...backup,
        SourceTableDetails: { ...backup.SourceTableDetails, BillingMode: 'PAY_PER_REQUEST' as const },
      },
    };
    expect(made({ BillingModeOverride: 'PROVISIONED' }, [], onDemand)).not.toHaveProperty(
      'ProvisionedThroughput',
    );
  });

  test('has the vector indexes of the source, or those that are asked for', () => {
    const [recorded] = vectorBackup().SourceTableFeatureDetails.VectorIndexes ?? [];
    if (recorded === undefined) throw new Error('the backup has a vector index');
    const changes = { backup: vectorBackup() };
    const { IndexName, VectorAttribute, Dimensions, DistanceFunction, Projection } = recorded;
    expect(made({}, [], changes).VectorIndexes).toEqual([
      { IndexName, VectorAttribute, Dimensions, DistanceFunction, Projection },
    ]);
    expect(made({ VectorIndexOverride: [] }, [], changes).VectorIndexes).toEqual([]);
    const SearchSchema = [{ AttributeName: 'lang', SearchSchemaElementType: 'FILTER' }];
    expect(
      made({ VectorIndexOverride: [{ IndexName: 'v', SearchSchema }] }, [], changes).VectorIndexes,
    ).toMatchObject([{ IndexName: 'v', SearchSchema }]);
  });
});
