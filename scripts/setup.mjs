// What every script needs before anything else: the dependencies of the lock file and fresh bundles. Uses Node alone.
import { spawn } from 'node:child_process';
import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export function say(line) {
  process.stderr.write(`${line}\n`);
}

const onWindows = process.platform === 'win32';

/**
 * Runs a program with the project as its working folder; resolves to its exit code.
 * Its output goes to `stdio`, by default to ours.
 */
export function run(command, args, { env = {}, stdio = 'inherit', cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio,
      env: { ...process.env, ...env },
      shell: onWindows && command === 'npm',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? code : 128));
  });
}

/** Something this script needs did not work; its message is for whoever started the script. */
class Failed extends Error {}

process.on('uncaughtException', (error) => {
  say(error instanceof Failed ? error.message : error.stack);
  process.exit(1);
});

export async function must(what, command, args, options) {
  const code = await run(command, args, options);
  if (code === 0) return;
  const line = [path.basename(command), ...args].join(' ');
  throw new Failed(`${what} failed (${line} ended with ${code}). Nothing after it was done.`);
}

async function modified(file) {
  return (await stat(path.join(root, file)).catch(() => undefined))?.mtimeMs ?? 0;
}

/** `npm ci` when there are no dependencies yet, or the lock file has moved since. */
export async function installDependencies() {
  if ((await modified('node_modules/.package-lock.json')) >= (await modified('package-lock.json'))) return;
  // `npm ci` empties the folder first, which through a link would be somebody else's.
  const linked = (await lstat(path.join(root, 'node_modules')).catch(() => undefined))?.isSymbolicLink();
  if (linked) throw new Failed('node_modules is a link and older than the lock file. Nothing was installed.');
  say('Installing dependencies (npm ci), once: about half a minute...');
  await must('Installing', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', process.stderr, process.stderr],
  });
}

export async function buildBundles() {
  await must('Building', process.execPath, ['scripts/build.mjs']);
}

/** Builds, and packs `dist/ddbbackup.vsix`; resolves to its path. */
export async function packExtension() {
  await buildBundles();
  const file = path.join(root, 'dist', 'ddbbackup.vsix');
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  await must('Packing', process.execPath, [vsce, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  return file;
}
