import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { openAccount } from '../../server/aws';
import { routeTo } from '../../server/aws/endpoint';
import { fileJournal } from '../../server/disk/journal-file';
import { folderLocks } from '../../server/disk/lock';
import { startServer } from '../../server/lsp/server';
import type { World } from '../../server/lsp/world';
import type { Settings } from '../../server/protocol';
import type { Clock } from '../../server/run/ports';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { connectEditor, type Editor, type EditorOptions } from './editor';

export const REGION = 'eu-west-1';
export const NOW = Date.parse('2026-11-20T10:00:00Z');
export const URI = 'file:///specs/orders.ddbbackup.json';

/** The machine's clock is not waited for: the sandbox's goes its own way. */
const atOnce = (): Promise<void> => Promise.resolve();

/** A sandbox whose clock stands still, without rate limits; closed after the test. */
export async function openSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: NOW, throttling: false });
  // Longer than until the first look, so that the table is seen CREATING.
  sandbox.durations.restoreInRegion = 8_000;
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export function settingsFor(endpoint: string, more: Partial<Settings['connection']> = {}): Settings {
  return {
    connection: { profile: '', regions: [REGION], endpoint, trusted: true, ...more },
    protectedAccounts: [],
  };
}

/** A clock on which every pause is over at once and moves the sandbox on by its length. */
export function hastyClock(sandbox: Sandbox): Clock {
  return {
    now: () => sandbox.clock.now(),
    async sleep(ms, signal) {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      sandbox.clock.advance(ms);
    },
  };
}

export async function stateFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ddbbackup-lsp-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function worldOf(clock: Clock, more: Partial<World> = {}): Promise<World> {
  const folder = await stateFolder();
  return {
    // Without its `clockOffsetMs`: that is against the clock of this machine, and here time is the sandbox's.
    openAccount: (profile, endpoint) => {
      const { read, write } = openAccount({ endpoint, pace: atOnce, ...(profile === '' ? {} : { profile }) });
      return Promise.resolve({ read, write });
    },
    endpointRefusal: (endpoint, regions) => {
      const [route] = regions.map((region) => routeTo(endpoint, region, regions));
      return route?.kind === 'refused' ? route.why : undefined;
    },
    listProfiles: () => Promise.resolve(['default', 'work']),
    startSandbox: () => Promise.reject(new Error('no sandbox program in this test')),
    journal: fileJournal(folder),
    locks: folderLocks(folder),
    clock,
    random: () => 0.5,
    rulePage: (code) => `file:///docs/rules/${code}.md`,
    ...more,
  };
}

/** A server and an editor at the two ends of a pipe in memory. */
export async function connected(world: World, options: EditorOptions = {}): Promise<Editor> {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
  startServer(connection, world);
  connection.listen();
  const editor = await connectEditor(toEditor, toServer, options);
  onTestFinished(async () => {
    await editor.request('shutdown', null);
    editor.close();
    connection.dispose();
  });
  return editor;
}

/** An editor whose server knows no account: everything that needs none must work. */
export async function offline(options: EditorOptions = {}): Promise<Editor> {
  const clock: Clock = { now: () => NOW, sleep: () => Promise.resolve() };
  return connected(await worldOf(clock), options);
}

/** An editor whose server asks a sandbox. */
export async function online(
  sandbox: Sandbox,
  options: EditorOptions & { world?: Partial<World> } = {},
): Promise<Editor> {
  const world = await worldOf(hastyClock(sandbox), options.world);
  return connected(world, { settings: settingsFor(sandbox.url), ...options });
}
