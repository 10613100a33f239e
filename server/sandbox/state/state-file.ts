/** Keeping a sandbox's state in a file, so that it is there again when the program is started anew. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Backup } from './backup';
import type { Scaling } from './scaling';
import type { Table } from './table';
import { regionOf, type World } from './world';

const version = 1;

interface Saved {
  readonly version: number;
  /** Where the sequence of names and numbers goes on. */
  readonly random: number;
  readonly scaling: Scaling;
  readonly regions: { readonly name: string; readonly tables: Table[]; readonly backups: Backup[] }[];
}

export interface StateFile {
  /** Writes the state soon; several changes in a row are one write. */
  touch(): void;
  /** Writes the state now. */
  save(): void;
}

const delayMs = 200;

/** Writes beside the file and renames, so that a reader never sees half of it. */
export function stateFile(path: string, world: World): StateFile {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    writeFileSync(`${path}.new`, JSON.stringify(savedForm(world)), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    save,
    touch() {
      timer ??= setTimeout(save, delayMs).unref();
    },
  };
}

/** The state in a file, or undefined when there is no such file. @throws Error when it is no state of this version */
export function readState(path: string): Saved | undefined {
  if (!existsSync(path)) return undefined;
  const saved = JSON.parse(readFileSync(path, 'utf8')) as Saved;
  if (saved.version === version) return saved;
  throw new Error(
    `${path} holds a sandbox state of version ${saved.version}; this sandbox reads version ${version}.`,
  );
}

/** Puts what was saved into an empty world. */
export async function loadState(saved: Saved, world: World): Promise<void> {
  world.scaling.targets.push(...saved.scaling.targets);
  world.scaling.policies.push(...saved.scaling.policies);
  world.scaling.alarms.push(...saved.scaling.alarms);
  for (const { name, tables, backups } of saved.regions) {
    const region = regionOf(world, name);
    for (const backup of backups) region.backups.set(backup.id, backup);
    for (const table of tables) {
      region.tables.set(table.name, table);
      await region.items.declare(table);
      await region.items.load(table, []);
    }
  }
}

function savedForm(world: World): Saved {
  const regions = [...world.regions.values()].map(({ name, tables, backups }) => ({
    name,
    tables: [...tables.values()].map(withChangesDone),
    backups: [...backups.values()],
  }));
  return { version, random: world.random.state(), scaling: world.scaling, regions };
}

/** A change that is running when the sandbox stops is done when it starts again. */
function withChangesDone(table: Table): Table {
  return {
    ...table,
    settings: Object.assign({}, table.settings, ...table.pending.map(({ settings }) => settings)),
    pending: [],
  };
}
