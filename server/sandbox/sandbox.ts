/** A local DynamoDB with backups, to be started in-process by tests or by `main.ts` as a program. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runningClock, standingClock, type Clock } from './clock';
import { scaled, short, type Durations } from './durations';
import { seededRandom } from './random';
import { addSampleData } from './sample';
import { seeding, type Seed } from './seed';
import { refuse, servicesOf } from './services/desk';
import { notYetFound } from './services/not-yet-found';
import { loadState, readState, stateFile } from './state/state-file';
import type { World } from './state/world';
import { openFaults, type Faults } from './wire/faults';
import { openServer } from './wire/http';
import { openRequestLog, type RequestLog } from './wire/requests';
import { openThrottle } from './wire/throttle';

export interface SandboxOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Only loopback addresses are served; `127.0.0.1` by default. */
  readonly host?: string;
  /** Fills two Regions with sample tables and backups; false by default. */
  readonly sample?: boolean;
  /**
   * Factor on the measured durations: 1 is the service's own pace, 0 takes no time at all. Without it each state lasts some seconds, for
   * people. The rules of point-in-time recovery are never scaled.
   */
  readonly scale?: number;
  /** Epoch milliseconds at which the clock stands still until `clock.advance`; without it the clock runs with the machine's. */
  readonly now?: number;
  /** False switches the rate limits off; true by default. */
  readonly throttling?: boolean;
  /** A file that the state is kept in. Sample data is not added to a state that is there. */
  readonly stateFile?: string;
  /** Opens the address `/sandbox/` for other processes, which must show this token; see `wire/control.ts`. */
  readonly controlToken?: string;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT`, for the SDK's `endpoint`. */
  readonly url: string;
  readonly account: string;
  readonly clock: Clock;
  /** May be changed at any time; what has begun keeps its time. */
  readonly durations: Durations;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly seed: Seed;
  /** The whole state, for looking at; tests that change it know more than the service's users can. */
  readonly world: World;
  /** Stops at once and cuts every connection. What a state file holds by then is all that was answered. */
  close(): Promise<void>;
}

const account = '123456789012';
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** The reason a sandbox cannot listen at an address, or undefined for a loopback address. */
export function hostRefusal(host: string): string | undefined {
  if (loopback.has(host)) return undefined;
  return `The sandbox accepts every signature, so it listens on loopback only: 127.0.0.1, ::1 or localhost, not ${host}.`;
}

/** @throws Error when the address is not loopback, the port is taken, or the state file cannot be read */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, stateFile: path } = options;
  const refusal = hostRefusal(host);
  if (refusal !== undefined) throw new Error(refusal);
  const saved = path === undefined ? undefined : readState(path);
  const world = emptyWorld(options, saved?.random);
  const seed = seeding(world);
  if (saved !== undefined) await loadState(saved, world);
  else if (options.sample === true) await addSampleData(seed, world.clock.now());
  const file = path === undefined ? undefined : stateFile(path, world);
  await file?.kept();
  const { clock, durations } = world;
  const faults = openFaults();
  const requests = openRequestLog();
  const services = servicesOf(world, openThrottle(clock, options.throttling ?? true));
  const { controlToken: token } = options;
  const server = openServer({
    clock,
    faults,
    requests,
    ...(token !== undefined && { control: { token, clock, faults, requests, kept: () => file?.kept() } }),
    requestId: () => world.random.requestId(),
    refuse,
    notYetFound: (request, ms) => notYetFound(world, request, ms),
    answer: async (request) => {
      try {
        return await services(request);
      } finally {
        if (!isRead(request.operation)) await file?.kept();
      }
    },
  });
  const url = await listening(server, host, port);
  return {
    url,
    account,
    clock,
    durations,
    faults,
    requests,
    seed,
    world,
    async close() {
      await closed(server);
      await file?.kept();
    },
  };
}

/** Reads change nothing that must be on the disk before they are answered. */
function isRead(operation: string): boolean {
  return /^(?:Describe|List|Get|BatchGet|Query|Scan)/.test(operation);
}

function emptyWorld(options: SandboxOptions, randomSeed = 1): World {
  return {
    account,
    clock: options.now === undefined ? runningClock() : standingClock(options.now),
    durations: options.scale === undefined ? { ...short } : scaled(options.scale),
    random: seededRandom(randomSeed),
    regions: new Map(),
    scaling: { targets: [], policies: [], alarms: [] },
  };
}

function listening(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
