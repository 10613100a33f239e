import { expect, test } from 'vitest';
import { runningClock, standingClock } from '../../server/sandbox/clock';
import { measured, scaled, short } from '../../server/sandbox/durations';
import { seededRandom } from '../../server/sandbox/random';
import { startSandbox } from '../../server/sandbox/sandbox';
import { errorIn, post } from './client';

test('a standing clock moves when told to, and forward only', () => {
  const clock = standingClock(1_000);
  clock.advance(5);
  expect(clock.now()).toBe(1_005);
  expect(() => clock.advance(-1)).toThrow('A clock only goes forward');
});

test('a running clock can be put forward', () => {
  const clock = runningClock();
  clock.advance(3_600_000);
  expect(clock.now()).toBeGreaterThanOrEqual(Date.now() + 3_599_000);
});

test('every duration is shorter for people than on the service, but for what the service does at once', () => {
  const names = Object.keys(measured) as (keyof typeof measured)[];
  const longer = names.filter((name) => short[name] > measured[name]);
  expect(longer).toEqual(['backupCreating']);
  expect(
    Math.max(...names.filter((name) => name !== 'statistics').map((name) => short[name])),
  ).toBeLessThanOrEqual(30_000);
});

test('a scale is a factor on the measured durations', () => {
  expect(scaled(1)).toEqual(measured);
  expect(scaled(0.5).restoreInRegion).toBe(106_000);
  expect(() => scaled(-1)).toThrow('A scale is a number from 0 up');
});

test('random names are the same in every run and go on from a saved state', () => {
  const [first, second] = [seededRandom(3), seededRandom(3)];
  expect(first.uuid()).toBe(second.uuid());
  expect(first.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  second.uuid();
  expect(seededRandom(first.state()).hex(8)).toBe(second.hex(8));
});

test('the rate limits fill up again with the clock, and can be switched off', async () => {
  const sandbox = await startSandbox({ now: 0 });
  const unlimited = await startSandbox({ now: 0, throttling: false });
  const burst = async (url: string, count: number): Promise<number> => {
    let accepted = 0;
    for (let n = 0; n < count; n += 1) {
      const response = await post(url, 'ListBackups', {});
      if (response.status === 200) accepted += 1;
      else expect((await errorIn(response)).message).toBe('Rate exceeded');
    }
    return accepted;
  };
  expect(await burst(unlimited.url, 20)).toBe(20);
  const acceptedAtOnce = await burst(sandbox.url, 20);
  expect(acceptedAtOnce).toBeLessThan(20);
  sandbox.clock.advance(10_000);
  expect(await burst(sandbox.url, 1)).toBe(1);
  await Promise.all([sandbox.close(), unlimited.close()]);
});

test('a sandbox listens on loopback only', async () => {
  await expect(startSandbox({ host: '0.0.0.0' })).rejects.toThrow('listens on loopback only');
});
