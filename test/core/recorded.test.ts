import { describe, expect, test } from 'vitest';
import type { Facts } from '../../server/core/facts';
import { effectiveBillingMode, recordedIndexes, recordedSource } from '../../server/core/recorded';
import { parseSpec } from '../../server/core/spec/spec';
import { stillKnown } from '../../server/core/still-known';
import {
  fromBackup,
  fromTable,
  known,
  ordersBackup,
  ordersTable,
  provisionedBackup,
  systemBackup,
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
