import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import process from 'node:process';

/** True for a file that may be executed. */
export function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const missing = (reason) => ({ path: undefined, reason });
const lastLines = (text) => (text ?? '').trimEnd().split('\n').slice(-8).join('\n');

/**
 * Finds a program, or installs it where that takes no question: as root on a system with apt-get.
 * @param {object} tool
 * @param {string} tool.name for people: "The AWS CLI"
 * @param {string} tool.aptPackage
 * @param {number} tool.megabytes about what the installation loads
 * @param {string} tool.variable the environment variable that names one executable, and then nothing else counts
 * @param {() => string | undefined} tool.find
 * @param {string} tool.notFound what was not found, for people
 * @param {(line: string) => void} [tool.log]
 * @returns {{ path: string, reason?: undefined } | { path: undefined, reason: string }}
 */
export function ensureTool({ name, aptPackage, megabytes, variable, find, notFound, log = toStderr }) {
  const found = find();
  if (found) return { path: found };
  if (process.env[variable]) return missing(`${variable} is ${process.env[variable]}, which cannot be run.`);
  if (!existsSync('/usr/bin/apt-get')) return missing(`${notFound} Install one, or set ${variable}.`);
  if (process.getuid?.() !== 0)
    return missing(`${notFound} Install it with: sudo apt-get install ${aptPackage}`);

  log(`${name} is missing: installing it with apt-get (this needs the network and about ${megabytes} MB).`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', aptPackage]]) {
    log(`> apt-get ${args.join(' ')}`);
    const run = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (run.status !== 0)
      return missing(`apt-get ${args[0]} failed (${run.status}):\n${lastLines(run.stderr || run.stdout)}`);
  }
  const installed = find();
  return installed
    ? { path: installed }
    : missing(`apt-get installed ${aptPackage}, but no executable was found afterwards.`);
}

function toStderr(line) {
  process.stderr.write(`${line}\n`);
}
