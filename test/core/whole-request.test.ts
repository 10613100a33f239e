import { expect, test } from 'vitest';
import type { Facts } from '../../server/core/facts';
import { parseSpec } from '../../server/core/spec/spec';
import { wholeRequest } from '../../server/core/whole-request';
import { facts, fromBackup, fromTable, onDemandBackup, sourceGone, table } from '../plans/world';

/** Were all rules to stay silent, still nothing incomplete would be sent. */

const whole = (spec: object | string, changes: Partial<Facts> = {}) =>
  wholeRequest(parseSpec(typeof spec === 'string' ? spec : JSON.stringify(spec)), { ...facts, ...changes });

const off = { ContinuousBackupsStatus: 'ENABLED' as const };
const byName = { SourceTableName: 'Orders', UseLatestRestorableTime: true, TargetTableName: 'Orders-2' };

const lacking: [spec: object | string, changes: Partial<Facts>, path: string[], message: string][] = [
  [{ TargetTableName: 'T' }, {}, [], 'The spec does not name one source to restore from.'],
  [{ ...fromBackup, ...fromTable }, {}, [], 'The spec does not name one source to restore from.'],
  [`${JSON.stringify(fromBackup)} x`, {}, [], 'The spec does not name one source to restore from.'],
  [{ ...fromBackup, TargetTableName: undefined }, {}, [], 'The spec names no target table.'],
  [
    byName,
    { regionInUse: 'unknown' },
    ['Region'],
    'It is not known in which Region the new table is to stand: write "Region".',
  ],
  [
    { ...byName, Region: 'eu-west-1' },
    { regionInUse: 'unknown', caller: 'unknown' },
    [],
    'It is not known who is signed in.',
  ],
  [{ ...fromBackup, Region: 'atlantis' }, {}, ['Region'], '"atlantis" is not the name of a Region.'],
  [
    fromBackup,
    { ownRestore: { startedAt: '2026-11-20T09:00:00Z' } },
    ['TargetTableName'],
    'The restore of this file is under way since 2026-11-20T09:00:00Z: watch that one.',
  ],
  [fromBackup, { caller: 'unknown' }, [], 'It is not known who is signed in.'],
  [
    fromBackup,
    { target: 'unknown' },
    ['TargetTableName'],
    'A table "Orders-restored" exists already; a restore always makes a new one.',
  ],
  [
    fromBackup,
    { target: table },
    ['TargetTableName'],
    'A table "Orders-restored" exists already; a restore always makes a new one.',
  ],
  [fromBackup, { backup: 'missing' }, [], 'The source does not exist (any more).'],
  [fromBackup, { backup: 'unknown' }, [], 'The source does not exist (any more).'],
  [fromTable, sourceGone, [], 'The source does not exist (any more).'],
  [
    fromTable,
    { continuousBackups: 'unknown' },
    ['RestoreDateTime'],
    'The restorable window of the source table is not known.',
  ],
  [
    fromTable,
    { continuousBackups: 'missing' },
    ['RestoreDateTime'],
    'The restorable window of the source table is not known.',
  ],
  [
    fromTable,
    { continuousBackups: off },
    ['RestoreDateTime'],
    'Point-in-time recovery is not enabled for the source table.',
  ],
  [
    fromTable,
    {
      continuousBackups: {
        ...off,
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
      },
    },
    ['RestoreDateTime'],
    'Point-in-time recovery is not enabled for the source table.',
  ],
];

test.each(lacking)('there is no request for %j with %j', (spec, changes, path, message) => {
  expect(whole(spec, changes)).toEqual({
    why: {
      code: 'not-plannable',
      severity: 'error',
      because: 'misread',
      message,
      path,
      range: expect.objectContaining({ start: expect.any(Number) as number }) as object,
      fixes: [],
    },
  });
});

test('the request says what is sent, by whom and where to', () => {
  expect(whole(fromBackup)).toMatchObject({
    operation: 'RestoreTableFromBackup',
    input: { BackupArn: fromBackup.BackupArn, TargetTableName: 'Orders-restored' },
    partition: 'aws',
    accountId: '123456789012',
    region: 'eu-west-1',
    sourceRegion: 'eu-west-1',
    source: { from: 'backup' },
  });
  expect(whole(fromTable)).toMatchObject({
    operation: 'RestoreTableToPointInTime',
    source: { from: 'table' },
  });
});

test('the window does not matter to the restore of a backup', () =>
  expect(whole(fromBackup, { continuousBackups: 'unknown', backup: onDemandBackup })).toMatchObject({
    source: { billingMode: 'PAY_PER_REQUEST' },
  }));
