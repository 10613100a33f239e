import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { forNode } from '../../scripts/bundling.mjs';

/** A folder of its own for a test. */
export async function folder(): Promise<{ path: string; remove(): Promise<void> }> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'ddbbackup-test-'));
  return { path: made, remove: () => rm(made, { recursive: true, force: true }) };
}

/** Bundles a program of the tests, so that plain Node can run it as a process that can be killed. */
export async function bundled(entry: URL, into: string): Promise<string> {
  const outfile = path.join(into, `${path.basename(entry.pathname, '.ts')}.cjs`);
  await build({
    ...forNode,
    entryPoints: [entry.pathname],
    outfile,
  });
  return outfile;
}

export interface Program {
  process: ChildProcess;
  /** What it has printed so far, by line. */
  lines: string[];
  /** Resolves when a line like this has come, rejects when the program ends first. */
  said(pattern: RegExp): Promise<string>;
  /** Kill it so that it can do nothing more, and wait until it is gone. */
  kill(): Promise<void>;
  ended(): Promise<void>;
}

export function run(program: string, ...args: string[]): Program {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const gone = once(child, 'exit').then(() => undefined);
  return {
    process: child,
    lines,
    async said(pattern) {
      for (;;) {
        const found = lines.find((line) => pattern.test(line));
        if (found !== undefined) return found;
        const next = await Promise.race([once(reader, 'line'), gone]);
        if (next === undefined && !lines.some((line) => pattern.test(line))) {
          throw new Error(`the program ended without saying ${String(pattern)}: ${lines.join(' | ')}`);
        }
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    ended: () => gone,
  };
}
