/** The item calls, answered by dynalite under the table's id. */
import batchGetItem from 'dynalite/actions/batchGetItem.js';
import batchWriteItem from 'dynalite/actions/batchWriteItem.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import batchGetItemRules from 'dynalite/validations/batchGetItem.js';
import batchWriteItemRules from 'dynalite/validations/batchWriteItem.js';
import deleteItemRules from 'dynalite/validations/deleteItem.js';
import getItemRules from 'dynalite/validations/getItem.js';
import putItemRules from 'dynalite/validations/putItem.js';
import queryRules from 'dynalite/validations/query.js';
import scanRules from 'dynalite/validations/scan.js';
import updateItemRules from 'dynalite/validations/updateItem.js';
import validations from 'dynalite/validations/index.js';
import type { Store } from 'dynalite/db/index.js';
import { isHeld } from '../state/items';
import { indexStatusOf, type Table } from '../state/table';
import { ApiError, invalid } from '../wire/error';
import { notImitated } from '../wire/gaps';
import { nameIn, tableWithData } from './locate';
import type { Call, Operation } from './operation';

type Action = typeof putItem;
type Rules = typeof putItemRules;
type Input = Record<string, unknown>;

function itemOperation(action: Action, rules: Rules): Operation {
  return async (given, call) => {
    const input = bareNames(call, structuredClone(given) as Input);
    const { store } = call.region.items;
    const checked = checkedInput(input, rules, store);
    const tables = tablesIn(call, checked);
    checkIndex(call, checked, tables);
    const names = new Map(tables.map((table) => [table.name, table.id]));
    const answer = await translated(() => run(action, call, renamed(checked, names)));
    return renamed(answer, new Map(tables.map((table) => [table.id, table.name])));
  };
}

/** dynalite trips over some malformed requests; the service calls such a request one that cannot be read. */
function checkedInput(input: Input, rules: Rules, store: Store): Input {
  try {
    const read = validations.checkTypes(input, rules.types);
    validations.checkValidations(read, rules.types, rules.custom, store);
    return read;
  } catch (error) {
    throw isDynaliteError(error)
      ? apiError(error)
      : new ApiError('SerializationException', 'Unexpected value');
  }
}

function run(action: Action, call: Call, input: Input): Promise<Input> {
  return new Promise((resolve, reject) => {
    action(call.region.items.store, input, (error, result) => {
      if (error === null || error === undefined) resolve((result ?? {}) as Input);
      else reject(error);
    });
  });
}

/** Full ARNs as table names become bare names. */
function bareNames(call: Call, input: Input): Input {
  const { TableName: table, RequestItems: items } = input;
  if (typeof table === 'string') input['TableName'] = nameIn(call, table);
  if (typeof items === 'object' && items !== null && !Array.isArray(items)) {
    input['RequestItems'] = Object.fromEntries(
      Object.entries(items).map(([key, value]) => [nameIn(call, key), value]),
    );
  }
  return input;
}

function tablesIn(call: Call, input: Input): Table[] {
  const { TableName: table, RequestItems: items } = input;
  const names = typeof table === 'string' ? [table] : Object.keys(items ?? {});
  return names.map((name) => tableWithData(call, name));
}

function checkIndex(call: Call, input: Input, [table]: readonly Table[]): void {
  const { IndexName: indexName } = input;
  if (typeof indexName !== 'string' || table === undefined) return;
  const { globalIndexes, localIndexes, vectorIndexes } = table.settings;
  const index = globalIndexes.find((candidate) => candidate.IndexName === indexName);
  const isVector = vectorIndexes.some((candidate) => candidate.IndexName === indexName);
  if (isVector || (index !== undefined && !isHeld(index))) {
    throw notImitated('hard-index-reads');
  }
  if (index === undefined && localIndexes.every((candidate) => candidate.IndexName !== indexName)) {
    throw invalid(`The table does not have the specified index: ${indexName}`);
  }
  if (index !== undefined && indexStatusOf(table, index, call.now).status === 'CREATING') {
    throw invalid(`Cannot read from backfilling global secondary index: ${indexName}`);
  }
}

/** Replaces the names of tables where item calls have them: `TableName`, and the keys of batches. */
function renamed(data: Input, names: ReadonlyMap<string, string>): Input {
  const name = (given: unknown): unknown => (typeof given === 'string' ? (names.get(given) ?? given) : given);
  const rename = (key: string, value: unknown): unknown => {
    if (key === 'TableName') return name(value);
    if (key === 'ConsumedCapacity' && Array.isArray(value))
      return value.map((entry: Input) => renamed(entry, names));
    if (typeof value !== 'object' || value === null) return value;
    if (key === 'ConsumedCapacity') return renamed(value as Input, names);
    if (!byTable.has(key)) return value;
    return Object.fromEntries(Object.entries(value).map(([table, inner]) => [String(name(table)), inner]));
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, rename(key, value)]));
}

const byTable = new Set(['RequestItems', 'Responses', 'UnprocessedItems', 'UnprocessedKeys']);

/** dynalite's errors carry the body they want to be answered with. */
async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isDynaliteError(error) ? apiError(error) : error;
  }
}

interface DynaliteError {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly message?: string; readonly Message?: string };
}

function isDynaliteError(error: unknown): error is DynaliteError {
  return typeof error === 'object' && error !== null && 'statusCode' in error && 'body' in error;
}

function apiError({ body }: DynaliteError): ApiError {
  const code = body.__type.split('#').at(-1) ?? body.__type;
  return new ApiError(code, body.message ?? body.Message ?? '');
}

export const itemOperations: Record<string, Operation> = {
  BatchGetItem: itemOperation(batchGetItem, batchGetItemRules),
  BatchWriteItem: itemOperation(batchWriteItem, batchWriteItemRules),
  DeleteItem: itemOperation(deleteItem, deleteItemRules),
  GetItem: itemOperation(getItem, getItemRules),
  PutItem: itemOperation(putItem, putItemRules),
  Query: itemOperation(query, queryRules),
  Scan: itemOperation(scan, scanRules),
  UpdateItem: itemOperation(updateItem, updateItemRules),
};
