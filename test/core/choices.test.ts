import { describe, expect, test } from 'vitest';
import type { BackupSummary, Choices, Facts } from '../../server/core/facts';
import { describableKey, namedKey } from '../../server/core/named-key';
import { namesakes } from '../../server/core/namesakes';
import { inItsRegion, otherBackups } from '../../server/core/other-backups';
import { parseSpec } from '../../server/core/spec/spec';
import { stillKnown } from '../../server/core/still-known';
import { isUsable, keepSourceKey } from '../../server/core/usable-key';
import {
  atTime,
  backupArn,
  byName,
  customerKeyIn,
  fromBackup,
  fromTable,
  known,
  now,
  ordersArn,
} from '../rules/facts';

const target = '"TargetTableName": "Orders-2"';
const spec = (members: string) => parseSpec(`{ ${members} }`);

describe('the table that was meant', () => {
  const offered = (members: string, sourceTables?: string[]) => [
    ...namesakes(spec(members), known({ choices: sourceTables ? { sourceTables } : {} })),
  ];

  test('is offered by name or by ARN, as the source was written', () => {
    expect(offered(byName.replace('"Orders"', '"Order"'), ['Orders'])).toEqual([
      { title: 'Change to "Orders"', edits: [{ kind: 'set', path: ['SourceTableName'], value: 'Orders' }] },
    ]);
    expect(offered(fromTable, ['Order', 'Customers'])).toEqual([
      {
        title: 'Change to "Order"',
        edits: [{ kind: 'set', path: ['SourceTableArn'], value: ordersArn.replace('Orders', 'Order') }],
      },
    ]);
  });

  test.each<[string, string, string[] | undefined]>([
    ['no tables are known', fromTable, undefined],
    ['none is near', fromTable, ['Customers']],
    ['it is the very name', fromTable, ['Orders']],
    ['a backup is the source', fromBackup, ['Order']],
    ['there is no source', target, ['Order']],
    ['the ARN is none', fromTable.replace(ordersArn, 'Orders'), ['Order']],
  ])('is not guessed where %s', (_, members, tables) => expect(offered(members, tables)).toEqual([]));
});

describe('backups instead', () => {
  const madeAt = (ms: number) => new Date(ms).toISOString().replace('.000', '');
  const named = 1_791_504_762_511;
  const row = (id: string, ms: number, more: Partial<BackupSummary> = {}): BackupSummary => ({
    TableName: 'Orders',
    TableId: 'id',
    TableArn: ordersArn,
    BackupArn: `${ordersArn}/backup/${id}`,
    BackupName: id,
    BackupCreationDateTime: madeAt(Math.floor(ms / 1000) * 1000),
    BackupStatus: 'AVAILABLE',
    BackupType: 'USER',
    ...more,
  });
  const day = 86_400_000;
  const titles = (members: string, choices: Choices, facts: Partial<Facts> = {}) =>
    [...otherBackups(spec(members), known({ choices, ...facts }))].map(({ title }) =>
      title.replace(/ of .*/, ''),
    );

  test('are those nearest in time to the one that is named, at most three', () => {
    const backups = [
      row('a', named + 5 * day),
      row('b', named - 2 * day),
      row('c', named + day),
      row('d', named - 9 * day),
    ];
    expect(titles(fromBackup, { backups })).toEqual([
      'Restore the backup "c"',
      'Restore the backup "b"',
      'Restore the backup "a"',
    ]);
  });

  test('are the newest where none is named', () =>
    expect(
      titles(
        byName,
        { backups: [row('old', now - 9 * day), row('new', now - day)] },
        { regionInUse: 'eu-west-1' },
      ),
    ).toEqual(['Restore the backup "new"', 'Restore the backup "old"']));

  test.each<[string, BackupSummary]>([
    ['it is the one that is named', row('x', named, { BackupArn: backupArn })],
    ['it is not ready', row('x', named, { BackupStatus: 'CREATING' })],
    [
      'it is in another Region',
      row('x', named, { BackupArn: `${ordersArn.replace('eu-west-1', 'eu-west-2')}/backup/x` }),
    ],
    ['its ARN is none', row('x', named, { BackupArn: 'x' })],
  ])('are not offered where %s', (_, odd) => expect(titles(fromBackup, { backups: [odd] })).toEqual([]));

  test('are none where none are known, or nothing is there to be replaced', () => {
    expect(titles(fromBackup, {})).toEqual([]);
    expect(titles(`${target}, "Region": "eu-west-1"`, { backups: [row('x', named)] })).toEqual([]);
  });

  test('take the place of the source, and of the moment that went with it', () => {
    const edits = (members: string) =>
      [...otherBackups(spec(members), known({ choices: { backups: [row('x', named)] } }))][0]?.edits;
    const value = `${ordersArn}/backup/x`;
    expect(edits(fromBackup)).toEqual([{ kind: 'set', path: ['BackupArn'], value }]);
    expect(edits(`${fromBackup}, "RestoreDateTime": "2026-11-20T08:30:00Z"`)).toEqual([
      { kind: 'set', path: ['BackupArn'], value },
    ]);
    expect(edits(`${atTime}, "RestoreDateTime": "2026-11-20T08:30:00Z"`)).toEqual([
      { kind: 'rename', path: ['SourceTableArn'], name: 'BackupArn' },
      { kind: 'set', path: ['SourceTableArn'], value },
      { kind: 'remove', path: ['RestoreDateTime'] },
    ]);
  });

  test('are told by name and time, those of DynamoDB by their kind', () => {
    const told = (backup: BackupSummary) =>
      [...otherBackups(spec(fromBackup), known({ choices: { backups: [backup] } }))][0]?.title;
    expect(told(row('x', Date.UTC(2026, 10, 1)))).toBe('Restore the backup "x" of 2026-11-01T00:00:00Z');
    expect(told(row('x', 0, { BackupType: 'SYSTEM', BackupCreationDateTime: 'odd' }))).toBe(
      'Restore the SYSTEM backup',
    );
  });

  test('of the same id in another Region are what the ARN meant', () => {
    const there = backupArn.replace('eu-west-1', 'eu-west-2');
    const found = (backups: BackupSummary[] | undefined, members = fromBackup) => [
      ...inItsRegion(spec(members), known({ choices: backups ? { backups } : {} })),
    ];
    const other = row('x', 0, { BackupArn: there });
    expect(
      found([row('y', 0, { BackupArn: 'x' }), row('z', 0), row('n', 0, { BackupArn: backupArn }), other]),
    ).toEqual([
      {
        title: 'Change the Region in the ARN to eu-west-2, where this backup is',
        edits: [{ kind: 'set', path: ['BackupArn'], value: there }],
        preferred: true,
      },
    ]);
    expect(found([{ ...other, BackupStatus: 'DELETED' }])).toEqual([]);
    expect(found(undefined)).toEqual([]);
    expect(found([other], fromTable)).toEqual([]);
  });
});

