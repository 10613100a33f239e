/** CreateTable, DescribeTable, ListTables, DeleteTable and DescribeLimits. */
import { isBeingRestored, statusOf, type Table } from '../state/table';
import { isBeingBackedUp } from '../state/world';
import { ApiError, inUse, invalid } from '../wire/error';
import { notImitated, notKnown } from '../wire/gaps';
import { flag, listOf, may, must, record, whole, type Infer } from '../wire/shape';
import { describeTable } from './describe-table';
import { keyArnFor } from './encryption';
import { nameIn, tableNamed } from './locate';
import { makeTable } from './make-table';
import { storedDocument } from './policy-document';
import { operation, type Call, type Operation } from './operation';
import {
  attributeDefinitions,
  billingMode,
  encryption,
  freeText,
  globalIndex,
  keySchema,
  localIndex,
  maxima,
  name,
  streamSpecification,
  tableClass,
  tableName,
  tag,
  units,
  vectorIndex,
  warm,
} from './shapes';
import { keySettings } from './table-rules';
import { checkTags } from './tag-rules';

export const createTableInput = record({
  TableName: must(tableName),
  AttributeDefinitions: must(attributeDefinitions),
  KeySchema: must(keySchema),
  LocalSecondaryIndexes: may(listOf(localIndex)),
  GlobalSecondaryIndexes: may(listOf(globalIndex)),
  VectorIndexes: may(listOf(vectorIndex)),
  BillingMode: may(billingMode),
  ProvisionedThroughput: may(units),
  OnDemandThroughput: may(maxima),
  WarmThroughput: may(warm),
  StreamSpecification: may(streamSpecification),
  SSESpecification: may(encryption),
  TableClass: may(tableClass),
  DeletionProtectionEnabled: may(flag),
  Tags: may(listOf(tag)),
  ResourcePolicy: may(freeText),
  GlobalTableSourceArn: may(freeText),
});

export type CreateTableInput = Infer<typeof createTableInput>;

/** The order is the service's: whether the request is valid comes before whether the name is free. */
async function createTable(input: CreateTableInput, call: Call): Promise<object> {
  if (input.GlobalTableSourceArn !== undefined) throw notImitated('replicas-elsewhere');
  const name = nameIn(call, input.TableName);
  const policy = input.ResourcePolicy === undefined ? undefined : storedDocument(input.ResourcePolicy);
  const settings = settingsFor(call, input);
  const tags = input.Tags ?? [];
  if (tags.length > 0) checkTags(tags);
  checkNameFree(call, name);
  call.spend(1.25);
  const activeAt = call.now + call.world.durations.tableCreating;
  const table = await makeTable(call.world, call.region, { name, settings, at: call.now, activeAt });
  table.tags = tags;
  if (policy !== undefined) table.policies['table'] = firstPolicy(policy, call.now);
  return { TableDescription: describeTable(call, table) };
}

function firstPolicy(document: string, now: number): Table['policies'][string] {
  const current = { document, revision: String(now) };
  return { current, readableAt: now, pendingUntil: now, changedAt: now, lockedUntil: now };
}

/** The settings that a CreateTable request asks for. */
export function settingsFor(call: Call, input: CreateTableInput): Table['settings'] {
  const keys = keySettings(input);
  return {
    ...keys,
    warm: { ...keys.warm, ...input.WarmThroughput },
    encryptionKey: keyArnFor(call, input.SSESpecification ?? {}),
    streamView: streamViewIn(input.StreamSpecification),
    tableClass: input.TableClass ?? 'STANDARD',
    deletionProtection: input.DeletionProtectionEnabled ?? false,
  };
}

/** The view type of a stream that is asked for; undefined is no stream. */
export function streamViewIn(
  specification: Infer<typeof streamSpecification> | undefined,
): Table['settings']['streamView'] {
  if (specification === undefined) return undefined;
  const { StreamEnabled, StreamViewType } = specification;
  if (StreamEnabled && StreamViewType === undefined) {
    throw invalid(
      'One or more parameter values were invalid: StreamViewType must be specified if StreamEnabled is true',
    );
  }
  if (!StreamEnabled && StreamViewType !== undefined) {
    throw invalid(
      'One or more parameter values were invalid: StreamViewType should not be specified if StreamEnabled is false',
    );
  }
  return StreamViewType;
}

