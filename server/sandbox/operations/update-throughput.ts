/** Billing mode, provisioned units and on-demand maxima of a table (UpdateTable). */
import {
  noUnits,
  onDemandWarm,
  type GlobalIndex,
  type Maxima,
  type Settings,
  type Units,
} from '../state/settings';
import type { Table } from '../state/table';
import { inUse, invalid, invalidParameters, overLimit } from '../wire/error';
import type { Call } from './operation';
import { running } from './update-features';
import type { UpdateTableInput } from './update-table-input';

type ThroughputInput = Pick<
  UpdateTableInput,
  'BillingMode' | 'ProvisionedThroughput' | 'GlobalSecondaryIndexUpdates'
>;

/** Starts a change of billing mode or units of the table and its indexes. @returns whether there is one */
export function updateThroughput(call: Call, table: Table, input: ThroughputInput): boolean {
  const { settings } = table;
  const mode = input.BillingMode ?? settings.billingMode;
  const units = input.ProvisionedThroughput;
  const indexUnits = indexUnitsIn(input);
  if (units === undefined && indexUnits.size === 0 && mode === settings.billingMode) return false;
  checkFree(table);
  if (mode === 'PAY_PER_REQUEST') {
    checkNoUnits(units, indexUnits);
    return mode !== settings.billingMode && switchToOnDemand(call, table);
  }
  const globalIndexes = withUnits(settings.globalIndexes, indexUnits, mode !== settings.billingMode);
  if (mode !== settings.billingMode) return switchToProvisioned(call, table, units, globalIndexes);
  checkChanges(table, units, indexUnits);
  spendDecrease(call, table, units);
  call.spend();
  const throughput = units ?? settings.throughput;
  const changed: Partial<Settings> = { throughput, globalIndexes, warm: highest(settings.warm, throughput) };
  begin(call, table, 'throughput', changed, call.world.durations.throughputUpdating);
  return true;
}

function indexUnitsIn(input: ThroughputInput): Map<string, Units> {
  const updates = (input.GlobalSecondaryIndexUpdates ?? []).flatMap(({ Update }) =>
    Update === undefined ? [] : [Update],
  );
  return new Map(
    updates.flatMap(({ IndexName, ProvisionedThroughput }) =>
      ProvisionedThroughput === undefined ? [] : [[IndexName, ProvisionedThroughput]],
    ),
  );
}

function checkFree(table: Table): void {
  const { name } = table;
  if (running(table, 'throughput', 'billing') !== undefined) {
    throw inUse(`Table IOPS are currently being updated. Table: ${name}`);
  }
  if (running(table, 'stream') !== undefined) {
    throw inUse(`Can't change table IOPS when stream status is being updated. Table: ${name}`);
  }
  if (running(table, 'class') !== undefined) {
    throw inUse(`Can't change table IOPS when a table class update is in progress. Table: ${name}`);
  }
  const [work] = table.indexWork;
  if (work !== undefined) {
    throw inUse(
      `Can't change table IOPS when an index is being ${work.kind === 'CREATE' ? 'created' : 'deleted'}. Table: ${name}`,
    );
  }
}

function checkNoUnits(units: Units | undefined, indexUnits: ReadonlyMap<string, Units>): void {
  if (units === undefined && indexUnits.size === 0) return;
  throw invalidParameters(
    'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
  );
}

function switchToOnDemand(call: Call, table: Table): boolean {
  call.spend();
  const { settings } = table;
  const warm = highest(settings.warm, {
    ReadCapacityUnits: onDemandWarm.ReadUnitsPerSecond,
    WriteCapacityUnits: onDemandWarm.WriteUnitsPerSecond,
  });
  const globalIndexes = settings.globalIndexes.map((index) => ({
    ...index,
    ProvisionedThroughput: { ...noUnits },
  }));
  const changed = {
    billingMode: 'PAY_PER_REQUEST',
    throughput: { ...noUnits },
    globalIndexes,
    warm,
  } as const;
  begin(call, table, 'billing', changed, call.world.durations.billingToOnDemand);
  return true;
}

