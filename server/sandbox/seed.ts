/** Putting tables and backups into a sandbox directly: at once, at any moment of the past, past every lock and rate. */
import { backupOf, type Backup } from './state/backup';
import type { DatedWrite } from './state/items';
import { sizeOf } from './state/items';
import { findKey, type Key } from './state/keys';
import { itemsAt, type AttributeMap, type Table, type TroubledStatus } from './state/table';
import { dropTable, nextBackupMoment, regionOf, settle, type World } from './state/world';
import { makeTable } from './operations/make-table';
import { createTableInput, settingsFor } from './operations/tables';
import { callFor } from './services/desk';
import { parse } from './wire/shape';

export interface TableSeed {
  readonly region: string;
  /** The request of CreateTable. A key `pk` of type S, on demand, is taken for what is left out. */
  readonly table: { readonly TableName: string } & Record<string, unknown>;
  /** Epoch milliseconds; an hour ago by default. The table is ACTIVE from then on. */
  readonly createdAt?: number;
  /** Items in DynamoDB JSON, written at `createdAt`. */
  readonly items?: readonly AttributeMap[];
  /** Later writes with their moments, oldest first. */
  readonly changes?: readonly DatedWrite[];
  /** The attribute of time to live, switched on. */
  readonly timeToLive?: string;
  /** Point-in-time recovery, switched on at `since` (`createdAt` by default). */
  readonly pointInTime?: { readonly since?: number; readonly days?: number };
}

export interface BackupSeed {
  readonly region: string;
  readonly table: string;
  readonly name: string;
  /** Epoch milliseconds; now by default. The items are those of that moment, the settings those of the table now. */
  readonly at?: number;
  readonly type?: 'USER' | 'AWS_BACKUP';
}

export interface Seed {
  table(seed: TableSeed): Promise<Table>;
  backup(seed: BackupSeed): Backup;
  /** Deletes a table as if it had been deleted at `at`; with point-in-time recovery on it leaves a SYSTEM backup. */
  deleteTable(region: string, name: string, at: number): void;
  /** A table that is gone without a word, as a restore whose key was lost. */
  vanish(region: string, name: string): void;
  /** Puts a table into a state of trouble, or out of it again. */
  trouble(region: string, name: string, status: TroubledStatus | undefined): void;
  /** One of the Region's KMS keys by its alias; its `state` may be changed. */
  key(region: string, alias: string): Key;
}

const hourMs = 3_600_000;

export function seeding(world: World): Seed {
  return {
    async table(seed) {
      settle(world);
      const region = regionOf(world, seed.region);
      if (region.tables.has(seed.table.TableName))
        throw new Error(`Table ${seed.table.TableName} exists already.`);
      const createdAt = seed.createdAt ?? world.clock.now() - hourMs;
      const input = parse(createTableInput, { ...plainTable(seed.table), ...seed.table });
      const settings = settingsFor(callFor(world, seed.region), input);
      const written = (seed.items ?? []).map((put) => ({ at: createdAt, put }));
      const writes = [...written, ...(seed.changes ?? [])];
      const made = { name: input.TableName, settings, at: createdAt, activeAt: createdAt, writes };
      const table = await makeTable(world, region, made);
      table.tags = input.Tags ?? [];
      if (seed.timeToLive !== undefined) table.timeToLive = { attribute: seed.timeToLive, lockedUntil: 0 };
      if (seed.pointInTime !== undefined) {
        table.pointInTime = { since: seed.pointInTime.since ?? createdAt, days: seed.pointInTime.days ?? 35 };
      }
      count(world, table);
      return table;
    },
    backup(seed) {
      const region = regionOf(world, seed.region);
      const { name, type = 'USER', at: asked = world.clock.now() } = seed;
      const at = nextBackupMoment(region, asked);
      const suffix = world.random.hex(8);
      const made = { name, type, at, suffix, availableAt: asked, visibleAt: asked };
      const recorded = backupOf(known(world, seed.region, seed.table), made);
      const counted = { itemCount: recorded.items.length, sizeBytes: sizeOf(recorded.items) };
      const backup = { ...recorded, source: { ...recorded.source, ...counted } };
      region.backups.add(backup);
      return backup;
    },
    deleteTable(region, name, at) {
      const table = known(world, region, name);
      table.deletion = { at, goneAt: at + world.durations.tableDeleting };
      settle(world);
    },
    vanish(region, name) {
      dropTable(regionOf(world, region), known(world, region, name));
    },
    trouble(region, name, status) {
      known(world, region, name).trouble = status;
    },
    key(region, alias) {
      const key = findKey(regionOf(world, region).keys, alias);
      if (key === undefined) throw new Error(`There is no key ${alias} in ${region}.`);
      return key;
    },
  };
}

function known(world: World, region: string, name: string): Table {
  const table = regionOf(world, region).tables.get(name);
  if (table === undefined) throw new Error(`There is no table ${name} in ${region} to seed from.`);
  return table;
}

/** What is not said of a table: a string key `pk`, and on-demand billing unless throughput is given. */
function plainTable(given: Record<string, unknown>): Record<string, unknown> {
  return {
    ...(given['KeySchema'] === undefined && {
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    }),
    ...(given['ProvisionedThroughput'] === undefined && { BillingMode: 'PAY_PER_REQUEST' }),
  };
}

/** Seeded tables are old enough for their item counts to be right. */
function count(world: World, table: Table): void {
  const items = itemsAt(table, Infinity);
  table.statistics = { at: world.clock.now(), itemCount: items.length, sizeBytes: sizeOf(items) };
}
