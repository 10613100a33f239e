/** The concerns of UpdateTable that stand alone or are about one switch: stream, class, protection, encryption, warm throughput. */
import type { PendingChange, Table } from '../state/table';
import { ApiError, inUse, invalid, invalidParameters, overLimit } from '../wire/error';
import type { Infer } from '../wire/shape';
import { keyArnFor } from './encryption';
import { streamLabel } from './make-table';
import type { Call } from './operation';
import type { encryption, streamSpecification } from './shapes';
import { streamViewIn } from './tables';

const dayMs = 86_400_000;

export function running(table: Table, ...sought: PendingChange['concern'][]): PendingChange | undefined {
  return table.pending.find((change) => sought.includes(change.concern));
}

function begin(
  call: Call,
  table: Table,
  change: Pick<PendingChange, 'concern' | 'settings'>,
  durationMs: number,
  more = {},
): void {
  table.pending.push({ ...change, ...more, startedAt: call.now, until: call.now + durationMs });
}

export function updateStream(call: Call, table: Table, given: Infer<typeof streamSpecification>): boolean {
  const view = streamViewIn(given);
  checkStreamFree(table);
  const { name, settings } = table;
  if (view !== undefined && settings.streamView !== undefined) {
    throw invalid(`Table already has an enabled stream: TableName: ${name}`);
  }
  if (view === undefined && settings.streamView === undefined) {
    throw invalid(`Table has no stream to disable: TableName: ${name}`);
  }
  call.spend();
  if (view !== undefined) {
    settings.streamView = view;
    table.streamLabel = streamLabel(call.now);
  }
  const streamOperation = view === undefined ? 'DISABLE' : 'ENABLE';
  begin(
    call,
    table,
    { concern: 'stream', settings: { streamView: view } },
    call.world.durations.streamUpdating,
    { streamOperation },
  );
  return true;
}

function checkStreamFree(table: Table): void {
  const { name } = table;
  const stream = running(table, 'stream');
  if (stream !== undefined) {
    throw inUse(
      `A stream status change is currently in progress. Table: ${name} Stream: ${table.streamLabel} Operation: ${stream.streamOperation}`,
    );
  }
  if (running(table, 'throughput', 'billing') !== undefined) {
    throw inUse(`Can't enable or disable stream while table IOPS are being updated. Table: ${name}`);
  }
  if (running(table, 'class') !== undefined) {
    throw inUse(`Can't change stream status when a table class update is in progress. Table: ${name}`);
  }
  const [work] = table.indexWork;
  if (work !== undefined) {
    throw inUse(
      `Can't change stream status when an index is being ${work.kind === 'CREATE' ? 'created' : 'deleted'}. Table: ${name}`,
    );
  }
}

/**
 * Two changes in 30 days; once they are used up even the present class is refused. Behind an encryption change that overtook a class
 * change, a further one is accepted and lost.
 */
export function updateTableClass(
  call: Call,
  table: Table,
  tableClass: Table['settings']['tableClass'],
): boolean {
  const { name, budgets } = table;
  const going = running(table, 'class');
  if (going?.overtaken === true) return true;
  if (going !== undefined) {
    throw inUse(
      `Can't update table class when a table class update is in progress. Table: ${name} TableClassUpdateInProgress: ${going.settings.tableClass}`,
    );
  }
  if (running(table, 'throughput', 'billing', 'stream') !== undefined || table.indexWork.length > 0) {
    throw inUse(`Can't update table class when another table update is in progress. Table: ${name}`);
  }
  budgets.tableClass = budgets.tableClass.filter((at) => at > call.now - 30 * dayMs);
  if (budgets.tableClass.length >= 2)
    throw overLimit('Updates to TableClass are limited to 2 times in 30 day(s).');
  if (tableClass === table.settings.tableClass) return false;
  call.spend();
  budgets.tableClass.push(call.now);
  begin(call, table, { concern: 'class', settings: { tableClass } }, call.world.durations.tableClassUpdating);
  return true;
}

/** Synchronous; a real change keeps the next one out for 15 seconds. */
export function updateProtection(call: Call, table: Table, enabled: boolean): boolean {
  if (table.settings.deletionProtection === enabled) return false;
  const freeAt = (table.protectionChangedAt ?? -Infinity) + call.world.durations.protectionLock;
  if (freeAt > call.now) {
    throw new ApiError(
      'ThrottlingException',
      `Deletion protection setting for table ${table.name} modified within the previous 15000 milliseconds. ` +
        `Please try again after ${new Date(freeAt).toISOString()}`,
    );
  }
  table.settings.deletionProtection = enabled;
  table.protectionChangedAt = call.now;
  return true;
}

/** Only the ARN form of the present key counts as "no change": an alias, an id or `{Enabled: true}` encrypts anew. */
export function updateEncryption(call: Call, table: Table, given: Infer<typeof encryption>): boolean {
  if (running(table, 'encryption') !== undefined)
    throw inUse('Server-Side Encryption is still being updated');
  const { encryptionKey } = table.settings;
  if (given.KMSMasterKeyId !== undefined && given.KMSMasterKeyId === encryptionKey) {
    throw invalidParameters('Table is already encrypted with given KMSMasterKeyId');
  }
  checkEncryptionBudget(call, table);
  const key = keyArnFor(call, given);
  if (key === undefined && encryptionKey === undefined) {
    throw invalidParameters('Table is already encrypted by default');
  }
  call.spend();
  table.budgets.encryption.push(call.now);
  const overtaken = running(table, 'class');
  if (overtaken !== undefined) overtaken.overtaken = true;
  begin(
    call,
    table,
    { concern: 'encryption', settings: { encryptionKey: key } },
    call.world.durations.encryptionUpdating,
  );
  return true;
}

/** Four changes in any 24 hours, then one every six. */
function checkEncryptionBudget(call: Call, table: Table): void {
  const recent = table.budgets.encryption.filter((at) => at > call.now - dayMs);
  table.budgets.encryption = recent;
  const [first, last] = [recent[0], recent.at(-1)];
  if (recent.length < 4 || first === undefined || last === undefined) return;
  const nextAt = Math.min(last + 21_600_000, first + dayMs);
  if (nextAt <= call.now) return;
  const iso = (at: number): string => new Date(at).toISOString();
  throw overLimit(
    `Encryption mode changes are limited in the 24h window ending at ${iso(call.now)}. After the fourth change in a 24h window, ` +
      `one change is allowed in every 21600 seconds. Next changes can be made at ${iso(nextAt)}.`,
  );
}

export function updateWarmThroughput(
  call: Call,
  table: Table,
  given: Partial<Table['settings']['warm']>,
): boolean {
  const current = table.settings.warm;
  if (running(table, 'warm') !== undefined) {
    throw inUse(`Table: ${table.name} is in the process of being updated.`);
  }
  for (const member of ['ReadUnitsPerSecond', 'WriteUnitsPerSecond'] as const) {
    const value = given[member];
    if (value !== undefined && value < current[member]) {
      throw invalidParameters(
        `Requested ${member} for WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not supported`,
      );
    }
  }
  call.spend();
  const warm = { ...current, ...given };
  begin(call, table, { concern: 'warm', settings: { warm } }, call.world.durations.warmThroughputUpdating);
  return true;
}
