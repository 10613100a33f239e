import { delimiter, join } from 'node:path';
import process from 'node:process';
import { canRun, ensureTool } from './tool.mjs';

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
 * Finds Chromium, or installs it: see `ensureTool`.
 * @param {{ log?: (line: string) => void }} [options]
 */
export function ensureChromium({ log } = {}) {
  return ensureTool({
    name: 'Chromium',
    aptPackage: 'chromium',
    megabytes: 300,
    variable: 'CHROMIUM_PATH',
    find: findChromium,
    notFound: 'No Chromium, Chrome or Edge was found.',
    log,
  });
}
