import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { forNode } from '../../scripts/bundling.mjs';
import { onTestFinished } from 'vitest';
import { connectEditor, type Editor, type EditorOptions } from './editor';

/** As in the build: the SDK is a bundle of its own. */
const awsApart: Plugin = {
  name: 'aws-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/aws\/index$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './aws.js', external: true } : undefined,
    ),
};

/** The bundled programs in a folder of their own. Each but the server leaves its process id in `<name>.loaded` when it is loaded. */
export interface Program {
  folder: string;
  server: string;
  /** Process ids of those that loaded a bundle. */
  loaded(name: 'aws' | 'sandbox'): Promise<number[]>;
  remove(): Promise<void>;
}

export async function bundled(): Promise<Program> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ddbbackup-program-'));
  const entries = { server: 'server/main.ts', aws: 'server/aws/index.ts', sandbox: 'server/sandbox/main.ts' };
  await build({
    ...forNode,
    entryPoints: entries,
    outdir: folder,
    plugins: [awsApart],
  });
  for (const name of ['aws', 'sandbox']) await traced(folder, name);
  return {
    folder,
    server: path.join(folder, 'server.js'),
    async loaded(name) {
      const text = await readFile(path.join(folder, `${name}.loaded`), 'utf8').catch(() => '');
      return text.split('\n').filter(Boolean).map(Number);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function traced(folder: string, name: string): Promise<void> {
  await rename(path.join(folder, `${name}.js`), path.join(folder, `${name}-itself.js`));
  const trace = JSON.stringify(path.join(folder, `${name}.loaded`));
  await writeFile(
    path.join(folder, `${name}.js`),
    `require('node:fs').appendFileSync(${trace}, process.pid + '\\n');\nmodule.exports = require('./${name}-itself.js');\n`,
  );
}

export interface Running {
  editor: Editor;
  process: ChildProcess;
  /** What it said outside the protocol. */
  stderr(): string;
  kill(): Promise<void>;
}

/** The real server as a process of its own, spoken to over its standard streams. */
export async function started(
  { server, folder }: Program,
  { state, ...options }: EditorOptions & { state: string },
): Promise<Running> {
  const child = spawn(process.execPath, [server, '--stdio'], {
    env: { PATH: process.env['PATH'], HOME: folder, DDBBACKUP_STATE: state, NODE_NO_WARNINGS: '1' },
  });
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = (): Promise<void> => {
    child.kill('SIGKILL');
    return gone;
  };
  onTestFinished(kill);
  const editor = await connectEditor(child.stdout, child.stdin, options);
  onTestFinished(() => editor.close());
  return { editor, process: child, stderr: () => stderr, kill };
}
