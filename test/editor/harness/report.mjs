import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * A report left by an earlier run must not count for this one.
 * @param {string} path
 */
export function clearReport(path) {
  rmSync(path, { force: true });
}

/**
 * @typedef {{ title?: string, state?: 'passed' | 'failed', end?: { tests: number, failures: number } }} Row
 *
 * The rows of a report, in the order of their tests; none when there is no report.
 * @param {string} path
 * @returns {Row[]}
 */
export function rowsOf(path) {
  if (!existsSync(path)) return [];
  /** @type {Row[]} */
  const rows = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) if (line) rows.push(JSON.parse(line));
  return rows;
}

/**
 * Judges the report that the suite in the extension host wrote: one JSON row a test, and a last row when it came to its
 * end. The exit code alone does not tell: it is 0 when the host dies in the middle of a suite.
 * @param {string} path
 * @returns {string | undefined} what is wrong, or nothing when every test ran and passed
 */
export function faultInReport(path) {
  const rows = rowsOf(path);
  if (rows.length === 0) return 'The suite wrote no report, so it did not run.';
  const end = rows.at(-1)?.end;
  if (!end)
    return `The suite did not come to its end after ${rows.length} tests: the extension host died under it.`;
  if (end.failures > 0) return `${end.failures} of ${end.tests} tests failed.`;
  if (end.tests === 0) return 'The suite held no test.';
  return undefined;
}