function checkNameFree(call: Call, name: string): void {
  const existing = call.region.tables.get(name);
  if (existing === undefined) return;
  if (isBeingRestored(existing, call.now)) throw inUse(`Table is being used: ${name}`);
  if (existing.deletion !== undefined) throw inUse(`Table is being deleted: ${name}`);
  throw new ApiError('ResourceInUseException', `Table already exists: ${name}`);
}

function listTables(input: { Limit?: number; ExclusiveStartTableName?: string }, call: Call): object {
  const { Limit: limit = 100, ExclusiveStartTableName: after = '' } = input;
  const names = [...call.region.tables.keys()].toSorted(byBytes).filter((table) => byBytes(table, after) > 0);
  const page = names.slice(0, limit);
  return { TableNames: page, ...(names.length > limit && { LastEvaluatedTableName: page.at(-1) }) };
}

/** Byte order: upper case before lower case. Table names are ASCII, so code units will do. */
function byBytes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function deleteTable(input: { TableName: string }, call: Call): object {
  const table = tableNamed(call, input.TableName);
  checkDeletable(call, table);
  call.spend(1.25);
  table.deletion = { at: call.now, goneAt: call.now + call.world.durations.tableDeleting };
  return { TableDescription: describeTable(call, table) };
}

function checkDeletable(call: Call, table: Table): void {
  const { name } = table;
  if (table.settings.deletionProtection) {
    throw invalid(
      'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    );
  }
  const status = statusOf(table, call.now);
  if (status === 'DELETING') throw inUse(`Table is being deleted: ${name}`);
  if (status === 'CREATING') throw inUse(`Table is being created: ${name}`);
  if (table.indexWork.length > 0) {
    throw inUse('Cannot delete table while indexes are being created, updated, or deleted.');
  }
  const stream = table.pending.find((change) => change.concern === 'stream');
  if (stream !== undefined) {
    const direction = stream.streamOperation === 'ENABLE' ? 'enabled' : 'disabled';
    throw inUse(`Cannot delete table while stream is being ${direction}.`);
  }
  if (table.pending.length > 0) throw inUse(`Table: ${name} is in the process of being updated.`);
  if (table.tagWrite !== undefined && table.tagWrite.lockedUntil > call.now) {
    throw inUse(`Table tags are being updated: ${name}`);
  }
  if (Object.values(table.policies).some((policy) => policy.pendingUntil > call.now)) {
    throw inUse(`Table: ${name} has a pending resource-based policy update.`);
  }
  checkReplicaSource(table);
  if (isBeingBackedUp(call.region, table, call.now)) throw notKnown('table-deleted-while-backed-up');
}

function checkReplicaSource(table: Table): void {
  if (table.replicas.length === 0) return;
  throw invalid(
    'Replica cannot be deleted because it has acted as a source region for new replica(s) being added to the table in the last 24 hours',
  );
}

const limits = {
  AccountMaxReadCapacityUnits: 80_000,
  AccountMaxWriteCapacityUnits: 80_000,
  TableMaxReadCapacityUnits: 40_000,
  TableMaxWriteCapacityUnits: 40_000,
};

export const tableOperations: Record<string, Operation> = {
  CreateTable: operation(createTableInput, createTable),
  DescribeTable: operation(record({ TableName: must(tableName) }), (input, call) => ({
    Table: describeTable(call, tableNamed(call, input.TableName)),
  })),
  ListTables: operation(
    record({ Limit: may(whole({ min: 1, max: 100 })), ExclusiveStartTableName: may(name) }),
    listTables,
  ),
  DeleteTable: operation(record({ TableName: must(tableName) }), deleteTable),
  DescribeLimits: operation(record({}), () => limits),
};
