import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderLocks } from '../../server/disk/lock';
import { JournalUnwritable } from '../../server/run/ports';
import { bundled, folder, run } from './programs';

let place: Awaited<ReturnType<typeof folder>>;
beforeEach(async () => {
  place = await folder();
});
afterEach(() => place.remove());

const quick = { heartbeatMs: 20, staleMs: 60, forgottenMs: 900_000, pollMs: 5 };
const locks = () => folderLocks(place.path, quick);

/** The folder of the only lock there is. */
async function only(): Promise<string> {
  const [name = ''] = await readdir(path.join(place.path, 'locks'));
  return path.join(place.path, 'locks', name);
}

test('a lock is held by one, and free again after its release', async () => {
  const first = await locks().take('aws/123456789012/eu-west-1/Orders');
  expect(first).toBeDefined();
  expect(await locks().take('aws/123456789012/eu-west-1/Orders')).toBeUndefined();
  expect(await locks().take('aws/123456789012/eu-west-1/Other')).toBeDefined();
  await first?.release();
  expect(await locks().take('aws/123456789012/eu-west-1/Orders')).toBeDefined();
});

test('its name on disk says nothing of AWS, and only the user can look in', async () => {
  await locks().take('aws/123456789012/eu-west-1/../../Orders');
  expect(path.basename(await only())).toMatch(/^[0-9a-f]{64}$/);
  expect((await stat(await only())).mode & 0o777).toBe(0o700);
});

test.each([
  ['dead and silent', { pid: 2 ** 22 + 1, host: os.hostname(), ageMs: 61 }, true],
  ['alive, however silent', { pid: process.pid, host: os.hostname(), ageMs: 100_000 }, false],
  [
    'a process id that somebody else has by now',
    { pid: process.pid, host: os.hostname(), ageMs: 900_001 },
    true,
  ],
  ['on another machine, still heard of', { pid: 1, host: 'elsewhere', ageMs: 0 }, false],
  ['on another machine, not heard of any more', { pid: 1, host: 'elsewhere', ageMs: 61 }, true],
])('a holder that is %s', async (_, { pid, host, ageMs }, isFree) => {
  const held = await locks().take('key');
  const owner = path.join(await only(), 'owner.json');
  await held?.release();
  await mkdir(path.dirname(owner));
  await writeFile(owner, JSON.stringify({ token: 't', pid, host }));
  const then = new Date(Date.now() - ageMs);
  await utimes(owner, then, then);
  expect((await locks().take('key')) !== undefined).toBe(isFree);
});

test('a place that cannot be written is refused in plain words', async () => {
  const file = path.join(place.path, 'file');
  await writeFile(file, '');
  const refusal = folderLocks(file, quick).take('key');
  await expect(refusal).rejects.toBeInstanceOf(JournalUnwritable);
});

test('a holder that has just died is waited out', async () => {
  const program = await bundled(new URL('racer.ts', import.meta.url), place.path);
  const holder = run(program, place.path, '1');
  await holder.said(/ready/);
  holder.process.stdin?.write('go\n');
  await holder.said(/got 0/);
  expect(await locks().take('key 0')).toBeUndefined();
  await holder.kill();
  expect(await locks().take('key 0')).toBeDefined();
});

test('of two processes that race for many locks, each lock goes to exactly one', async () => {
  const program = await bundled(new URL('racer.ts', import.meta.url), place.path);
  const racers = [run(program, place.path, '500'), run(program, place.path, '500')];
  await Promise.all(racers.map((racer) => racer.said(/ready/)));
  for (const racer of racers) racer.process.stdin?.write('go\n');
  await Promise.all(racers.map((racer) => racer.said(/done/)));
  const got = racers.flatMap(({ lines }) => lines.filter((line) => line.startsWith('got')));
  expect(got).toHaveLength(500);
  expect(new Set(got).size).toBe(500);
  await Promise.all(racers.map((racer) => racer.kill()));
});
