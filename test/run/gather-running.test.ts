import { afterEach, beforeEach, expect, test } from 'vitest';
import { check } from '../../server/core/check';
import { parseSpec } from '../../server/core/spec/spec';
import { gather } from '../../server/run/gather';
import { JournalUnwritable } from '../../server/run/ports';
import { restore } from '../../server/run/restore';
import { bench, planned, region, type Bench } from './over-sockets';

let on: Bench;
let backupArn: string;

beforeEach(async () => {
  on = await bench();
  await on.sandbox.seed.table({ region, table: { TableName: 'Orders' } });
  backupArn = on.sandbox.seed.backup({ region, table: 'Orders', name: 'before' }).arn;
  on.sandbox.durations.restoreInRegion = 3_600_000;
});

afterEach(() => on.close());

const asked = (target: string, ports: Parameters<typeof gather>[1] = on.ports) => {
  const spec = parseSpec(JSON.stringify({ BackupArn: backupArn, TargetTableName: target }));
  return gather(spec, ports, region).then(({ facts, failures }) => {
    const { problems, unchecked } = check(spec, facts);
    return { facts, failures, codes: problems.map(({ code }) => code), unchecked };
  });
};

/** Begin a restore and stop watching it once AWS has accepted. */
async function begun(target: string): Promise<void> {
  const plan = await planned(on, { BackupArn: backupArn, TargetTableName: target });
  for await (const { kind } of restore(plan, { profile: 'test' }, on.ports)) if (kind === 'requested') return;
}

test('a backup that feeds a restore of this machine is in use, until the table is ACTIVE', async () => {
  await begun('First');
  const { facts, codes } = await asked('Second');
  expect(facts.runningRestores).toMatchObject([{ region, target: 'First', backupArn }]);
  expect(codes).toContain('backup-in-use');
  const input = { BackupArn: backupArn, TargetTableName: 'Second' };
  await expect(on.account.write(region, 'RestoreTableFromBackup', input)).rejects.toThrow('BackupInUse');
  // The journal still calls it open: nobody has watched it. The table itself tells.
  on.sandbox.clock.advance(3_700_000);
  const after = await asked('Second');
  expect(after.facts.runningRestores).toEqual([]);
  expect(after.codes).not.toContain('backup-in-use');
});

test('the restore of the spec itself is under way, and does not stand in its own way', async () => {
  await begun('First');
  const { codes } = await asked('First');
  expect(codes).toContain('restore-under-way');
  expect(codes).not.toContain('backup-in-use');
});

test('a restore begun elsewhere is known where the target itself tells of it', async () => {
  await on.account.write(region, 'RestoreTableFromBackup', {
    BackupArn: backupArn,
    TargetTableName: 'Taken',
  });
  const { codes } = await asked('Taken');
  expect(codes).toEqual(expect.arrayContaining(['target-exists', 'backup-in-use']));
  expect((await asked('Other')).facts.runningRestores).toEqual([]);
});

test('a restore of another account is none of ours', async () => {
  await begun('First');
  for (const row of on.rows) if (row.state === 'intent') row.key.accountId = '999999999999';
  const looked = () =>
    on.sandbox.requests.all.filter(({ body }) => JSON.stringify(body).includes('First')).length;
  const before = looked();
  expect((await asked('Second')).facts.runningRestores).toEqual([]);
  expect(looked()).toBe(before);
});

test.each([
  [
    'a journal that cannot be read',
    () => ({
      ...on.ports,
      journal: {
        ...on.ports.journal,
        read: () => Promise.reject(new JournalUnwritable('no')),
      },
    }),
  ],
  [
    'a table that may not be looked at',
    () => {
      const fault = { code: 'AccessDeniedException', message: 'no' };
      on.sandbox.faults.add({ operation: 'DescribeTable', fault, times: 99 });
      return on.ports;
    },
  ],
])('%s leaves it unknown, and not checked', async (_, ports) => {
  await begun('First');
  const { facts, unchecked } = await asked('Second', ports());
  expect(facts.runningRestores).toBe('unknown');
  expect(unchecked.map(({ code }) => code)).toContain('backup-in-use');
});
