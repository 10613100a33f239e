import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupNameFault, defaultBackupName } from '../../server/core/backup-name';
import { createBackup, followBackup, suggestBackupName } from '../../server/run/backup';
import { deleteBackup } from '../../server/run/delete-backup';
import { AwsFailure } from '../../server/run/ports';
import { OutcomeUnknown, Refused } from '../../server/run/refused';
import { restore } from '../../server/run/restore';
import { bench, follow, planned, region, sent, type Bench } from './over-sockets';

let on: Bench;
beforeEach(async () => {
  on = await bench({ deadlines: { socketMs: 300, requestMs: 400, writeMs: 500 } });
  await on.sandbox.seed.table({ region, table: { TableName: 'Orders' }, pointInTime: {} });
});
afterEach(() => on.close());

const request = { region, tableName: 'Orders', backupName: 'before-migration', profile: 'test' };
const all = async () =>
  (await on.account.read(region, 'ListBackups', { TableName: 'Orders' })).BackupSummaries;
const states = () => on.rows.map(({ state }) => state);

describe('the name of a backup', () => {
  test.each([
    ['ab', 'at least 3'],
    ['x'.repeat(256), 'at most 255'],
    ['with space', 'consists of'],
    ['ünïcode', 'consists of'],
    ['a/b', 'consists of'],
    ['fine-1_2.3', undefined],
    ['x'.repeat(255), undefined],
  ])('%s', (name, fault) => {
    if (fault === undefined) expect(backupNameFault(name)).toBeUndefined();
    else expect(backupNameFault(name)).toContain(fault);
  });

  test('a suggested one names table, time and chance, and fits whatever the table is called', () => {
    expect(suggestBackupName('Orders', on.ports)).toMatch(/^Orders-20261120T100000Z-[0-9a-z]{6}$/);
    const long = defaultBackupName('x'.repeat(255), '2026-11-20T10:00:00.000Z', 'abcdef');
    expect(long).toHaveLength(255);
    expect(backupNameFault(long)).toBeUndefined();
  });
});

describe('making a backup', () => {
  test('is journalled, sent once, and followed until it is AVAILABLE', async () => {
    const made = await createBackup(request, on.ports);
    const seen = [];
    for await (const { BackupStatus } of followBackup(made.BackupArn, on.ports)) seen.push(BackupStatus);
    expect(seen.at(-1)).toBe('AVAILABLE');
    expect(sent(on, 'CreateBackup')).toBe(1);
    expect(states()).toEqual(['backup-sent', 'backup-made']);
  });

  test.each(['reset-after-commit', 'no-answer-after-commit', 'empty-200', 'truncated-body'] as const)(
    'a lost answer (%s) is looked for by name: one backup',
    async (fault) => {
      on.sandbox.faults.add({ operation: 'CreateBackup', fault });
      const made = await createBackup(request, on.ports);
      expect(await all()).toEqual([expect.objectContaining({ BackupArn: made.BackupArn })]);
      expect(sent(on, 'CreateBackup')).toBe(1);
      expect(on.rows.at(-1)).toMatchObject({ state: 'backup-made', adopted: true });
    },
  );

  test('a lost request is told as unknown, and an older backup of the same name is not taken for it', async () => {
    await createBackup(request, on.ports);
    on.sandbox.faults.add({ operation: 'CreateBackup', fault: 'reset-before-commit' });
    await expect(createBackup(request, on.ports)).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(states().at(-1)).toBe('backup-unknown');
    expect(sent(on, 'CreateBackup')).toBe(2);
  });

  test('throttling is waited out', async () => {
    on.sandbox.faults.add({ operation: 'CreateBackup', fault: 'throttle', times: 2 });
    await createBackup(request, on.ports);
    expect(await all()).toHaveLength(1);
  });

  test('a no of the service is passed on, a bad name is not even sent', async () => {
    await expect(createBackup({ ...request, tableName: 'Nothing' }, on.ports)).rejects.toBeInstanceOf(
      AwsFailure,
    );
    await expect(createBackup({ ...request, backupName: 'a b' }, on.ports)).rejects.toBeInstanceOf(Refused);
    expect(sent(on, 'CreateBackup')).toBe(1);
  });
});

describe('deleting a backup', () => {
  const made = async () => {
    const backup = await createBackup(request, on.ports);
    on.sandbox.clock.advance(60_000);
    return backup;
  };
  const remove = (backupArn: string, typedName = request.backupName) =>
    deleteBackup({ backupArn, typedName }, on.ports);

  test('with its name typed', async () => {
    await remove((await made()).BackupArn);
    expect(await all()).toEqual([]);
  });

  test.each(['reset-after-commit', 'no-answer-after-commit'] as const)(
    'after a lost answer (%s) it is gone, and told so',
    async (fault) => {
      const { BackupArn } = await made();
      on.sandbox.faults.add({ operation: 'DeleteBackup', fault });
      await remove(BackupArn);
      expect(await all()).toEqual([]);
      expect(sent(on, 'DeleteBackup')).toBe(1);
    },
  );

  test('after a lost request it still stands, and that is told', async () => {
    const { BackupArn } = await made();
    on.sandbox.faults.add({ operation: 'DeleteBackup', fault: 'reset-before-commit' });
    await expect(remove(BackupArn)).rejects.toThrow('still stands');
    expect(await all()).toHaveLength(1);
  });

  test('is refused without sending: another name, another maker, an open restore, no ARN', async () => {
    const { BackupArn } = await made();
    await expect(remove(BackupArn, 'before')).rejects.toThrow('not before-migration');
    const ofAwsBackup = on.sandbox.seed.backup({
      region,
      table: 'Orders',
      name: 'vault',
      type: 'AWS_BACKUP',
    });
    await expect(remove(ofAwsBackup.arn, 'vault')).rejects.toThrow('AWS Backup');
    await expect(remove('arn:aws:dynamodb:x')).rejects.toBeInstanceOf(Refused);
    const spec = { BackupArn, TargetTableName: 'Orders-restored' };
    const running = restore(await planned(on, spec), { profile: 'test' }, on.ports);
    await running.next();
    await expect(remove(BackupArn)).rejects.toThrow('is being restored from this backup');
    expect(sent(on, 'DeleteBackup')).toBe(0);
    await follow(running);
  });

  test('is refused for the backup of a deleted table', async () => {
    on.sandbox.seed.deleteTable(region, 'Orders', on.sandbox.clock.now());
    on.sandbox.clock.advance(60_000);
    const input = { TableName: 'Orders', BackupType: 'SYSTEM' as const };
    const [backup] = (await on.account.read(region, 'ListBackups', input)).BackupSummaries;
    await expect(remove(backup?.BackupArn ?? '', backup?.BackupName)).rejects.toThrow('expires by itself');
    expect(sent(on, 'DeleteBackup')).toBe(0);
  });
});
