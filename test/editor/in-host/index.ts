import { appendFileSync, readdirSync } from 'node:fs';
import { findSourceMap } from 'node:module';
import path from 'node:path';
import Mocha from 'mocha';

/**
 * The entry that VS Code calls in its extension host: runs every suite bundled beside this file.
 * Each result is a row of the file TEST_REPORT, and the last row says that the end was reached: a host that dies in the
 * middle must not look like a suite that passed.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const report = process.env['TEST_REPORT'];
  if (!report) throw new Error('TEST_REPORT is not set.');
  const write = (row: object) => appendFileSync(report, `${JSON.stringify(row)}\n`);

  // A test that is skipped or runs alone is a check that silently does not happen.
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 60_000,
    forbidOnly: true,
    forbidPending: true,
    color: false,
  });
  for (const file of readdirSync(__dirname).toSorted()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      write({ end: { tests: runner.stats?.tests ?? 0, failures } });
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
    runner.on('pass', (test) =>
      write({ title: test.fullTitle(), state: 'passed', durationMs: test.duration }),
    );
    runner.on('fail', (test, error: Error) => {
      error.stack = inSources(error.stack ?? error.message);
      write({ title: test.fullTitle(), state: 'failed', error: error.stack });
    });
  });
}

/** VS Code makes its own stack traces, so Node's source maps are not applied to them. */
function inSources(stack: string): string {
  return stack.replaceAll(
    /(\/[^\s():]+\.js):(\d+):(\d+)/g,
    (place, file: string, line: string, column: string) => {
      const entry = findSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
      if (!entry || !('originalSource' in entry)) return place;
      return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    },
  );
}
