// `npm test`: checks, bundles, all tests. `npm run test:editor`: only those in a real VS Code.
// What cannot run here is said loudly at the end; with CI=true it is a failure.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildBundles, installDependencies, must, packExtension, root, run, say } from './setup.mjs';

const results = path.join(root, 'test-results');
const totals = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];

async function readReport(file) {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
}

/** Runs vitest and adds its counts; a run that leaves no report counts as one failure. */
async function vitest(name, config, env = {}) {
  const report = path.join(results, `${name}.json`);
  await rm(report, { force: true });
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await run(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    env,
  });
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = await readReport(report);
  totals.passed += numPassedTests;
  totals.failed += code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  totals.skipped += numPendingTests + numTodoTests;
}

/** Runs the suite inside the extension host and adds its counts. */
async function inHost() {
  const report = path.join(results, 'in-host.json');
  await rm(report, { force: true });
  const code = await run(process.execPath, ['test/editor/run-in-host.mjs'], { env: { TEST_REPORT: report } });
  const { tests = [] } = await readReport(report);
  const count = (state) => tests.filter((one) => one.state === state).length;
  totals.passed += count('passed');
  totals.failed += code !== 0 && count('failed') === 0 ? 1 : count('failed');
  totals.skipped += count('pending');
}

async function editor() {
  const { ensureChromium } = await import('./chromium.mjs');
  const { ensureHeadlessVsCode } = await import('./vscode-headless.mjs');
  try {
    const chromium = await ensureChromium();
    if (chromium.path === undefined) throw new Error(chromium.why);
    await ensureHeadlessVsCode({ log: say });
  } catch (error) {
    notRun.push(`the tests in a real VS Code: ${error.message}`);
    return;
  }
  await packExtension();
  await inHost();
  await vitest('editor', 'test/editor/vitest.config.ts');
}

const only = process.argv[2];
await installDependencies();
await mkdir(results, { recursive: true });
if (only === undefined) {
  await must('The check of types, lint and format', 'npm', ['run', '--silent', 'check']);
  await buildBundles();
  await vitest('unit', 'test/vitest.config.ts');
}
await editor();

for (const what of notRun) say(`\n!!! NOT RUN: ${what}`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
const unacceptable = process.env.CI === 'true' && (notRun.length > 0 || totals.skipped > 0);
if (unacceptable) say('In CI a test that did not run is a failure.');
process.exit(totals.failed > 0 || totals.passed === 0 || unacceptable ? 1 : 0);
