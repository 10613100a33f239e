import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const documents = 50_000;

/** The same program as `npm run fuzz`: threads of their own, and a watch that sees a hang. */
function fuzz(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 64 * 1024 ** 2 };
    execFile(process.execPath, ['scripts/fuzz.mjs', ...args], options, (_, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}

test(`${documents} random documents keep every promise`, async () => {
  const { stdout, stderr } = await fuzz('--docs', String(documents), '--seed', '1');
  expect(stdout, stderr).toBe(`${documents} documents, 0 findings\n`);
}, 600_000);
