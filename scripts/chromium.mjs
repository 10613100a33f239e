import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Names that distributions and vendors give to a Chromium that speaks the DevTools protocol, on PATH. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    .filter(Boolean)
    .flatMap((root) => [
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

/** Quiet, and without calls to anybody: a test must not depend on a vendor's background service. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium to drive: CHROMIUM_PATH when set (and then nothing else), else the usual places.
 * @returns {string | undefined} absolute path of an executable
 */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return canRun(chosen) ? chosen : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath =
    process.platform === 'win32' ? [] : COMMANDS.flatMap((name) => folders.map((at) => join(at, name)));
  return [...(PLACES[process.platform] ?? []), ...onPath].find(canRun);
}

/**
 * Finds Chromium, or installs it where that takes no question: as root on a system with apt-get.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {{ path: string, reason?: undefined } | { path: undefined, reason: string }}
 */
export function ensureChromium({ log = (line) => process.stderr.write(`${line}\n`) } = {}) {
  const found = findChromium();
  if (found) return { path: found };
  if (process.env['CHROMIUM_PATH'])
    return missing(`CHROMIUM_PATH is ${process.env['CHROMIUM_PATH']}, which cannot be run.`);
  if (!existsSync('/usr/bin/apt-get'))
    return missing('No Chromium, Chrome or Edge was found. Install one, or set CHROMIUM_PATH.');
  if (process.getuid?.() !== 0)
    return missing('No Chromium was found. Install it with: sudo apt-get install chromium');

  log('Chromium is missing: installing it with apt-get (this needs the network and about 300 MB).');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    log(`> apt-get ${args.join(' ')}`);
    const run = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (run.status !== 0)
      return missing(`apt-get ${args[0]} failed (${run.status}):\n${lastLines(run.stderr || run.stdout)}`);
  }
  const installed = findChromium();
  return installed
    ? { path: installed }
    : missing('apt-get installed chromium, but no executable was found afterwards.');
}

const missing = (reason) => ({ path: undefined, reason });
const lastLines = (text) => text.trimEnd().split('\n').slice(-8).join('\n');

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