describe('the key to ask AWS KMS about', () => {
  const id = '11111111-2222-3333-4444-555555555555';
  const arn = `arn:aws:kms:eu-west-2:123456789012:key/${id}`;
  const withKey = (key: string, more = '') =>
    spec(`${fromBackup}, "SSESpecificationOverride": { "Enabled": true, "KMSMasterKeyId": "${key}" }${more}`);

  test.each<[key: string, more: string, asked: string | undefined]>([
    [arn, '', 'eu-west-2'],
    [id, '', 'eu-west-1'],
    [id, ', "Region": "eu-central-1"', 'eu-central-1'],
    ['alias/orders', '', 'eu-west-1'],
    [id, ', "Region": "atlantis"', undefined],
    [arn, ', "AccountId": "123456789012"', 'eu-west-2'],
    [arn, ', "AccountId": "210987654321"', 'eu-west-2'],
    [arn.replace('123456789012', '210987654321'), '', undefined],
    [arn.replace('123456789012', '210987654321'), ', "AccountId": "210987654321"', undefined],
    ['alias/aws/dynamodb', '', undefined],
    ['my-alias/aws/x', '', undefined],
    ['no key at all', '', undefined],
  ])('%s%s', (key, more, region) =>
    expect(namedKey(withKey(key, more), known())).toEqual(
      region === undefined ? undefined : { keyId: key, region },
    ),
  );

  test('is none where none is named, or its Region is not decided', () => {
    expect(namedKey(spec(fromBackup), known())).toBeUndefined();
    expect(describableKey(spec(fromBackup))).toBeUndefined();
    const undecided = spec(`${byName}, "SSESpecificationOverride": { "KMSMasterKeyId": "${id}" }`);
    expect(namedKey(undecided, known())).toBeUndefined();
    expect(namedKey(undecided, known({ regionInUse: 'eu-west-1' }))).toEqual({
      keyId: id,
      region: 'eu-west-1',
    });
  });

  test.each<[string | undefined, boolean]>([
    [undefined, true],
    ['Enabled', true],
    ['Updating', true],
    ['Disabled', false],
    ['PendingDeletion', false],
  ])('of the state %s is usable: %s', (KeyState, usable) =>
    expect(isUsable({ KeyId: id, Arn: arn, ...(KeyState !== undefined && { KeyState }) })).toBe(usable),
  );

  test.each<[string, Partial<Facts>, string, boolean]>([
    ['the key of the source works', { sourceKey: customerKeyIn('eu-west-1') }, fromBackup, true],
    [
      'it does not',
      { sourceKey: { ...customerKeyIn('eu-west-1'), KeyState: 'Disabled' } },
      fromBackup,
      false,
    ],
    ['the source has none', { sourceKey: 'none' }, fromBackup, false],
    [
      'the restore goes to another Region',
      { sourceKey: customerKeyIn('eu-west-1') },
      `${fromBackup}, "Region": "eu-west-2"`,
      false,
    ],
  ])('may be left out where %s', (_, facts, members, offered) =>
    expect([...keepSourceKey(spec(members), known(facts))]).toHaveLength(offered ? 1 : 0),
  );
});

test('a name that is on no list is free only in the Region of the list, and only if it is a name', () => {
  const facts = known({ target: 'missing', choices: { destinationTables: ['Orders'] } });
  const after = (members: string) => stillKnown(facts, spec(fromBackup), spec(members)).target;
  expect(after(fromBackup.replace('Orders-2', 'Orders-3'))).toBe('missing');
  expect(after(`${fromBackup.replace('Orders-2', 'Orders-3')}, "Region": "eu-west-2"`)).toBe('unknown');
  expect(after(fromBackup.replace(`, ${target}`, ''))).toBe('unknown');
});
