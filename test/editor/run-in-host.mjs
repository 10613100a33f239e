/**
 * Runs the suites of test/editor/in-host inside the extension host of a real VS Code.
 *
 * VSCODE_PATH=... takes that desktop VS Code; VSCODE_HEADLESS=1 the headless one; else a desktop VS Code is downloaded
 * where there is a display and a network to do so, and the headless one is taken where not.
 * TEST_REPORT=... names a file for the results, a JSON row a test. The suites find a sandbox with sample data at TEST_SANDBOX_URL.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { isolatedEnvironment } from './harness/isolation.mjs';
import { faultInReport, rowsOf } from './harness/report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
/** @type {string} */
const STAND_IN = join(here, 'harness/vscode-stand-in.mjs');
const UNREACHABLE = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
];
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
};
const SANDBOX_TOKEN = 'in-host';

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {object} [options]
 * @param {string} [options.extension] folder of the extension, built
 * @param {string} [options.suites] folder of index.ts and the *.test.ts files
 * @param {string} [options.workspace] folder to open; a copy of it is, so tests may write
 * @param {string | undefined} [options.report] where to write the results, a row a test: `{ title, passed, durationMs?, error? }`
 * @throws {Error} when a test failed, or the suite did not come to its end
 */
export async function runInHost({
  extension = root,
  suites = join(here, 'in-host'),
  workspace = join(here, 'harness/workspace'),
  report,
} = {}) {
  const { vscodeExecutablePath, why } = await chooseVsCode();
  say(
    `In-host tests run in ${vscodeExecutablePath === STAND_IN ? 'the headless VS Code' : vscodeExecutablePath}: ${why}.`,
  );

  // Inside the checkout, where the bundle finds mocha.
  await mkdir(join(root, '.vscode-test'), { recursive: true });
  const bundle = await mkdtemp(join(root, '.vscode-test/in-host-'));
  const folder = await mkdtemp(join(tmpdir(), 'ddbbackup-in-host-'));
  const rows = join(folder, 'report.jsonl');
  const sandbox = await startSandbox(extension);
  try {
    await bundleSuites(suites, bundle);
    await cp(workspace, join(folder, 'workspace'), { recursive: true });
    await mkdir(join(folder, 'user/User'), { recursive: true });
    await writeFile(
      join(folder, 'user/User/settings.json'),
      JSON.stringify({
        ...SETTINGS,
        'ddbbackup.endpoint': sandbox.url,
        'ddbbackup.regions': ['eu-west-1', 'us-east-1'],
      }),
    );
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(bundle, 'index.js'),
      launchArgs: [
        join(folder, 'workspace'),
        `--user-data-dir=${join(folder, 'user')}`,
        `--extensions-dir=${join(folder, 'extensions')}`,
      ],
      extensionTestsEnv: {
        ...isolatedEnvironment(folder),
        TEST_REPORT: rows,
        TEST_SANDBOX_URL: sandbox.url,
        TEST_SANDBOX_TOKEN: SANDBOX_TOKEN,
      },
    });
    const fault = faultInReport(rows);
    if (fault) throw new Error(fault);
  } finally {
    sandbox.stop();
    if (report) await writeFile(report, resultsIn(rows));
    for (const path of [bundle, folder]) await rm(path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} path of the report that the suite wrote */
function resultsIn(path) {
  const lines = rowsOf(path)
    .filter(({ state }) => state !== undefined)
    .map(({ state, ...result }) => JSON.stringify({ ...result, passed: state === 'passed' }));
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * The sandbox as it is shipped, in a process of its own.
 * @param {string} extension
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
async function startSandbox(extension) {
  const child = spawn(
    process.execPath,
    [join(extension, 'dist/sandbox.js'), '--port', '0', '--control', SANDBOX_TOKEN],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  // It would outlive a runner that is killed by Ctrl+C.
  process.once('exit', () => void child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop: () => void child.kill() };
  }
  throw new Error('The sandbox ended before it listened.');
}

/** @param {string} why */
function headless(why) {
  return { vscodeExecutablePath: STAND_IN, why };
}

async function chooseVsCode() {
  const desktop = process.env['VSCODE_PATH'];
  if (desktop) return { vscodeExecutablePath: desktop, why: 'VSCODE_PATH names it' };
  if (process.env['VSCODE_HEADLESS']) return headless('VSCODE_HEADLESS is set');
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return headless('this machine has no display');
  }
  try {
    const path = await downloadAndUnzipVSCode({ cachePath: join(root, '.vscode-test') });
    return { vscodeExecutablePath: path, why: 'it was downloaded, or is here from an earlier run' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!UNREACHABLE.includes(code)) throw error;
    return headless(`a desktop one cannot be downloaded (${code})`);
  }
}

/**
 * One CommonJS file a suite; mocha stays outside, as runner and suites must share it.
 * @param {string} suites
 * @param {string} outdir
 */
async function bundleSuites(suites, outdir) {
  /** @type {Record<string, string>} */
  const entryPoints = { index: join(here, 'in-host/index.ts') };
  for (const name of await readdir(suites)) {
    if (name.endsWith('.test.ts')) entryPoints[name.replace(/\.ts$/, '')] = join(suites, name);
  }
  if (Object.keys(entryPoints).length === 1) throw new Error(`No *.test.ts in ${suites}.`);
  await build({
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(join(root, 'dist/extension.js'))) {
    say('dist/extension.js is missing: run "npm run build" first. No test was run.');
    process.exit(1);
  }
  await runInHost({ report: process.env['TEST_REPORT'] }).catch((error) => {
    say(`In-host tests failed: ${error.message}`);
    process.exitCode = 1;
  });
}
