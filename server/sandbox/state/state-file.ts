/** Keeping a sandbox's state in a file, so that it is there again when the program is started anew. */
import { existsSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Backup } from './backup';
import type { Key } from './keys';
import type { Scaling } from './scaling';
import type { Settings } from './settings';
import type { Table } from './table';
import { regionOf, type Region, type World } from './world';

const version = 2;

interface Saved {
  readonly version: number;
  /** Epoch milliseconds: a clock that was put forward must not go back. */
  readonly now: number;
  /** Where the sequence of names and numbers goes on. */
  readonly random: number;
  readonly scaling: Scaling;
  readonly regions: readonly SavedRegion[];
}

interface SavedRegion {
  readonly name: string;
  readonly tables: readonly Table[];
  readonly backups: readonly Backup[];
  readonly keyStates: readonly Key['state'][];
}

export interface StateFile {
  /**
   * Resolves when all that has happened up to now is on the disk. Calls at one time share one write.
   * @throws Error when it cannot be written
   */
  kept(): Promise<void>;
}

/** Each write is the whole state, so this is for the sandbox of a person or a test, not for a hundred thousand backups. */
export function stateFile(path: string, world: World): StateFile {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return {
    kept() {
      next ??= running.then(() => {
        next = undefined;
        const write = writeSafely(path, JSON.stringify(savedForm(world)));
        running = write.catch(() => {});
        return write;
      });
      return next;
    },
  };
}

/** Beside the file, down to the disk, then renamed: whoever reads it, after whatever end, finds the old state or the new one. */
async function writeSafely(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** Windows has no such thing as a folder that is synced. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The state in a file, or undefined when there is no such file. @throws Error when it is no state of this version */
export function readState(path: string): Saved | undefined {
  if (!existsSync(path)) return undefined;
  const saved = parsed(path);
  if (saved?.version === version) return saved as Saved;
  throw new Error(
    `${path} is no state of this version of the sandbox, and was left as it is. Name another file, or remove it.`,
  );
}

function parsed(path: string): Partial<Saved> | undefined {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Partial<Saved> | null) ?? undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Puts what was saved into an empty world. */
export async function loadState(saved: Saved, world: World): Promise<void> {
  world.clock.advance(Math.max(0, saved.now - world.clock.now()));
  world.scaling.targets.push(...saved.scaling.targets);
  world.scaling.policies.push(...saved.scaling.policies);
  world.scaling.alarms.push(...saved.scaling.alarms);
  for (const region of saved.regions) await loadRegion(region, regionOf(world, region.name));
}

async function loadRegion({ tables, backups, keyStates }: SavedRegion, region: Region): Promise<void> {
  for (const [n, state] of keyStates.entries()) {
    const key = region.keys[n];
    if (key !== undefined) key.state = state;
  }
  for (const backup of backups) {
    region.backups.add(backup);
    region.backupMoments.set(backup.createdAt, backup.createdAt + 1);
  }
  for (const table of tables) {
    for (const change of table.pending) restoreAbsence(change.settings);
    region.tables.set(table.name, table);
    await region.items.declare(table);
    await region.items.load(table, []);
  }
}

function savedForm(world: World): Saved {
  const regions = [...world.regions.values()].map(({ name, tables, backups, keys }) => ({
    name,
    tables: [...tables.values()].map(withAbsence),
    backups: [...backups],
    keyStates: keys.map(({ state }) => state),
  }));
  const { clock, random, scaling } = world;
  return { version, now: clock.now(), random: random.state(), scaling, regions };
}

/** A pending change to "none" is a member that is there and undefined, which JSON cannot say: it is written as null. */
function withAbsence(table: Table): Table {
  const nulled = (settings: Partial<Settings>): Partial<Settings> =>
    Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value ?? null]));
  return {
    ...table,
    pending: table.pending.map((change) => ({ ...change, settings: nulled(change.settings) })),
  };
}

function restoreAbsence(settings: Partial<Settings>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === null) Object.assign(settings, { [name]: undefined });
  }
}
