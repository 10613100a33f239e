import { openAccount, type AccountOptions, type OpenAccount } from '../../server/aws';
import type { Row } from '../../server/core/journal';
import { plan, type Plan } from '../../server/core/plan';
import { parseSpec } from '../../server/core/spec/spec';
import { gather } from '../../server/run/gather';
import type { Journal, Locks, Ports } from '../../server/run/ports';
import { restore } from '../../server/run/restore';
import type { RestoreEvent } from '../../server/run/restore-event';
import { seeded } from '../core-protocol/virtual-time';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';

export const region = 'eu-west-1';
const startMs = Date.parse('2026-11-20T10:00:00Z');

/** A sandbox on a clock that stands still, and the product's ports over real sockets on the same clock: to sleep is to advance it. */
export interface Bench {
  sandbox: Sandbox;
  ports: Ports;
  rows: Row[];
  account: OpenAccount;
  close(): Promise<void>;
}

export async function bench(options: Omit<AccountOptions, 'endpoint'> = {}): Promise<Bench> {
  const sandbox = await startSandbox({ now: startMs, scale: 1, throttling: false });
  const account = openAccount({ endpoint: sandbox.url, pace: () => Promise.resolve(), ...options });
  const rows: Row[] = [];
  return {
    sandbox,
    rows,
    account,
    ports: {
      // Without the clock offset, which is measured against the machine's clock: here the service's clock is ours.
      account: { read: account.read, write: account.write },
      journal: memoryJournal(rows),
      locks: memoryLocks(),
      clock: clockOf(sandbox),
      random: seeded(1),
    },
    async close() {
      account.close();
      await sandbox.close();
    },
  };
}

export function clockOf({ clock }: Sandbox): Ports['clock'] {
  return {
    now: () => clock.now(),
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      clock.advance(ms);
      // A turn of the event loop, so that whoever waits for a request sees it.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
  };
}

export function memoryJournal(rows: Row[]): Journal {
  return {
    append: async (row) => void rows.push(structuredClone(row)),
    read: async () => ({ rows: [...rows], damaged: 0 }),
  };
}

export function memoryLocks(): Locks {
  const held = new Set<string>();
  return {
    async take(key) {
      if (held.has(key)) return undefined;
      held.add(key);
      return { release: async () => void held.delete(key) };
    },
  };
}

/** The plan that a spec makes of what the sandbox answers; a test that expects one fails with the reasons when there is none. */
export async function planned({ ports }: Bench, spec: Record<string, unknown>): Promise<Plan> {
  const parsed = parseSpec(JSON.stringify(spec));
  const { facts, failures } = await gather(parsed, ports, region);
  const made = plan(parsed, facts);
  if (made.kind === 'plan') return made.plan;
  throw new Error(JSON.stringify([failures, made], undefined, 1));
}

export async function follow(events: AsyncIterable<RestoreEvent>): Promise<RestoreEvent[]> {
  const seen: RestoreEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

/** Plans and restores; returns the last thing that was told. */
export async function restored(on: Bench, spec: Record<string, unknown>): Promise<RestoreEvent[]> {
  return follow(restore(await planned(on, spec), { profile: 'test' }, on.ports));
}

/** How often an operation reached the sandbox. */
export function sent({ sandbox }: Bench, operation: string): number {
  return sandbox.requests.all.filter((request) => request.operation === operation).length;
}
