// `npm test`: checks, bundles, all tests. `npm run test:editor`: only those in a real VS Code.
// What cannot run here is said loudly at the end; with CI=true it is a failure.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildBundles, installDependencies, must, packExtension, root, run, say } from './setup.mjs';

const results = path.join(root, 'test-results');
const totals = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];
const warnings = [];

async function readReport(file) {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
}

function add({ passed, failed, skipped }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}

/** Runs vitest; a run that leaves no report counts as one failure. */
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
  const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

/** A whole browser on a busy machine can miss a click: a failed run is run once more, and said to have been. */
async function vitestInWindow(env) {
  const first = await vitest('editor', 'test/editor/vitest.config.ts', env);
  if (first.failed === 0) return first;
  say('\n!!! The tests in a window failed; they are run once more.');
  const second = await vitest('editor', 'test/editor/vitest.config.ts', env);
  if (second.failed === 0)
    warnings.push('the tests in a window passed only at the second try: a race is to be mended');
  return second;
}

/** Runs the suite inside the extension host and adds its counts. */
async function inHost() {
  const report = path.join(results, 'in-host.jsonl');
  await rm(report, { force: true });
  const code = await run(process.execPath, ['test/editor/run-in-host.mjs'], { env: { TEST_REPORT: report } });
  const lines = (await readFile(report, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => JSON.parse(line));
  const failed = rows.filter(({ passed }) => passed === false).length;
  totals.passed += rows.filter(({ passed }) => passed === true).length;
  totals.failed += code !== 0 && failed === 0 ? 1 : failed;
}

/** Why no real VS Code can be driven on this machine, if so. */
async function lacking() {
  const { ensureChromium } = await import('./chromium.mjs');
  const { ensureHeadlessVsCode } = await import('./vscode-headless.mjs');
  const chromium = await ensureChromium();
  if (chromium.path === undefined) return chromium.reason;
  return ensureHeadlessVsCode({ log: say }).then(
    () => undefined,
    (error) => error.message,
  );
}

async function editor() {
  const why = await lacking();
  if (why !== undefined && process.env.VSCODE_PATH === undefined) {
    notRun.push(`the tests in a real VS Code: ${why}`);
    return;
  }
  const vsix = await packExtension();
  await inHost();
  if (why === undefined) add(await vitestInWindow({ DDBBACKUP_VSIX: vsix }));
  else notRun.push(`the tests that drive VS Code with a mouse and a keyboard: ${why}`);
}

const only = process.argv[2];
await installDependencies();
await mkdir(results, { recursive: true });
if (only === undefined) {
  await must('The check of types, lint and format', 'npm', ['run', '--silent', 'check']);
  await buildBundles();
  const { ensureAwsCli } = await import('./aws-cli.mjs');
  const { path: awsCli, reason } = await ensureAwsCli();
  if (awsCli === undefined) notRun.push(`the sandbox under the AWS CLI: ${reason}`);
  const { ensureNeovim } = await import('./neovim.mjs');
  const neovim = await ensureNeovim();
  if (neovim.path === undefined) notRun.push(`the language server in Neovim: ${neovim.reason}`);
  add(await vitest('unit', 'test/vitest.config.ts'));
}
await editor();

for (const what of warnings) say(`\n!!! FLAKY: ${what}`);
for (const what of notRun) say(`\n!!! NOT RUN: ${what}`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
const unacceptable = process.env.CI === 'true' && (notRun.length > 0 || totals.skipped > 0);
if (unacceptable) say('In CI a test that did not run is a failure.');
process.exit(totals.failed > 0 || totals.passed === 0 || unacceptable ? 1 : 0);
