/**
 * UpdateTable. Order: shape, "at least one of", one concern a call, the table exists, its state, the value
 * (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-433 and -448).
 */
import { isBeingRestored, statusOf, type Table } from '../state/table';
import { ApiError, inUse, invalid, invalidParameters, resourceNotFound } from '../wire/error';
import { notImitated } from '../wire/gaps';
import { describeTable } from './describe-table';
import { tableNamed } from './locate';
import { operation, type Call, type Operation } from './operation';
import {
  updateEncryption,
  updateProtection,
  updateStream,
  updateTableClass,
  updateWarmThroughput,
} from './update-features';
import { updateIndexes } from './update-indexes';
import { updateReplicas } from './update-replicas';
import { updateTableInput, type UpdateTableInput } from './update-table-input';
import { updateMaxima, updateThroughput } from './update-throughput';

/** What one call may change: the first five may travel together in some company, each of the others stands alone. */
const concerns = [
  'ProvisionedThroughput',
  'BillingMode',
  'GlobalSecondaryIndexUpdates',
  'StreamSpecification',
  'OnDemandThroughput',
  'SSESpecification',
  'TableClass',
  'DeletionProtectionEnabled',
  'WarmThroughput',
  'ReplicaUpdates',
  'VectorIndexUpdates',
] as const satisfies readonly (keyof UpdateTableInput)[];
type Concern = (typeof concerns)[number];

/** The first of these that is not alone names itself. */
const alone: readonly [Concern, string][] = [
  ['ReplicaUpdates', 'Replica'],
  ['SSESpecification', 'Server-Side Encryption'],
  ['TableClass', 'TableClass'],
  ['DeletionProtectionEnabled', 'DeletionProtection'],
  ['WarmThroughput', 'WarmThroughput'],
];

async function updateTable(input: UpdateTableInput, call: Call): Promise<object> {
  const given = concerns.filter((concern) => input[concern] !== undefined && !isDropped(input, concern));
  checkConcerns(input, given);
  const table = changeableTable(call, input.TableName);
  checkNotOnlyEmpty(input, given);
  const effective = change(call, table, input, given);
  if (input.GlobalSecondaryIndexUpdates !== undefined) await call.region.items.declare(table);
  const description = describeTable(call, table);
  return { TableDescription: effective ? description : { ...description, ...settledNoOp(given) } };
}

/** A re-send of the present table class says UPDATING, and nothing happens. */
function settledNoOp(given: readonly Concern[]): object {
  return given[0] === 'TableClass' ? { TableStatus: 'UPDATING' } : {};
}

/** An empty `OnDemandThroughput` or `WarmThroughput` beside anything else is silently dropped. */
function isDropped(input: UpdateTableInput, concern: Concern): boolean {
  if (!isEmptyObject(input, concern)) return false;
  return concerns.some((other) => other !== concern && input[other] !== undefined);
}

function isEmptyObject(input: UpdateTableInput, concern: Concern): boolean {
  if (concern !== 'OnDemandThroughput' && concern !== 'WarmThroughput') return false;
  const value = input[concern];
  return value !== undefined && Object.keys(value).length === 0;
}

function checkConcerns(input: UpdateTableInput, given: readonly Concern[]): void {
  if (given.length === 0) {
    throw invalid(
      'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required',
    );
  }
  if (input.GlobalSecondaryIndexUpdates?.length === 0 && given.length > 1) {
    throw invalid('List of GlobalSecondaryIndexUpdates is empty');
  }
  for (const [concern, title] of alone) {
    if (given.includes(concern) && given.length > 1) {
      throw invalidParameters(`${title} modification must be the only operation in the request`);
    }
  }
  const withMaxima = given.filter((concern) => concern !== 'BillingMode' && concern !== 'OnDemandThroughput');
  if (given.includes('OnDemandThroughput') && withMaxima.length > 0) {
    throw invalidParameters(
      'OnDemandThroughput can only be combined with BillingMode in an UpdateTable request',
    );
  }
  if (given.includes('StreamSpecification') && given.includes('ProvisionedThroughput')) {
    throw invalidParameters('You cannot modify stream status while updating table IOPS');
  }
  if (given.includes('VectorIndexUpdates')) throw notImitated('vector-index-updates');
}

/** A restore target is not there for UpdateTable; a created or dying table is, and refuses. */
function changeableTable(call: Call, given: string): Table {
  const table = tableNamed(call, given);
  if (isBeingRestored(table, call.now)) throw resourceNotFound(`Table: ${table.name}`);
  const status = statusOf(table, call.now);
  if (status === 'CREATING') throw inUse(`Table is being created: ${table.name}`);
  if (status === 'DELETING') throw inUse(`Table is being deleted: ${table.name}`);
  return table;
}

/** `{}` alone is a fault of the service's own: always HTTP 500 with an empty text (DDB-TABLE-448). */
function checkNotOnlyEmpty(input: UpdateTableInput, given: readonly Concern[]): void {
  const [only] = given;
  if (given.length === 1 && only !== undefined && isEmptyObject(input, only)) {
    throw new ApiError('InternalFailure', '', 500);
  }
}

/** All or nothing: what a refused part would leave behind is taken back. @returns whether anything changes */
function change(call: Call, table: Table, input: UpdateTableInput, given: readonly Concern[]): boolean {
  const { settings, pending, indexWork, budgets } = table;
  const before = structuredClone({ settings, pending, indexWork, budgets });
  try {
    const only = given.length === 1 ? given[0] : undefined;
    return only === undefined ? changeTogether(call, table, input) : changeOne(call, table, input, only);
  } catch (error) {
    Object.assign(table, before);
    throw error;
  }
}

function changeOne(call: Call, table: Table, input: UpdateTableInput, concern: Concern): boolean {
  const { SSESpecification = {}, TableClass = 'STANDARD', DeletionProtectionEnabled = false } = input;
  if (concern === 'SSESpecification') return updateEncryption(call, table, SSESpecification);
  if (concern === 'TableClass') return updateTableClass(call, table, TableClass);
  if (concern === 'DeletionProtectionEnabled')
    return updateProtection(call, table, DeletionProtectionEnabled);
  if (concern === 'WarmThroughput') return updateWarmThroughput(call, table, input.WarmThroughput ?? {});
  if (concern === 'ReplicaUpdates') return updateReplicas(call, table, input.ReplicaUpdates ?? []);
  return changeTogether(call, table, input);
}

/**
 * The concerns that may travel together: billing mode with throughput, indexes, maxima or a stream. None of them stands in the way of
 * another of the same call, so each is checked against what was running before.
 */
function changeTogether(call: Call, table: Table, input: UpdateTableInput): boolean {
  const running = table.pending;
  const started: Table['pending'] = [];
  let effective = false;
  for (const step of stepsIn(call, table, input)) {
    table.pending = [...running];
    effective = step() || effective;
    started.push(...table.pending.slice(running.length));
  }
  table.pending = [...running, ...started];
  return effective;
}

function stepsIn(call: Call, table: Table, input: UpdateTableInput): readonly (() => boolean)[] {
  const {
    StreamSpecification: stream,
    OnDemandThroughput: maxima,
    GlobalSecondaryIndexUpdates: updates,
  } = input;
  return [
    () => updateThroughput(call, table, input),
    () => updates !== undefined && updateIndexes(call, table, input),
    () => stream !== undefined && updateStream(call, table, stream),
    () => maxima !== undefined && updateMaxima(call, table, maxima, input.BillingMode),
  ];
}

export const updateTableOperations: Record<string, Operation> = {
  UpdateTable: operation(updateTableInput, updateTable),
};
