import { delimiter, join } from 'node:path';
import process from 'node:process';
import { canRun, ensureTool } from './tool.mjs';

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
 * Finds the AWS CLI, or installs it: see `ensureTool`.
 * @param {{ log?: (line: string) => void }} [options]
 */
export function ensureAwsCli({ log } = {}) {
  return ensureTool({
    name: 'The AWS CLI',
    aptPackage: 'awscli',
    megabytes: 150,
    variable: 'AWS_CLI_PATH',
    find: findAwsCli,
    notFound: 'No AWS CLI was found.',
    log,
  });
}
