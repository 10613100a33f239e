import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/**
 * The AWS CLI to drive: AWS_CLI_PATH when set (and then nothing else), else the system's own, else the first on PATH.
 * @returns {string | undefined} absolute path of an executable
 */
export function findAwsCli() {
  const chosen = process.env['AWS_CLI_PATH'];
  if (chosen) return canRun(chosen) ? chosen : undefined;
  const name = process.platform === 'win32' ? 'aws.exe' : 'aws';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return ['/usr/bin/aws', ...folders.map((folder) => join(folder, name))].find(canRun);
}

/**
 * Finds the AWS CLI, or installs it where that takes no question: as root on a system with apt-get.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {{ path: string, reason?: undefined } | { path: undefined, reason: string }}
 */
export function ensureAwsCli({ log = (line) => process.stderr.write(`${line}\n`) } = {}) {
  const found = findAwsCli();
  if (found) return { path: found };
  if (process.env['AWS_CLI_PATH'])
    return missing(`AWS_CLI_PATH is ${process.env['AWS_CLI_PATH']}, which cannot be run.`);
  if (!existsSync('/usr/bin/apt-get'))
    return missing('No AWS CLI was found. Install it, or set AWS_CLI_PATH.');
  if (process.getuid?.() !== 0)
    return missing('No AWS CLI was found. Install it with: sudo apt-get install awscli');

  log('The AWS CLI is missing: installing it with apt-get (this needs the network and about 150 MB).');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'awscli']]) {
    log(`> apt-get ${args.join(' ')}`);
    const run = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (run.status !== 0)
      return missing(`apt-get ${args[0]} failed (${run.status}):\n${lastLines(run.stderr || run.stdout)}`);
  }
  const installed = findAwsCli();
  return installed
    ? { path: installed }
    : missing('apt-get installed awscli, but no executable was found afterwards.');
}

const missing = (reason) => ({ path: undefined, reason });
const lastLines = (text) => (text ?? '').trimEnd().split('\n').slice(-8).join('\n');

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
