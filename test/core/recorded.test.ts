import { describe, expect, test } from 'vitest';
import type { Facts, TableDescription } from '../../server/core/facts';
import { effectiveBillingMode, recordedIndexes, recordedSource } from '../../server/core/recorded';
import { parseSpec } from '../../server/core/spec/spec';
import { stillKnown } from '../../server/core/still-known';
import {
  fromBackup,
  fromTable,
  known,
  ordersArn,
  ordersBackup,
  ordersTable,
  provisionedBackup,
  systemBackup,
  vectorBackup,
} from '../rules/facts';

const backupSpec = parseSpec(`{ ${fromBackup} }`);
const tableSpec = parseSpec(`{ ${fromTable} }`);

function recorded(spec: typeof backupSpec, facts: Partial<Facts>) {
  const found = recordedSource(spec, known(facts));
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('what a restore starts from', () => {
  test.each<[string, typeof backupSpec, Partial<Facts>, string]>([
    ['an unknown backup', backupSpec, { source: ordersTable() }, 'unknown'],
    ['a missing backup', backupSpec, { backup: 'missing' }, 'missing'],
    ['an unknown table', tableSpec, { backup: ordersBackup() }, 'unknown'],
    ['a missing table', tableSpec, { source: 'missing' }, 'missing'],
    ['no source', parseSpec('{}'), { backup: ordersBackup(), source: ordersTable() }, 'unknown'],
  ])('%s', (_, spec, facts, found) => expect(recordedSource(spec, known(facts))).toBe(found));

  test('a backup tells what it recorded', () =>
    expect(recorded(backupSpec, { backup: ordersBackup() })).toMatchObject({
      from: 'backup',
      tableName: 'Orders',
      billingMode: 'PAY_PER_REQUEST',
      features: {
        stream: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        timeToLive: { AttributeName: 'expiresAt' },
        localIndexes: [{ IndexName: 'byTotal' }],
      },
    }));

  test('the backup of a deleted table tells no features, an ordinary one without features tells that there are none', () => {
    expect(recorded(backupSpec, { backup: systemBackup() }).features).toBe('not recorded');
    const plain = { ...ordersBackup(), SourceTableFeatureDetails: {} };
    expect(recorded(backupSpec, { backup: plain }).features).toEqual({
      globalIndexes: [],
      localIndexes: [],
      vectorIndexes: [],
    });
  });

  test('a billing mode that is not told means PROVISIONED', () => {
    const { BillingMode: _, ...details } = provisionedBackup().SourceTableDetails;
    expect(
      recorded(backupSpec, { backup: { ...provisionedBackup(), SourceTableDetails: details } }).billingMode,
    ).toBe('PROVISIONED');
    const { BillingModeSummary: __, ...table } = ordersTable();
    expect(recorded(tableSpec, { source: table }).billingMode).toBe('PROVISIONED');
  });

  test('a live table tells its time to live only once that was read, and only if it is on', () => {
    const on = { TimeToLiveStatus: 'ENABLED' as const, AttributeName: 'expiresAt' };
    expect(recorded(tableSpec, { source: ordersTable() }).features).not.toHaveProperty('timeToLive');
    expect(recorded(tableSpec, { source: ordersTable(), sourceTimeToLive: on }).features).toHaveProperty(
      'timeToLive',
      on,
    );
    const off = { TimeToLiveStatus: 'DISABLED' as const };
    expect(recorded(tableSpec, { source: ordersTable(), sourceTimeToLive: off }).features).not.toHaveProperty(
      'timeToLive',
    );
  });

  test('an index is offered as it can be written: capacity only where there is one, no states', () => {
    const entries = (facts: Partial<Facts>, spec = backupSpec) =>
      recordedIndexes(recorded(spec, facts))?.map(({ entry }) => Object.keys(entry));
    const bare = ['IndexName', 'KeySchema', 'Projection'];
    expect(entries({ backup: ordersBackup() })).toEqual([bare, bare, bare]);
    expect(entries({ backup: provisionedBackup() })?.[0]).toEqual([...bare, 'ProvisionedThroughput']);
    const active = ordersTable().GlobalSecondaryIndexes?.map((index) => ({
      ...index,
      IndexStatus: 'ACTIVE',
    }));
    expect(
      entries({ source: ordersTable({ GlobalSecondaryIndexes: active ?? [] }) }, tableSpec)?.[0],
    ).toEqual(bare);
    expect(recordedIndexes(recorded(backupSpec, { backup: systemBackup() }))).toBeUndefined();
  });

  const details = ordersBackup().BackupDetails;
  const { TableArn: _arn, TableSizeBytes: _size, ...bare } = ordersBackup().SourceTableDetails;
  const { BackupSizeBytes: _bytes, ...sizeless } = details;

  test.each<[string, Partial<Facts>, object, lacking: string[]]>([
    [
      'everything',
      { backup: ordersBackup({ table: { TableSizeBytes: 7 } }) },
      { tableArn: ordersArn, sizeBytes: details.BackupSizeBytes },
      ['provisionedThroughput', 'onDemandThroughput'],
    ],
    [
      'no size of the backup, but one of the table',
      { backup: { ...ordersBackup({ table: { TableSizeBytes: 7 } }), BackupDetails: sizeless } },
      { sizeBytes: 7 },
      [],
    ],
    [
      'neither ARN nor size',
      { backup: { ...ordersBackup(), BackupDetails: sizeless, SourceTableDetails: bare } },
      {},
      ['tableArn', 'sizeBytes', 'onDemandThroughput'],
    ],
    [
      'capacity',
      { backup: provisionedBackup() },
      { provisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 5 } },
      [],
    ],
    [
      'maxima',
      { backup: ordersBackup({ table: { OnDemandThroughput: { MaxReadRequestUnits: 5 } } }) },
      { onDemandThroughput: { MaxReadRequestUnits: 5 } },
      [],
    ],
  ])('the backup that tells %s is taken at its word', (_, facts, tells, lacking) => {
    const found = recorded(backupSpec, facts);
    expect(found).toMatchObject(tells);
    for (const member of lacking) expect(found).not.toHaveProperty(member);
  });

  const live = { ...ordersTable(), TableSizeBytes: 7 };
  const { TableSizeBytes: _live, ...unmeasured } = live;
  const units = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 };
  test.each<[string, TableDescription, object, lacking: string[]]>([
    ['size', live, { from: 'table', tableArn: ordersArn, sizeBytes: 7 }, ['onDemandThroughput']],
    ['no size', unmeasured, {}, ['sizeBytes']],
    [
      'maxima',
      { ...live, OnDemandThroughput: { MaxReadRequestUnits: 5 } },
      { onDemandThroughput: { MaxReadRequestUnits: 5 } },
      [],
    ],
    [
      'units although it is on demand',
      { ...live, BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' }, ProvisionedThroughput: units },
      {},
      ['provisionedThroughput'],
    ],
    [
      'units',
      { ...live, BillingModeSummary: {}, ProvisionedThroughput: { ...units, ReadCapacityUnits: 9 } },
      { provisionedThroughput: { ReadCapacityUnits: 9 } },
      [],
    ],
  ])('the table that tells %s is taken at its word', (_, source, tells, lacking) => {
    const found = recorded(tableSpec, { source });
    expect(found).toMatchObject(tells);
    for (const member of lacking) expect(found).not.toHaveProperty(member);
  });

  test('a table without indexes has none, of any kind', () => {
    const {
      GlobalSecondaryIndexes: _g,
      LocalSecondaryIndexes: _l,
      VectorIndexes: _v,
      ...plain
    } = ordersTable();
    expect(recorded(tableSpec, { source: plain }).features).toMatchObject({
      globalIndexes: [],
      localIndexes: [],
      vectorIndexes: [],
    });
  });

  test('a backup of any kind that lists features has recorded them', () => {
    const aws = { ...ordersBackup({ details: { BackupType: 'AWS_BACKUP' } }) };
    expect(recorded(backupSpec, { backup: aws }).features).toMatchObject({
      localIndexes: [{ IndexName: 'byTotal' }],
    });
  });

  test.each<[object, on: string[]]>([
    [{ SSEDescription: { Status: 'DISABLED' } }, []],
    [{ SSEDescription: { Status: 'ENABLED' } }, ['encryption']],
    [{ SSEDescription: {} }, ['encryption']],
    [{ StreamDescription: { StreamEnabled: false } }, []],
    [{ StreamDescription: { StreamEnabled: true } }, ['stream']],
    [{ TimeToLiveDescription: { TimeToLiveStatus: 'ENABLING' } }, ['timeToLive']],
    [{ TimeToLiveDescription: { TimeToLiveStatus: 'DISABLING' } }, []],
    [{ TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } }, []],
  ])('of %j what is on is kept', (SourceTableFeatureDetails, on) => {
    const features = recorded(backupSpec, {
      backup: { ...ordersBackup(), SourceTableFeatureDetails },
    }).features;
    expect(Object.keys(features).filter((name) => !name.endsWith('Indexes'))).toEqual(on);
  });

  test.each<[object, capacity: object]>([
    [
      { ReadCapacityUnits: 4, WriteCapacityUnits: 2 },
      { ProvisionedThroughput: { ReadCapacityUnits: 4, WriteCapacityUnits: 2 } },
    ],
    [{ ReadCapacityUnits: 0, WriteCapacityUnits: 2 }, {}],
    [{ ReadCapacityUnits: 2, WriteCapacityUnits: 0 }, {}],
    [
      { ReadCapacityUnits: 1, WriteCapacityUnits: 1, NumberOfDecreasesToday: 0 },
      { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
    ],
  ])('an index with %j is offered with what a request may say of it', (units, capacity) => {
    const plain = { IndexName: 'i', KeySchema: [], Projection: {} };
    const maxima = { OnDemandThroughput: { MaxReadRequestUnits: 3 } };
    const index = { ...plain, ...maxima, IndexStatus: 'ACTIVE', ProvisionedThroughput: units as never };
    const backup = ordersBackup({ features: { GlobalSecondaryIndexes: [index] } });
    expect(recordedIndexes(recorded(backupSpec, { backup }))?.[0]?.entry).toEqual({
      ...plain,
      ...maxima,
      ...capacity,
    });
  });

  test('a vector index is offered with its search schema where it has one', () => {
    const [plain] = vectorBackup().SourceTableFeatureDetails.VectorIndexes ?? [];
    if (plain === undefined) throw new Error('the backup has a vector index');
    const entryOf = (index: typeof plain) =>
      recordedIndexes(
        recorded(backupSpec, { backup: ordersBackup({ features: { VectorIndexes: [index] } }) }),
      )?.find(({ list }) => list === 'VectorIndexOverride')?.entry;
    const SearchSchema = [{ AttributeName: 'lang', SearchSchemaElementType: 'FILTER' }];
    const { SearchSchema: _none, ...bare } = plain;
    expect(Object.keys(entryOf(bare) ?? {})).not.toContain('SearchSchema');
    expect(entryOf({ ...bare, SearchSchema })).toMatchObject({ SearchSchema });
  });

  test.each<[string, Partial<Facts>, string | undefined]>([
    [`{ ${fromBackup} }`, { backup: ordersBackup() }, 'PAY_PER_REQUEST'],
    [`{ ${fromBackup}, "BillingModeOverride": "PROVISIONED" }`, { backup: ordersBackup() }, 'PROVISIONED'],
    [`{ ${fromBackup}, "BillingModeOverride": "PROVISIONED" }`, {}, 'PROVISIONED'],
    [`{ ${fromBackup}, "BillingModeOverride": "WRONG" }`, { backup: ordersBackup() }, 'PAY_PER_REQUEST'],
    [`{ ${fromBackup} }`, {}, undefined],
  ])('the billing mode of %s', (text, facts, mode) =>
    expect(effectiveBillingMode(parseSpec(text), known(facts))).toBe(mode),
  );
});

describe('facts about one spec say of another', () => {
  const facts = known({
    regionInUse: 'eu-west-1',
    backup: ordersBackup(),
    source: ordersTable(),
    target: 'missing',
  });
  const after = (text: string) => stillKnown(facts, backupSpec, parseSpec(text));

  test('everything while source and target are the same', () =>
    expect(after(`{ ${fromBackup}, "BillingModeOverride": "PROVISIONED" }`)).toEqual(facts));

  test('nothing of the target when it has another name or Region', () => {
    const renamed = after(`{ ${fromBackup.replace('Orders-2', 'Orders-3')} }`);
    expect(renamed).toEqual({ ...facts, target: 'unknown' });
    expect(after(`{ ${fromBackup}, "Region": "eu-west-2" }`)).toEqual({ ...facts, target: 'unknown' });
  });

  test('nothing of the source when it is another', () =>
    expect(after(`{ ${fromTable} }`)).toMatchObject({
      backup: 'unknown',
      source: 'unknown',
      target: 'missing',
    }));
});
