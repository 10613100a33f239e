import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { openAccount, type OpenAccount } from '../../server/aws';
import type { Row } from '../../server/core/journal';
import type { Account, Journal, Locks, Ports } from '../../server/run/ports';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { main } from '../../server/terminal/main';
import type { Shell } from '../../server/terminal/shell';

/** A shell in memory: files by name, everything that was written, answers to questions. */
export interface FakeShell extends Shell {
  written: { out: string; err: string };
  disk: Map<string, string>;
  /** What the user types when asked. */
  typed: string[];
  asked: string[];
  rows: Row[];
  stop: AbortController;
}

export function fakeShell(files: Record<string, string> = {}, ports?: World['ports']): FakeShell {
  const disk = new Map(Object.entries(files));
  const written = { out: '', err: '' };
  const stop = new AbortController();
  const shell: FakeShell = {
    written,
    disk,
    typed: [],
    asked: [],
    rows: [],
    stop,
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    colour: false,
    interactive: false,
    ask: async (question) => {
      shell.asked.push(question);
      return shell.typed.shift() ?? '';
    },
    env: {},
    version: '1.2.3',
    rulePages: '/package/docs/rules',
    now: () => ports?.clock.now() ?? Date.UTC(2026, 10, 20, 10),
    files: {
      read: async (file) => disk.get(file) ?? missing(file),
      write: async (file, text) => void disk.set(file, text),
      specsAt: async (place) => {
        if (disk.has(place)) return [place];
        const below = [...disk.keys()].filter((file) => file.startsWith(`${place}/`));
        return below.length > 0 || place === 'empty' ? below : missing(place);
      },
    },
    connect: async ({ region = 'eu-west-1' }) => {
      if (!ports) throw new Error('this test has no AWS');
      // Each run of the program has an account of its own, and with it its own pace.
      return {
        profile: 'test',
        region,
        endpoint: 'sandbox',
        ports: { ...ports, account: ports.newAccount() },
      };
    },
    runSandbox: async () => 0,
    interrupted: stop.signal,
  };
  return shell;
}

function missing(file: string): never {
  throw new Error(`ENOENT: no such file or directory, open '${file}'`);
}

/** Run one command line; its exit code. */
export function run(shell: Shell, ...argv: string[]): Promise<number> {
  return main(shell, argv);
}

export const NOW = Date.UTC(2026, 10, 20, 10);

export interface World {
  sandbox: Sandbox;
  ports: Ports & { newAccount(): Account };
  rows: Row[];
}

/** A sandbox whose clock moves only when somebody sleeps, and ports on it with a journal in memory. */
export async function sandboxWorld(): Promise<World> {
  const sandbox = await startSandbox({ sample: true, now: NOW, throttling: false });
  const opened: OpenAccount[] = [];
  const newAccount = (): Account => {
    const account = openAccount({ endpoint: sandbox.url, pace: () => Promise.resolve() });
    opened.push(account);
    // Not its `clockOffsetMs`: that is against the clock of this machine, and here time is the sandbox's.
    return { read: account.read, write: account.write };
  };
  onTestFinished(async () => {
    for (const account of opened) account.close();
    await sandbox.close();
  });
  const rows: Row[] = [];
  const journal: Journal = {
    append: async (row) => void rows.push(row),
    read: async () => ({ rows: [...rows], damaged: 0 }),
  };
  const locks: Locks = { take: async () => ({ release: async () => {} }) };
  const clock: Ports['clock'] = {
    now: () => sandbox.clock.now(),
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      sandbox.clock.advance(ms);
      // Let timers and sockets that hang on the clock have their turn.
      await setImmediate();
      signal?.throwIfAborted();
    },
  };
  const ports = { account: newAccount(), newAccount, journal, locks, clock, random: () => 0.5 };
  return { sandbox, ports, rows };
}
