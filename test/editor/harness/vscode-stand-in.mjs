#!/usr/bin/env node
/**
 * Stands where @vscode/test-electron expects the executable of a desktop VS Code: takes the same arguments, runs the same
 * suite in the extension host of a headless VS Code, prints what it prints and ends with its exit code.
 *
 * `TEST_REPORT` names the file that the suite must have written (see report.mjs).
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { format } from 'node:util';
import { startVsCodeServer } from '../../../scripts/vscode-headless.mjs';
import { openBrowser } from './browser.mjs';
import { clearReport, faultInReport } from './report.mjs';

const WHOLE_RUN_MS = 300_000;
/** What the workbench itself prints on every start; it would bury the report of the suite. */
const NOISE =
  /^(Resolv(ing|ed) connection token|Creating a socket|Ignoring fetching additional builtin|\[(reconnection-grace-time|AgentHost:remote|AccountPolicyGate|Service Worker)\])/;
/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  say(`The suite could not be run: ${String(error)}`);
  process.exitCode = 1;
}

async function main() {
  const report = process.env['TEST_REPORT'];
  if (!report)
    throw new Error('TEST_REPORT is not set; without a report a suite that dies looks like one that passed.');
  clearReport(report);
  const code = await runSuite(argumentsOf(process.argv.slice(2)));
  const fault = code === 0 ? faultInReport(report) : undefined;
  if (fault) say(fault);
  return fault ? 1 : code;
}

/**
 * @param {ReturnType<typeof argumentsOf>} run
 * @returns {Promise<number>} the exit code that the extension host gave for the suite, or 1 when it could not give one
 */
async function runSuite({ folder, extensionDevelopmentPath, extensionTestsPath, settings }) {
  const server = await startVsCodeServer({
    smokeTestDriver: true,
    userSettings: settings,
    machineSettings: settings,
    log: say,
  });
  /** @type {Awaited<ReturnType<typeof openBrowser>> | undefined} */
  let browser;
  try {
    browser = await openBrowser({ folder: server.folder });
    const ended = endOfRun(browser.page, server);
    await browser.page.exposeFunction('codeAutomationLog', forward);
    const remote = `vscode-remote://${server.authority}`;
    /** @type {[string, string][]} */
    const payload = [
      ['extensionDevelopmentPath', `${remote}${extensionDevelopmentPath}`],
      ['extensionTestsPath', `${remote}${extensionTestsPath}`],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    await browser.page.goto(server.urlFor({ folder, payload }));
    const { code, why } = await ended;
    if (why) say(`The run was ended: ${why}.`);
    return code;
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('../../../scripts/vscode-headless.mjs').VsCodeServer} server
 * @returns {Promise<{ code: number, why?: string }>}
 */
function endOfRun(page, server) {
  return new Promise((resolve) => {
    /** @param {string} why */
    const fail = (why) => () => resolve({ code: 1, why });
    const tooLate = AbortSignal.timeout(WHOLE_RUN_MS);
    tooLate.addEventListener('abort', fail(`it took longer than ${WHOLE_RUN_MS / 1000} s`));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, fail(signal));
    page.once('crash', fail('the page crashed'));
    page.once('close', fail('the browser was closed'));
    void server.exited.then(fail('the VS Code server ended'));
    void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve({ code }));
  });
}

/**
 * @param {string} type method of the console
 * @param {unknown[]} args
 */
function forward(type, args) {
  const line = format(...args);
  if (NOISE.test(line)) return;
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${line}\n`);
}

/** @param {string[]} args */
function argumentsOf(args) {
  /** @param {string} name */
  const value = (name) => {
    const given = args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
    if (given.length > 1)
      throw new Error(`--${name} was given ${given.length} times; one is all this can run.`);
    return given[0];
  };
  /** @param {string} name */
  const required = (name) => {
    const path = value(name);
    if (!path) throw new Error(`--${name}=... is missing.`);
    return path;
  };
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (!folder || !statSync(folder).isDirectory())
    throw new Error('The folder to open is missing from the arguments.');
  return {
    folder,
    extensionDevelopmentPath: required('extensionDevelopmentPath'),
    extensionTestsPath: required('extensionTestsPath'),
    settings: settingsIn(value('user-data-dir')),
  };
}

/**
 * @param {string | undefined} userDataFolder
 * @returns {Record<string, unknown>}
 */
function settingsIn(userDataFolder) {
  const path = join(userDataFolder ?? '', 'User/settings.json');
  if (!userDataFolder || !existsSync(path)) return {};
  /** @type {Record<string, unknown>} */
  const settings = JSON.parse(readFileSync(path, 'utf8'));
  return settings;
}
