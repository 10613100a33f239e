import { expect, test } from 'vitest';
import type { Facts } from '../../server/core/facts';
import { parseSpec } from '../../server/core/spec/spec';
import { stillKnown } from '../../server/core/still-known';
import { backupArn, customerKeyIn, known, ordersBackup, ordersTable } from '../rules/facts';

const written = {
  BackupArn: backupArn,
  TargetTableName: 'Orders-restored',
  SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/orders' },
};
const facts: Facts = known({
  regionInUse: 'eu-west-1',
  backup: ordersBackup(),
  source: ordersTable(),
  target: ordersTable({ TableName: 'Orders-restored' }),
  encryptionKey: customerKeyIn('eu-west-1'),
  sourceKey: customerKeyIn('eu-west-1'),
  runningRestores: [],
  choices: { destinationTables: ['Orders', 'Orders-restored'], aliases: [], backups: [], sourceTables: [] },
});
const after = (changes: object, from = facts) =>
  stillKnown(from, parseSpec(JSON.stringify(written)), parseSpec(JSON.stringify({ ...written, ...changes })));

const unlisted: Facts = { ...facts, choices: {} };
const cases: [what: string, changes: object, from: Facts, differs: Partial<Facts>][] = [
  ['nothing', { Description: 'why' }, facts, {}],
  ['another name, on the list', { TargetTableName: 'Orders' }, facts, { target: 'unknown' }],
  ['another name, not on the list', { TargetTableName: 'Orders-2' }, facts, { target: 'missing' }],
  ['another name, no list', { TargetTableName: 'Orders-2' }, unlisted, { target: 'unknown' }],
  [
    'another Region',
    { Region: 'eu-west-2' },
    facts,
    {
      target: 'unknown',
      encryptionKey: 'unknown',
      choices: { backups: [], sourceTables: [] },
    },
  ],
  [
    'another key',
    { SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/other' } },
    facts,
    { encryptionKey: 'unknown' },
  ],
  ['no key', { SSESpecificationOverride: undefined }, facts, { encryptionKey: 'unknown' }],
  [
    'another backup of the table',
    { BackupArn: `${backupArn.slice(0, -8)}00000000` },
    facts,
    {
      backup: 'unknown',
      source: 'unknown',
      continuousBackups: 'unknown',
      sourceTimeToLive: 'unknown',
      sourceTags: 'unknown',
      sourceKey: 'unknown',
    },
  ],
];

test.each(cases)('after an edit of %s', (_what, changes, from, differs) => {
  expect(after(changes, from)).toEqual({ ...from, ...differs });
});

test('the backups of one table say nothing about another', () => {
  const { choices } = after({ BackupArn: backupArn.replace('Orders', 'Customers') });
  expect(choices).toEqual({
    destinationTables: ['Orders', 'Orders-restored'],
    aliases: [],
    sourceTables: [],
  });
});
