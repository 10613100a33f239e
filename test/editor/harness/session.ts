import { access, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { makeRunFolder, startVsCodeServer, type VsCodeServer } from '../../../scripts/vscode-headless.mjs';
import { openBrowser } from './browser.mjs';
import { isolatedEnvironment } from './isolation.mjs';
import { openWorkbench, RESULTS, type Workbench } from './workbench';

const DEFAULT_WORKSPACE = fileURLToPath(new URL('workspace', import.meta.url));
const SESSION_START_MS = 180_000;

export interface SessionOptions {
  /** The packed extension; default: what `vsixUnderTest()` finds. */
  vsix?: string;
  /** The folder to open; a copy of it is, so tests may write. Default: one with one restore spec. `false`: none is opened. */
  workspace?: string | false;
  /** Settings of the user. */
  settings?: Record<string, unknown>;
  /** Settings of scope `machine` (profile, Regions, endpoint): VS Code reads them from the machine's file alone. */
  machineSettings?: Record<string, unknown>;
  /** Added to an environment without any AWS credentials, profile or metadata. */
  env?: Record<string, string>;
  /** Let VS Code ask whether the folder is trusted; default: it is. */
  workspaceTrust?: boolean;
}

/** A real VS Code with the packed extension, open on a copy of the workspace in a browser without a window. */
export interface Session {
  page: Page;
  workbench: Workbench;
  /** Absolute path of the copy that is open. */
  workspace: string;
  /** The state folder of the extension (DDBBACKUP_STATE). */
  state: string;
  server: VsCodeServer;
  /** What the extension wrote to its output channel. */
  outputChannel(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts all of it. Prefer `useSession`, which also ends it and keeps what a failed test leaves. */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const vsix = options.vsix ?? (await vsixUnderTest());
  const folder = await makeRunFolder();
  const [workspace, home] = [path.join(folder, 'workspace'), path.join(folder, 'home')];
  const environment = { ...isolatedEnvironment(folder), HOME: home, ...options.env };
  await mkdir(home);
  await cp(options.workspace || DEFAULT_WORKSPACE, workspace, { recursive: true });
  const server = await startVsCodeServer({
    folder,
    vsix,
    userSettings: options.settings ?? {},
    machineSettings: options.machineSettings ?? {},
    env: environment,
    workspaceTrust: options.workspaceTrust ?? false,
  });
  let close: (() => Promise<void>) | undefined;
  const stop = async () => {
    await close?.();
    await server.stop();
  };
  try {
    const browser = await openBrowser({ folder });
    close = browser.close;
    return {
      page: browser.page,
      workbench: await openWorkbench(
        browser.page,
        options.workspace === false ? server.url : server.urlFor({ folder: workspace }),
      ),
      workspace,
      state: environment.DDBBACKUP_STATE,
      server,
      outputChannel: (name) => outputChannel(server.dataDir, name),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * One session for the tests of a file. After a failed test a picture of the window and VS Code's logs are put into
 * test-results, under the test's name.
 * @returns a function that answers the session inside a test
 */
export function useSession(options: SessionOptions = {}): () => Session {
  let session: Session | undefined;
  beforeAll(async () => {
    session = await openSession(options);
  }, SESSION_START_MS);
  afterEach(async ({ task }) => {
    if (session && task.result?.state === 'fail') await keepTraces(session, task.name);
  });
  afterAll(async () => session?.stop());
  return () => {
    if (!session) throw new Error('The session is there only inside a test or hook.');
    return session;
  };
}

/** DDBBACKUP_VSIX, or what `npm run package` made. */
export async function vsixUnderTest(): Promise<string> {
  const vsix =
    process.env['DDBBACKUP_VSIX'] ?? fileURLToPath(new URL('../../../dist/ddbbackup.vsix', import.meta.url));
  await access(vsix).catch(() => {
    throw new Error(`${vsix} is missing: run "npm run package" first, or set DDBBACKUP_VSIX.`);
  });
  return vsix;
}

async function outputChannel(dataDir: string, name: string): Promise<string> {
  const logs = path.join(dataDir, 'data/logs');
  const files = (await readdir(logs, { recursive: true })).filter((file) => file.endsWith(`${name}.log`));
  return (await Promise.all(files.map((file) => readFile(path.join(logs, file), 'utf8')))).join('');
}

/** For tests that open their session themselves. */
export async function keepTraces({ workbench, server }: Session, test: string): Promise<void> {
  const name = `failed-${test.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80)}`;
  await workbench.screenshot(name);
  await cp(path.join(server.dataDir, 'data/logs'), path.join(RESULTS, `${name}-logs`), { recursive: true });
}
