/** Making a table, however it comes about: by CreateTable, by a restore, or as seed data. */
import { tableArn } from '../state/arn';
import type { DatedWrite } from '../state/items';
import type { Settings } from '../state/settings';
import type { Table } from '../state/table';
import type { Region, World } from '../state/world';

interface Making {
  readonly name: string;
  readonly settings: Settings;
  readonly at: number;
  readonly activeAt: number;
  readonly restore?: Table['restore'];
  /** Items it starts with. */
  readonly writes?: readonly DatedWrite[];
}

/** Puts a new table into a Region. The name must be free. */
export async function makeTable(world: World, region: Region, making: Making): Promise<Table> {
  const table: Table = {
    region: region.name,
    name: making.name,
    arn: tableArn(region.name, world.account, making.name),
    id: world.random.uuid(),
    createdAt: making.at,
    activeAt: making.activeAt,
    ...(making.restore !== undefined && { restore: making.restore }),
    settings: making.settings,
    pending: [],
    indexWork: [],
    ...(making.settings.billingMode === 'PAY_PER_REQUEST' && { onDemandSince: making.at }),
    ...(making.settings.streamView !== undefined && { streamLabel: streamLabel(making.at) }),
    timeToLive: { lockedUntil: 0 },
    tags: [],
    policies: {},
    insights: {},
    kinesis: [],
    replicas: [],
    budgets: { encryption: [], tableClass: [], decreases: [] },
    history: [],
    statistics: { at: making.at, itemCount: 0, sizeBytes: 0 },
  };
  region.tables.set(table.name, table);
  await region.items.declare(table);
  await region.items.load(table, making.writes ?? []);
  return table;
}

/** A stream is named after the moment it was switched on. */
export function streamLabel(at: number): string {
  return new Date(at).toISOString().slice(0, -1);
}
