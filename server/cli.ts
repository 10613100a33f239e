/** The command line as a program: wiring only. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { version } from '../package.json';
import { fileJournal } from './disk/journal-file';
import { folderLocks } from './disk/lock';
import { readSpecFile, specFilesAt, writeSpecFile } from './disk/spec-files';
import { stateFolder } from './disk/state-folder';
import { systemClock } from './run/system-clock';
import { main } from './terminal/main';
import type { Connected, ConnectionOptions, Shell } from './terminal/shell';

const { env, stderr, stdin, stdout } = process;

/** The first Ctrl+C asks the command to stop, the second ends the program. */
function interruptions(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => controller.abort(new Error('stopped by the user')));
  return controller.signal;
}

async function connect(options: ConnectionOptions): Promise<Connected> {
  const { chooseConnection, openAccount } = await import('./aws/index');
  const connection = await chooseConnection(options, env);
  const { endpoint, region } = connection;
  const account = openAccount({ ...options, endpoint, ...(region ? { regions: [region] } : {}) });
  const state = stateFolder(env, process.platform, os.homedir());
  const random = (): number => randomInt(2 ** 47) / 2 ** 47;
  const ports = {
    account,
    journal: fileJournal(state),
    locks: folderLocks(state),
    clock: systemClock,
    random,
  };
  return { ...connection, ports };
}

/** The sandbox is a bundle beside this one. Its output is ours, and a signal to us is passed on. */
function runSandbox(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [path.join(__dirname, 'sandbox.js'), ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 0));
  });
}

function ask(question: string): Promise<string> {
  stderr.write(question);
  return new Promise((resolve) => {
    let typed = '';
    const done = (): void => {
      stdin.off('data', more).off('end', done).pause();
      resolve(typed.split('\n')[0] ?? '');
    };
    const more = (text: string): void => {
      typed += text;
      if (typed.includes('\n')) done();
    };
    stdin.setEncoding('utf8').on('data', more).once('end', done);
  });
}

const shell: Shell = {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  colour: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  interactive: stdin.isTTY && stderr.isTTY,
  ask,
  env,
  version,
  rulePages: path.join(__dirname, '..', 'docs', 'rules'),
  now: () => systemClock.now(),
  files: { read: readSpecFile, write: writeSpecFile, specsAt: specFilesAt },
  connect,
  runSandbox,
  interrupted: interruptions(),
};

// Output into a pipe that was closed ("| head") is nobody's error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main(shell, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  // A question that Ctrl+C has answered still listens.
  stdin.pause();
});
