/** The sandbox as it is shipped, one file alone in a folder, started as a process. */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { forNode } from '../../scripts/bundling.mjs';
import { expect } from 'vitest';

export interface Program {
  readonly folder: string;
  start(...args: string[]): ChildProcess;
  /** With a pipe as its standard input. */
  startWithPipe(...args: string[]): ChildProcess;
  /** As the child of a process that waits for ever, with a pipe between them; the output is the parent's. */
  startParent(...args: string[]): ChildProcess;
  /** Kills what still runs. */
  close(): void;
}

export async function openProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const running: ChildProcess[] = [];
  await build({
    ...forNode,
    entryPoints: ['server/sandbox/main.ts'],
    outfile: join(folder, 'sandbox.js'),
  });
  const run = (args: string[], stdio: StdioOptions): ChildProcess => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio });
    running.push(child);
    return child;
  };
  return {
    folder,
    start: (...args) => run(['sandbox.js', ...args], ['ignore', 'pipe', 'pipe']),
    startWithPipe: (...args) => run(['sandbox.js', ...args], ['pipe', 'pipe', 'pipe']),
    startParent(...args) {
      const child = JSON.stringify(['sandbox.js', ...args]);
      const code = `require('child_process').spawn(process.execPath, ${child}, { stdio: ['pipe', 'inherit', 'inherit'] })`;
      return run(['-e', code], ['ignore', 'pipe', 'pipe']);
    },
    close() {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}

/** The address in the line that says the program is ready. */
export async function urlOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The program has no output.');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(line).toMatch(/^sandbox listening on http:\/\/127\.0\.0\.1:\d+$/);
  return line.slice('sandbox listening on '.length);
}

export async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** All that is said on standard error, once everything that could say something is gone. */
export async function textOf(child: ChildProcess): Promise<string> {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'close');
  return text;
}
