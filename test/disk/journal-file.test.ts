import { appendFile, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../server/core/journal';
import { fileJournal } from '../../server/disk/journal-file';
import { JournalUnwritable } from '../../server/run/ports';
import { bundled, folder, run } from './programs';

let place: Awaited<ReturnType<typeof folder>>;
beforeEach(async () => {
  place = await folder();
});
afterEach(() => place.remove());

const row = (op: string): Row => ({
  op,
  at: '2026-11-20T10:00:00.000Z',
  state: 'closed',
  note: 'ünïcode\n"\u2028',
});
const file = () => path.join(place.path, 'state', 'journal.jsonl');
const journal = () => fileJournal(path.join(place.path, 'state'));

test('rows come back as they were written, oldest first', async () => {
  await journal().append(row('a'));
  await Promise.all([journal().append(row('b')), journal().append(row('c'))]);
  const { rows, damaged } = await journal().read();
  expect(damaged).toBe(0);
  expect(rows[0]).toEqual(row('a'));
  expect(rows.map(({ op }) => op).toSorted()).toEqual(['a', 'b', 'c']);
});

test('a journal that was never written is empty', async () => {
  expect(await journal().read()).toEqual({ rows: [], damaged: 0 });
});

test('folder and file belong to the user alone', async () => {
  await journal().append(row('a'));
  expect((await stat(path.dirname(file()))).mode & 0o777).toBe(0o700);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
});

test('cut at any byte, or with any byte changed, only the damaged row is lost', async () => {
  for (const op of ['a', 'b', 'c']) await journal().append(row(op));
  const whole = await readFile(file());
  const half = whole.indexOf('"c"');
  for (let cut = half; cut < whole.length - 1; cut += 7) {
    await writeFile(file(), whole.subarray(0, cut));
    await journal().append(row('d'));
    const { rows, damaged } = await journal().read();
    expect(rows.map(({ op }) => op)).toEqual(['a', 'b', 'd']);
    expect(damaged).toBe(1);
  }
  const middle = whole.indexOf('"b"') + 1;
  const changed = Buffer.from(whole);
  changed[middle] = 'x'.charCodeAt(0);
  await writeFile(file(), changed);
  const { rows, damaged } = await journal().read();
  expect(rows.map(({ op }) => op)).toEqual(['a', 'c']);
  expect(damaged).toBe(1);
});

test('lines that are no rows are counted and left out', async () => {
  await journal().append(row('a'));
  await appendFile(file(), '\nrubbish\n{"op":"x","state":"done"}\n0123456789abcdef {"op":1}\n');
  const { rows, damaged } = await journal().read();
  expect(rows).toHaveLength(1);
  expect(damaged).toBe(3);
});

test('a row of another writer is heard of, until nobody listens', async () => {
  await journal().append(row('a'));
  let heard = 0;
  const stop = journal().watch?.(() => heard++);
  await journal().append(row('b'));
  await expect.poll(() => heard).toBeGreaterThan(0);
  stop?.();
});

test('a place that is not there is watched in vain, and quietly', () => {
  expect(() => journal().watch?.(() => undefined)?.()).not.toThrow();
});

test('a place that cannot be written is refused in plain words', async () => {
  await mkdir(place.path, { recursive: true });
  await writeFile(path.join(place.path, 'state'), 'a file where the folder should be');
  const refusal = journal().append(row('a'));
  await expect(refusal).rejects.toBeInstanceOf(JournalUnwritable);
  await expect(refusal).rejects.toThrow('DDBBACKUP_STATE');
  await expect(journal().read()).rejects.toBeInstanceOf(JournalUnwritable);
});

// Linux has a device that is always full.
test.runIf(process.platform === 'linux')('a full disk is told in plain words', async () => {
  await mkdir(path.dirname(file()));
  await symlink('/dev/full', file());
  const refusal = journal().append(row('a'));
  await expect(refusal).rejects.toBeInstanceOf(JournalUnwritable);
  await expect(refusal).rejects.toThrow('ENOSPC');
});

test('processes killed at any moment lose no row they were told is written, and tear no other', async () => {
  const program = await bundled(new URL('writer.ts', import.meta.url), place.path);
  const acknowledged: string[] = [];
  for (let round = 0; round < 15; round++) {
    const writers = ['a', 'b'].map((name) => run(program, path.join(place.path, 'state'), `${name}${round}`));
    await Promise.all(writers.map((writer) => writer.said(new RegExp(`-${round}$`))));
    await Promise.all(writers.map((writer) => writer.kill()));
    acknowledged.push(...writers.flatMap(({ lines }) => lines));
  }
  const { rows, damaged } = await journal().read();
  const kept = new Set(rows.map(({ op }) => op));
  expect(acknowledged.length).toBeGreaterThan(30);
  expect(acknowledged.filter((op) => !kept.has(op))).toEqual([]);
  expect(damaged).toBeLessThanOrEqual(30);
});
