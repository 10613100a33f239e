/** Adding and removing global indexes of a table (UpdateTable, GlobalSecondaryIndexUpdates). */
import type { Table } from '../state/table';
import { ApiError, inUse, invalid, overLimit, resourceNotFound } from '../wire/error';
import type { Call } from './operation';
import { checkIndexUnits, checkKeySchema, checkProjection, storedGlobalIndex } from './table-rules';
import type { IndexUpdate, UpdateTableInput } from './update-table-input';

/** @returns whether an index is added or removed; new units are the business of the throughput change */
export function updateIndexes(
  call: Call,
  table: Table,
  input: Pick<UpdateTableInput, 'GlobalSecondaryIndexUpdates' | 'AttributeDefinitions' | 'BillingMode'>,
): boolean {
  const updates = input.GlobalSecondaryIndexUpdates ?? [];
  for (const update of updates) checkUpdate(call, table, update);
  const online = updates.filter(({ Create, Delete }) => Create !== undefined || Delete !== undefined);
  if (online.length === 0) return false;
  if (table.indexWork.length > 0 || online.length > 1) {
    throw overLimit('Only 1 online index can be created or deleted simultaneously per table');
  }
  const [{ Create: create, Delete: remove } = {}] = online;
  if (create !== undefined) createIndex(call, table, create, input);
  if (remove !== undefined) deleteIndex(call, table, remove.IndexName);
  return true;
}

function checkUpdate(call: Call, table: Table, { Update, Delete }: IndexUpdate): void {
  const indexName = Update?.IndexName ?? Delete?.IndexName;
  if (indexName === undefined) return;
  const known = table.settings.globalIndexes.some((index) => index.IndexName === indexName);
  if (!known && Update?.WarmThroughput !== undefined) throw new ApiError('InternalFailure', '', 500);
  if (!known) throw resourceNotFound(`Index ${indexName} for table ${table.name}`);
  const work = table.indexWork.find((candidate) => candidate.indexName === indexName);
  if (Delete !== undefined && work?.kind === 'CREATE' && work.allocatedAt > call.now) {
    throw inUse(
      'Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index is active. ' +
        `Table: ${table.name} Index: ${indexName}`,
    );
  }
}

function createIndex(
  call: Call,
  table: Table,
  create: NonNullable<IndexUpdate['Create']>,
  { AttributeDefinitions = [], BillingMode }: Pick<UpdateTableInput, 'AttributeDefinitions' | 'BillingMode'>,
): void {
  const { settings } = table;
  const names = [...settings.globalIndexes, ...settings.localIndexes].map((index) => index.IndexName);
  if (names.includes(create.IndexName)) {
    throw invalid(`Attempting to create an index which already exists: ${create.IndexName}`);
  }
  checkKeySchema(create.KeySchema, 4, 4);
  checkProjection(create.Projection);
  checkIndexUnits(create, BillingMode ?? settings.billingMode);
  if (settings.globalIndexes.length >= 20) {
    throw overLimit('Number of global secondary indexes exceeds per-table limit of 20');
  }
  call.spend();
  const defined = new Set(settings.attributes.map((attribute) => attribute.AttributeName));
  settings.attributes.push(
    ...AttributeDefinitions.filter((attribute) => !defined.has(attribute.AttributeName)),
  );
  settings.globalIndexes.push(storedGlobalIndex(create));
  const { indexUpdating, indexCreating } = call.world.durations;
  table.indexWork.push({
    indexName: create.IndexName,
    kind: 'CREATE',
    allocatedAt: call.now + indexUpdating,
    until: call.now + Math.max(indexCreating, indexUpdating),
  });
}

function deleteIndex(call: Call, table: Table, indexName: string): void {
  call.spend();
  const { indexUpdating, indexDeleting } = call.world.durations;
  table.indexWork = table.indexWork.filter((work) => work.indexName !== indexName);
  table.indexWork.push({
    indexName,
    kind: 'DELETE',
    allocatedAt: call.now + indexUpdating,
    until: call.now + Math.max(indexDeleting, indexUpdating),
  });
}
