/**
 * The backups of one Region, in the order in which they are listed: by id, then by the table's name. An id alone does not tell two
 * backups apart: all SYSTEM backups of one millisecond have the same, and only their tables differ.
 */
import type { Backup } from './backup';

/** Where a backup stands in the order; a cursor is one that need not be there. */
export interface Position {
  readonly id: string;
  readonly table: string;
}

export interface BackupStore extends Iterable<Backup> {
  add(backup: Backup): void;
  remove(backup: Backup): void;
  find(position: Position): Backup | undefined;
  /** The backups after a position, oldest first; of one table, if one is named. */
  after(position: Position, table?: string): Iterable<Backup>;
  /** Those of one table, oldest first. */
  ofTable(table: string): readonly Backup[];
}

/** Before every backup. */
export const beginning: Position = { id: '', table: '' };

export function openBackupStore(): BackupStore {
  const all = openShelf();
  const shelves = new Map<string, Shelf>();
  return {
    add(backup) {
      const { name } = backup.source;
      const shelf = shelves.get(name) ?? openShelf();
      shelves.set(name, shelf);
      all.add(backup);
      shelf.add(backup);
    },
    remove(backup) {
      const shelf = shelves.get(backup.source.name);
      all.remove(backup);
      shelf?.remove(backup);
      if (shelf?.ordered().length === 0) shelves.delete(backup.source.name);
    },
    find(position) {
      const shelf = shelves.get(position.table)?.ordered() ?? [];
      const found = shelf[firstAfter(shelf, position) - 1];
      return found?.id === position.id ? found : undefined;
    },
    *after(position, table) {
      const shelf = (table === undefined ? all : shelves.get(table))?.ordered() ?? [];
      for (let n = firstAfter(shelf, position); n < shelf.length; n += 1) yield shelf[n] as Backup;
    },
    ofTable: (table) => shelves.get(table)?.ordered() ?? [],
    [Symbol.iterator]: () => all.ordered()[Symbol.iterator](),
  };
}

interface Shelf {
  add(backup: Backup): void;
  remove(backup: Backup): void;
  ordered(): readonly Backup[];
}

/** Backups nearly always come in their order; seeded ones may not, and are sorted once when somebody looks. */
function openShelf(): Shelf {
  const backups: Backup[] = [];
  let isOrdered = true;
  const ordered = (): Backup[] => {
    if (!isOrdered) backups.sort((a, b) => compare(positionOf(a), positionOf(b)));
    isOrdered = true;
    return backups;
  };
  return {
    ordered,
    add(backup) {
      const last = backups.at(-1);
      if (last !== undefined && compare(positionOf(last), positionOf(backup)) > 0) isOrdered = false;
      backups.push(backup);
    },
    remove(backup) {
      const at = firstAfter(ordered(), positionOf(backup)) - 1;
      if (backups[at] === backup) backups.splice(at, 1);
    },
  };
}

function positionOf(backup: Backup): Position {
  return { id: backup.id, table: backup.source.name };
}

/** The index of the first backup that stands after a position. */
function firstAfter(backups: readonly Backup[], position: Position): number {
  let [low, high] = [0, backups.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(positionOf(backups[middle] as Backup), position) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

function compare(a: Position, b: Position): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  if (a.table === b.table) return 0;
  return a.table < b.table ? -1 : 1;
}
