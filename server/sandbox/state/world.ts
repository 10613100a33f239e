import type { Clock } from '../clock';
import type { Durations } from '../durations';
import type { Random } from '../random';
import { systemBackupOf } from './backup';
import { openBackupStore, type BackupStore } from './backup-store';
import { openItemStore, type ItemStore } from './items';
import { keysOf, type Key } from './keys';
import type { Scaling } from './scaling';
import { statusOf, type Table } from './table';

/** One account with all its Regions. */
export interface World {
  readonly account: string;
  readonly clock: Clock;
  readonly durations: Durations;
  readonly random: Random;
  readonly regions: Map<string, Region>;
  readonly scaling: Scaling;
}

export interface Region {
  readonly name: string;
  readonly tables: Map<string, Table>;
  readonly backups: BackupStore;
  /** For each moment that a backup was made at, a later one to try: see `nextBackupMoment`. */
  readonly backupMoments: Map<number, number>;
  readonly items: ItemStore;
  readonly keys: Key[];
}

/** A Region of the account; every Region is there, empty until used. */
export function regionOf(world: World, name: string): Region {
  const known = world.regions.get(name);
  if (known !== undefined) return known;
  const region: Region = {
    name,
    tables: new Map(),
    backups: openBackupStore(),
    backupMoments: new Map(),
    items: openItemStore(world.clock),
    keys: keysOf(name, world.account),
  };
  world.regions.set(name, region);
  return region;
}

/** Brings every state that is a matter of time up to the present: nothing in the sandbox runs on timers. */
export function settle(world: World): void {
  const now = world.clock.now();
  for (const region of world.regions.values()) {
    for (const table of region.tables.values()) settleTable(world, region, table, now);
  }
}

/** Nearly all tables are: thousands of them must not slow down every request. */
function isSettled(table: Table, now: number): boolean {
  return (
    table.activeAt <= now &&
    table.deletion === undefined &&
    table.vanishesAt === undefined &&
    table.pending.length === 0 &&
    table.indexWork.length === 0 &&
    table.replicas.length === 0
  );
}

function settleTable(world: World, region: Region, table: Table, now: number): void {
  if (isSettled(table, now)) return;
  if (table.deletion !== undefined) return settleDeletion(world, region, table, now);
  settleKeyLoss(world, region, table, now);
  for (const change of table.pending) {
    if (change.until > now) continue;
    Object.assign(table.settings, change.settings);
    if (change.settings.billingMode === 'PAY_PER_REQUEST') table.onDemandSince = change.until;
  }
  table.pending = table.pending.filter((change) => change.until > now);
  for (const work of table.indexWork) {
    if (work.kind !== 'DELETE' || work.until > now) continue;
    table.settings.globalIndexes = table.settings.globalIndexes.filter(
      (index) => index.IndexName !== work.indexName,
    );
  }
  table.indexWork = table.indexWork.filter((work) => work.until > now);
  table.replicas = table.replicas.filter(
    (replica) => replica.deletedAt === undefined || replica.deletedAt > now,
  );
}

/**
 * A table whose key is disabled while it is CREATING stays so for an hour, and then is gone without a word
 * (aws-controllers-k8s/dynamodb-controller, docs/api-quirks; not probed with restores, which are left alone).
 */
function settleKeyLoss(world: World, region: Region, table: Table, now: number): void {
  const key = region.keys.find(({ arn }) => arn === table.settings.encryptionKey);
  if (table.restore === undefined && table.activeAt > now && key?.state === 'Disabled') {
    table.vanishesAt ??= table.createdAt + world.durations.keylessCreating;
    table.activeAt = table.vanishesAt + 1;
  }
  if (table.vanishesAt !== undefined && table.vanishesAt <= now) dropTable(region, table);
}

/** Takes a table away, and what was kept for it. */
export function dropTable(region: Region, table: Table): void {
  region.tables.delete(table.name);
  region.items.forget(table);
}

function settleDeletion(world: World, region: Region, table: Table, now: number): void {
  if (table.deletion === undefined || table.deletion.goneAt > now) return;
  dropTable(region, table);
  if (table.pointInTime === undefined) return;
  keepSystemBackup(world, region, table, table.deletion.at);
}

/** Two tables of one name that died in one millisecond, as with durations of nothing, leave two backups a millisecond apart. */
function keepSystemBackup(world: World, region: Region, table: Table, deletedAt: number): void {
  const backup = systemBackupOf(table, deletedAt, deletedAt + world.durations.systemBackup);
  const isTaken = region.backups.find({ id: backup.id, table: table.name }) !== undefined;
  if (isTaken) keepSystemBackup(world, region, table, deletedAt + 1);
  else region.backups.add(backup);
}

/** Every table of the account that is being restored now, in any Region. */
export function runningRestores(world: World): Table[] {
  const now = world.clock.now();
  return [...world.regions.values()].flatMap((region) =>
    [...region.tables.values()].filter(
      (table) => table.restore !== undefined && statusOf(table, now) === 'CREATING',
    ),
  );
}

/** Whether a backup of a table is still being made. */
export function isBeingBackedUp(region: Region, table: Table, now: number): boolean {
  return region.backups.ofTable(table.name).some(({ availableAt }) => availableAt > now);
}

/** A moment for a new backup: now, or as little later as keeps the ids of a Region apart and in order. */
export function nextBackupMoment({ backupMoments: taken }: Region, now: number): number {
  let at = now;
  for (let later = taken.get(at); later !== undefined; later = taken.get(at)) at = later;
  taken.set(at, at + 1);
  // Many backups of one moment must not each walk past all the others.
  taken.set(now, at + 1);
  return at;
}