function switchToProvisioned(
  call: Call,
  table: Table,
  units: Units | undefined,
  globalIndexes: GlobalIndex[],
): boolean {
  if (units === undefined) {
    throw invalidParameters(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
  call.spend();
  const changed: Partial<Settings> = {
    billingMode: 'PROVISIONED',
    throughput: units,
    globalIndexes,
    maxima: {},
  };
  begin(call, table, 'billing', changed, call.world.durations.billingToProvisioned);
  return true;
}

/** @param all whether every index must be given units, as in a switch to provisioned */
function withUnits(
  indexes: readonly GlobalIndex[],
  given: ReadonlyMap<string, Units>,
  all: boolean,
): GlobalIndex[] {
  return indexes.map((index) => {
    const units = given.get(index.IndexName);
    if (units === undefined && all) {
      throw invalidParameters(`ProvisionedThroughput must be specified for index: ${index.IndexName}`);
    }
    return units === undefined ? index : { ...index, ProvisionedThroughput: units };
  });
}

function checkChanges(table: Table, units: Units | undefined, indexUnits: ReadonlyMap<string, Units>): void {
  if (units !== undefined && isSame(units, table.settings.throughput)) throw willNotChange('table', units);
  for (const [indexName, wanted] of indexUnits) {
    const index = table.settings.globalIndexes.find((candidate) => candidate.IndexName === indexName);
    if (index !== undefined && isSame(wanted, index.ProvisionedThroughput))
      throw willNotChange(`index ${indexName}`, wanted);
  }
}

function willNotChange(what: string, units: Units): Error {
  const { ReadCapacityUnits: read, WriteCapacityUnits: write } = units;
  return invalid(
    `The provisioned throughput for the ${what} will not change. The requested value equals the current value. ` +
      `Current ReadCapacityUnits provisioned for the ${what}: ${read}. Requested ReadCapacityUnits: ${read}. ` +
      `Current WriteCapacityUnits provisioned for the ${what}: ${write}. Requested WriteCapacityUnits: ${write}. ` +
      'Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.',
  );
}

/** Four decreases a UTC day, then one an hour after the last. */
function spendDecrease(call: Call, table: Table, units: Units | undefined): void {
  if (units === undefined || !isDecrease(units, table.settings.throughput)) return;
  const midnight = call.now - (call.now % 86_400_000);
  const { budgets } = table;
  budgets.decreases = budgets.decreases.filter((at) => at >= midnight);
  const last = budgets.decreases.at(-1) ?? 0;
  const nextAt = Math.min(last + 3_600_000, midnight + 86_400_000);
  if (budgets.decreases.length >= 4 && nextAt > call.now) {
    const english = new Date(nextAt).toUTCString();
    throw overLimit(
      'Provisioned throughput decreases are limited within a given UTC day. After the first 4 decreases, each subsequent ' +
        `decrease in the same UTC day can be performed at most once every 3600 seconds. Number of decreases today: ` +
        `${budgets.decreases.length}. Next decrease can be made at ${english}`,
    );
  }
  budgets.decreases.push(call.now);
}

/** Synchronous and merged member by member; -1 clears one. */
export function updateMaxima(
  call: Call,
  table: Table,
  given: Maxima,
  mode?: Settings['billingMode'],
): boolean {
  const { settings } = table;
  const willBeOnDemand = (mode ?? settings.billingMode) === 'PAY_PER_REQUEST';
  if (!willBeOnDemand) {
    const [member] = Object.keys(given);
    throw invalidParameters(
      `${member} for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED`,
    );
  }
  if (mode === undefined) checkMaximaFree(table);
  const merged = { ...settings.maxima, ...given };
  for (const [member, value] of Object.entries(given)) {
    if (value === 0 || value < -1) {
      throw invalidParameters(
        `Requested ${member} for OnDemandThroughput for table is outside of valid range`,
      );
    }
    if (value === -1) delete merged[member as keyof Maxima];
  }
  table.laggingMaxima = { maxima: settings.maxima, until: call.now + call.world.durations.maximaLag };
  settings.maxima = merged;
  return true;
}

const maximaBlockers = [
  ['billing', 'BillingMode update'],
  ['stream', 'stream status update'],
  ['class', 'TableClass update'],
] as const;

function checkMaximaFree(table: Table): void {
  const going = maximaBlockers.find(([concern]) => running(table, concern) !== undefined)?.[1];
  const [work] = table.indexWork;
  const busy =
    going ?? (work === undefined ? undefined : `index ${work.kind === 'CREATE' ? 'creation' : 'deletion'}`);
  if (busy !== undefined) {
    throw inUse(`OnDemandThroughput cannot be updated while ${busy} is in progress. Table: ${table.name}`);
  }
}

function begin(
  call: Call,
  table: Table,
  concern: 'throughput' | 'billing',
  settings: Partial<Settings>,
  durationMs: number,
): void {
  table.pending.push({ concern, settings, startedAt: call.now, until: call.now + durationMs });
}

function highest(warm: Settings['warm'], units: Units): Settings['warm'] {
  return {
    ReadUnitsPerSecond: Math.max(warm.ReadUnitsPerSecond, units.ReadCapacityUnits),
    WriteUnitsPerSecond: Math.max(warm.WriteUnitsPerSecond, units.WriteCapacityUnits),
  };
}

function isSame(a: Units, b: Units): boolean {
  return a.ReadCapacityUnits === b.ReadCapacityUnits && a.WriteCapacityUnits === b.WriteCapacityUnits;
}

function isDecrease(wanted: Units, current: Units): boolean {
  return (
    wanted.ReadCapacityUnits < current.ReadCapacityUnits ||
    wanted.WriteCapacityUnits < current.WriteCapacityUnits
  );
}
