import type { Clock } from '../clock';
import type { Durations } from '../durations';
import type { Random } from '../random';
import { isVisible, systemBackupOf, type Backup } from './backup';
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
  /** By id, in the order of their creation. */
  readonly backups: Map<string, Backup>;
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
    backups: new Map(),
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

function settleTable(world: World, region: Region, table: Table, now: number): void {
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
  if (table.vanishesAt !== undefined && table.vanishesAt <= now) region.tables.delete(table.name);
}

function settleDeletion(world: World, region: Region, table: Table, now: number): void {
  if (table.deletion === undefined || table.deletion.goneAt > now) return;
  region.tables.delete(table.name);
  if (table.pointInTime === undefined) return;
  const backup = systemBackupOf(table, table.deletion.at, table.deletion.at + world.durations.systemBackup);
  region.backups.set(backup.id, backup);
}

/** Backups that a call can see now, oldest first. */
export function visibleBackups(region: Region, now: number): Backup[] {
  return [...region.backups.values()]
    .filter((backup) => isVisible(backup, now))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
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

/** A moment for a new backup: now, or as little later as keeps the ids of a Region apart and in order. */
export function nextBackupMoment(region: Region, now: number): number {
  let at = now;
  const taken = new Set([...region.backups.values()].map((backup) => backup.createdAt));
  while (taken.has(at)) at += 1;
  return at;
}
