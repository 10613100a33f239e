import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { operations, type Operation } from '../../server/core/journal';
import { fileJournal } from '../../server/disk/journal-file';
import { folderLocks } from '../../server/disk/lock';
import { resume } from '../../server/run/restore';
import type { Sandbox } from '../../server/sandbox/sandbox';
import { bundled, folder, run, type Program } from '../disk/programs';
import { bench, follow, planned, region, sent, type Bench } from './over-sockets';

let on: Bench;
let place: Awaited<ReturnType<typeof folder>>;

beforeEach(async () => {
  on = await bench();
  place = await folder();
});

afterEach(async () => {
  await on.close();
  await place.remove();
});

/** Starts the restore as a process of its own, kills it when `until` resolves, and goes on here with what is on the disk. */
async function killedWhen(
  until: (program: Program, sandbox: Sandbox) => Promise<unknown>,
): Promise<{ left: Operation | undefined; outcome: string | undefined }> {
  const { seed, url, clock } = on.sandbox;
  await seed.table({ region, table: { TableName: 'Orders' }, items: [{ pk: { S: 'a' } }] });
  const backup = seed.backup({ region, table: 'Orders', name: 'before' });
  const made = await planned(on, {
    BackupArn: backup.arn,
    TargetTableName: 'Orders-restored',
    AfterRestore: { Tags: [{ Key: 'team', Value: 'orders' }], DeletionProtectionEnabled: true },
  });
  const code = await bundled(new URL('restorer.ts', import.meta.url), place.path);
  const program = run(code, url, place.path, JSON.stringify(made), String(clock.now()));
  await until(program, on.sandbox);
  await program.kill();
  const journal = fileJournal(place.path);
  const [left] = operations((await journal.read()).rows);
  const quick = { heartbeatMs: 50, staleMs: 50, forgottenMs: 900_000, pollMs: 5 };
  const ports = { ...on.ports, journal, locks: folderLocks(place.path, quick) };
  const last = (await follow(resume(left?.op ?? '', ports))).at(-1);
  return { left, outcome: last?.kind === 'finished' ? last.outcome : last?.kind };
}

async function expectOneTable(): Promise<void> {
  expect(sent(on, 'RestoreTableFromBackup')).toBe(1);
  const { TableNames } = await on.account.read(region, 'ListTables', {});
  expect(TableNames).toEqual(['Orders', 'Orders-restored']);
  const { rows } = await fileJournal(place.path).read();
  expect(operations(rows)).toEqual([
    expect.objectContaining({ state: 'done', stepsDone: ['Tags', 'DeletionProtectionEnabled'] }),
  ]);
}

test('killed while its request is on the way: the table is found and the restore goes on to its end', async () => {
  on.sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'no-answer-after-commit' });
  const { left, outcome } = await killedWhen((_, { requests }) =>
    requests.received('RestoreTableFromBackup', 1),
  );
  expect(left?.state).toBe('sent');
  expect(outcome).toBe('done');
  await expectOneTable();
});

test('killed while the table is being made: watching goes on, nothing is sent again', async () => {
  const { left, outcome } = await killedWhen((program) => program.said(/creating/));
  expect(left?.state).toBe('restoring');
  expect(outcome).toBe('done');
  await expectOneTable();
});

test('killed while settings are put back: the rest is put back', async () => {
  const { left, outcome } = await killedWhen(async (program, { clock, requests }) => {
    await program.said(/creating/);
    // The write hangs, so that the program is in the middle of the step when it dies.
    on.sandbox.faults.add({ operation: 'TagResource', fault: 'no-answer' });
    clock.advance(3_600_000);
    await requests.received('TagResource', 1);
  });
  expect(left?.state).toBe('settings');
  expect(outcome).toBe('done');
  await expectOneTable();
});

test('the journal that is left holds no secret', async () => {
  await killedWhen((program) => program.said(/creating/));
  const text = await readFile(path.join(place.path, 'journal.jsonl'), 'utf8');
  expect(text).not.toMatch(/secret|token|signature|authorization/i);
});
