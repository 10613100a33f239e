import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SandboxProcess } from './lsp/world';
import type { Locks } from './run/ports';
import { Refused } from './run/refused';

/** How long the window before a reload may take to let go of its sandbox. */
const handOverMs = 4_000;
const handOverStepMs = 250;

/**
 * The sandbox, a bundle beside this one, for one editor window. It ends with this process, however that ends, and its tables are there again
 * at the next start: they are kept in the state folder. A second window at the same time has a sandbox of its own, which is forgotten.
 */
export async function startSandbox(state: string, locks: Locks): Promise<SandboxProcess> {
  const lock = await takenOver(locks);
  const kept = lock === undefined ? [] : ['--state', path.join(state, 'sandbox.json')];
  const program = path.join(__dirname, 'sandbox.js');
  const child = spawn(process.execPath, [program, '--until-stdin-closes', ...kept], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const ended = new Promise<void>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve());
  }).then(() => {
    process.off('exit', stop);
    return lock?.release();
  });
  return { url: await addressOf(child), stop, ended };
}

/** `undefined` while another window holds it, and where nothing can be kept: then the sandbox goes without. */
async function takenOver(locks: Locks): ReturnType<Locks['take']> {
  for (let waitedMs = 0; waitedMs < handOverMs; waitedMs += handOverStepMs) {
    const lock = await locks.take('sandbox').catch(() => 'nowhere' as const);
    if (lock === 'nowhere') return undefined;
    if (lock !== undefined) return lock;
    await setTimeout(handOverStepMs);
  }
  return undefined;
}

/** Where it says that it listens. Throws `Refused` with its own words when it ends instead. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      const why = complaint.split('\n')[0] ?? '';
      const words = `The local sandbox could not be started. ${why} Nothing was asked of AWS.`;
      reject(new Refused('Sandbox', words.replace('  ', ' ')));
    };
    child.once('error', fail);
    child.once('close', fail);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /listening on (http:\/\/\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}
