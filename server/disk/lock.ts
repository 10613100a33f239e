import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locks } from '../run/ports';
import { codeOf, unwritable } from './unwritable';

/** Figures in milliseconds; tests hand in smaller ones. */
export interface LockTimes {
  heartbeatMs: number;
  /** A holder whose process is dead, or runs on another machine, is given up after this long without a heartbeat. */
  staleMs: number;
  /** Even a living process id is given up then: the system has handed the number to somebody else. */
  forgottenMs: number;
  pollMs: number;
}

export const lockTimes: LockTimes = {
  heartbeatMs: 2_000,
  staleMs: 10_000,
  forgottenMs: 900_000,
  pollMs: 250,
};

interface Owner {
  token: string;
  pid: number;
  host: string;
}

/**
 * Locks as folders: `mkdir` succeeds for exactly one. They keep two windows from running one restore twice at a time, no more; what keeps
 * a second table from coming up is the service. Names are hashes, so that nothing of AWS becomes a path.
 */
export function folderLocks(folder: string, times: LockTimes = lockTimes): Locks {
  const locks = path.join(folder, 'locks');
  return {
    async take(key) {
      const lock = path.join(locks, createHash('sha256').update(key).digest('hex'));
      try {
        await mkdir(locks, { recursive: true, mode: 0o700 });
        const token = await waitFor(lock, times);
        return token === undefined ? undefined : hold(lock, token, times);
      } catch (error) {
        throw unwritable(folder, error);
      }
    },
  };
}

/** The token of the lock once it is ours. A holder that died is waited out, so that a restart can go on with what it left. */
async function waitFor(lock: string, times: LockTimes): Promise<string | undefined> {
  const untilMs = Date.now() + times.staleMs + 2 * times.pollMs;
  for (;;) {
    const token = await make(lock);
    if (token !== undefined) return token;
    const state = await holderOf(lock, times);
    if (state === 'alive' || (state === 'dying' && Date.now() >= untilMs)) return undefined;
    if (state === 'stale') await clear(lock, times);
    if (state === 'dying') await new Promise((resolve) => setTimeout(resolve, times.pollMs));
  }
}

async function make(lock: string): Promise<string | undefined> {
  try {
    await mkdir(lock, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
  const owner: Owner = { token: randomUUID(), pid: process.pid, host: os.hostname() };
  await writeFile(ownerFile(lock), JSON.stringify(owner), { mode: 0o600 });
  return owner.token;
}

function hold(lock: string, token: string, { heartbeatMs }: LockTimes): { release(): Promise<void> } {
  const beat = setInterval(() => {
    const now = new Date();
    // A lock that is gone has been given up by others meanwhile; the restore itself does not depend on it.
    utimes(ownerFile(lock), now, now).catch(() => clearInterval(beat));
  }, heartbeatMs);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      const owner = await readOwner(lock);
      if (owner?.token === token) await rm(lock, { recursive: true, force: true });
    },
  };
}

type Holder = 'alive' | 'stale' | 'dying' | 'none';

async function holderOf(lock: string, { staleMs, forgottenMs }: LockTimes): Promise<Holder> {
  const ageMs = await ageOf(lock);
  if (ageMs === undefined) return 'none';
  const owner = await readOwner(lock);
  // Made and not signed yet, or its maker died in between.
  if (owner === undefined) return ageMs > staleMs ? 'stale' : 'dying';
  if (ageMs > forgottenMs) return 'stale';
  if (owner.host !== os.hostname()) return ageMs > staleMs ? 'stale' : 'alive';
  if (isAlive(owner.pid)) return 'alive';
  return ageMs > staleMs ? 'stale' : 'dying';
}

/** Take a stale lock away. A second lock guards it, so that nobody takes away the one that comes after. */
async function clear(lock: string, times: LockTimes): Promise<void> {
  const guard = `${lock}.clearing`;
  try {
    await mkdir(guard, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (((await ageOf(guard)) ?? 0) > times.staleMs) await rm(guard, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, times.pollMs));
    return;
  }
  try {
    if ((await holderOf(lock, times)) === 'stale') await rm(lock, { recursive: true, force: true });
  } finally {
    await rm(guard, { recursive: true, force: true });
  }
}

/** Since the last heartbeat; `undefined` when there is no lock. */
async function ageOf(lock: string): Promise<number | undefined> {
  for (const file of [ownerFile(lock), lock]) {
    try {
      return Date.now() - (await stat(file)).mtimeMs;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  return undefined;
}

async function readOwner(lock: string): Promise<Owner | undefined> {
  try {
    const owner: unknown = JSON.parse(await readFile(ownerFile(lock), 'utf8'));
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is Owner {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'host' in value
  );
}

/** Signal 0 reaches nobody and tells whether there is somebody; EPERM means that there is. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function ownerFile(lock: string): string {
  return path.join(lock, 'owner.json');
}
