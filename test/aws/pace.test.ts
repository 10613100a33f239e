import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pacer } from '../../server/aws/pace';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many of `calls` have been let through after each second of virtual time. */
async function passedPerSecond(operation: string, calls: number, seconds: number): Promise<number[]> {
  const pace = pacer();
  let passed = 0;
  for (let index = 0; index < calls; index++) void pace('eu-west-1', operation).then(() => passed++);
  const counts: number[] = [];
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(999);
    counts.push(passed);
    await vi.advanceTimersByTimeAsync(1);
  }
  return counts;
}

test.each([
  ['ListBackups', 12, [4, 8, 12]],
  ['DescribeBackup', 20, [8, 16, 20]],
  ['DeleteBackup', 20, [8, 16, 20]],
  ['DescribeTable', 1000, [1000]],
  ['ListTables', 1000, [1000]],
])(
  '%s: of %i calls at once, those that go out by each second stay below the limiter',
  async (operation, calls, expected) => {
    expect(await passedPerSecond(operation, calls, expected.length)).toEqual(expected);
  },
);

test('Regions and operations do not wait for each other', async () => {
  const pace = pacer();
  const passed: string[] = [];
  for (const region of ['eu-west-1', 'us-east-1'])
    for (const operation of ['ListBackups', 'DescribeBackup'])
      for (let index = 0; index < 4; index++)
        void pace(region, operation).then(() => passed.push(`${region} ${operation}`));
  await vi.advanceTimersByTimeAsync(0);
  expect(passed).toHaveLength(16);
});
