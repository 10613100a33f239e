/**
 * The items: dynalite keeps them in memory and answers the item calls, one store a Region. A table is known there by its TableId, so
 * that two incarnations of one name never meet. Every write is noted in the table's history, from which backups and
 * point-in-time restores are made.
 */
import db, { type ItemDb, type Store, type TableDefinition } from 'dynalite/db/index.js';
import type { Clock } from '../clock';
import type { KeyElement } from './settings';
import { itemsAt, type AttributeMap, type ItemChange, type Table } from './table';

export interface ItemStore {
  readonly store: Store;
  /** Tells dynalite the present keys and indexes of a table; a new index is filled, one that is gone is emptied. */
  declare(table: Table): Promise<void>;
  /** Notes writes of given moments, oldest first, in the history of a declared table, and keeps what they leave. */
  load(table: Table, changes: readonly DatedWrite[]): Promise<void>;
  /** Gives back the memory of a table that is gone; its backups have items of their own. */
  forget(table: Table): void;
}

/** A write at a moment: `put` is a whole item, `remove` a key. */
export type DatedWrite =
  | { readonly at: number; readonly put: AttributeMap }
  | { readonly at: number; readonly remove: AttributeMap };

interface Declared {
  definition: TableDefinition;
  /** Writes an item without noting it in the history. */
  readonly write: (key: string, image: AttributeMap) => Promise<void>;
}

export function openItemStore(clock: Clock): ItemStore {
  const store = db.create({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  closeIterators(store);
  const declared = new Map<string, Declared>();

  return {
    store,
    async declare(table) {
      const definition = definitionOf(table);
      const known = declared.get(table.id);
      await settled((done) => store.tableDb.put(table.id, definition, done));
      if (known === undefined) {
        const write = noteWrites(store.getItemDb(table.id), table, clock);
        declared.set(table.id, { definition, write });
        return;
      }
      await refill(store, table, known.definition, definition);
      known.definition = definition;
    },
    async load(table, changes) {
      const known = declared.get(table.id);
      if (known === undefined)
        throw new Error(`Table ${table.name} has not been declared to the item store.`);
      for (const change of changes) table.history.push(historyEntry(change, known.definition));
      for (const image of itemsAt(table, Infinity)) {
        await settled((done) => db.updateIndexes(store, known.definition, undefined, image, done));
        await known.write(db.createKey(image, known.definition), image);
      }
    },
    forget(table) {
      const known = declared.get(table.id);
      if (known === undefined) return;
      declared.delete(table.id);
      remove(store, known.definition);
    },
  };
}

/**
 * dynalite 4.0.0 closes an iterator by a method that the iterators of its database do not have, so each scan and query would be kept
 * for ever, with all the data it saw.
 */
function closeIterators({ db: level }: Store): void {
  for (const kind of ['keys', 'values'] as const) {
    const open = level[kind].bind(level);
    level[kind] = (options) => {
      const iterator = open(options);
      return Object.assign(iterator, { return: () => iterator.close() });
    };
  }
}

/** Nobody waits for it: no name leads to a removed table any more. */
function remove(store: Store, definition: TableDefinition): void {
  const { TableName: id, LocalSecondaryIndexes: local, GlobalSecondaryIndexes: global } = definition;
  const done = (): void => {};
  store.tableDb.del(id, done);
  store.deleteItemDb(id, done);
  for (const { IndexName } of local) store.deleteIndexDb('Local', id, IndexName, done);
  for (const { IndexName } of global) store.deleteIndexDb('Global', id, IndexName, done);
}

/** Whether dynalite can hold an index: it knows no keys of several attributes. */
export function isHeld(index: { KeySchema: readonly KeyElement[] }): boolean {
  const count = (type: KeyElement['KeyType']): number =>
    index.KeySchema.filter((element) => element.KeyType === type).length;
  return count('HASH') === 1 && count('RANGE') <= 1;
}

/** The size of items in bytes, as the service counts it: names and values. */
export function sizeOf(items: readonly AttributeMap[]): number {
  return items.reduce((sum, item) => sum + db.itemSize(item), 0);
}

function definitionOf({ id, settings, indexWork }: Table): TableDefinition {
  const dying = new Set(indexWork.filter((work) => work.kind === 'DELETE').map((work) => work.indexName));
  return {
    TableName: id,
    TableStatus: 'ACTIVE',
    KeySchema: settings.keySchema,
    AttributeDefinitions: settings.attributes,
    LocalSecondaryIndexes: settings.localIndexes,
    GlobalSecondaryIndexes: settings.globalIndexes.filter(
      (index) => isHeld(index) && !dying.has(index.IndexName),
    ),
    ProvisionedThroughput: settings.throughput,
  };
}

/** Notes every write of dynalite in the table's history. @returns the write that is not noted */
function noteWrites(items: ItemDb, table: Table, clock: Clock): Declared['write'] {
  let foldAt = foldFrom;
  const note = (change: ItemChange): void => {
    table.history.push(change);
    if (table.history.length < foldAt) return;
    table.history = folded(table, clock.now());
    foldAt = Math.max(foldFrom, 2 * table.history.length);
  };
  const put = items.put.bind(items);
  const del = items.del.bind(items);
  items.put = (key, image, done) => {
    put(key, image, (error) => {
      if (isNothing(error)) note({ at: clock.now(), key, image: structuredClone({ ...image }) });
      done(error);
    });
  };
  items.del = (key, done) => {
    del(key, (error) => {
      if (isNothing(error)) note({ at: clock.now(), key });
      done(error);
    });
  };
  return (key, image) => settled((done) => put(key, image, done));
}

const foldFrom = 5_000;
const longestPeriodMs = 35 * 86_400_000;

/** The history without what no restore can ask for: all but the last write of each item before the window that can be restored to. */
function folded({ history, pointInTime }: Table, now: number): ItemChange[] {
  const before = pointInTime === undefined ? now : Math.max(pointInTime.since, now - longestPeriodMs);
  const last = new Map(history.filter(({ at }) => at <= before).map((change) => [change.key, change]));
  const isKept = (change: ItemChange): boolean =>
    change.at > before || (change.image !== undefined && last.get(change.key) === change);
  return history.filter(isKept);
}

async function refill(
  store: Store,
  table: Table,
  before: TableDefinition,
  after: TableDefinition,
): Promise<void> {
  const names = (definition: TableDefinition): Set<string> =>
    new Set(definition.GlobalSecondaryIndexes.map((index) => index.IndexName));
  const kept = names(after);
  const gone = [...names(before)].filter((name) => !kept.has(name));
  for (const name of gone) await settled((done) => store.deleteIndexDb('Global', table.id, name, done));
  const added = after.GlobalSecondaryIndexes.filter((index) => !names(before).has(index.IndexName));
  const onlyAdded = { ...after, LocalSecondaryIndexes: [], GlobalSecondaryIndexes: added };
  for (const image of itemsAt(table, Infinity)) {
    await settled((done) => db.updateIndexes(store, onlyAdded, undefined, image, done));
  }
}

function historyEntry(change: DatedWrite, definition: TableDefinition): ItemChange {
  if ('remove' in change) return { at: change.at, key: db.createKey(change.remove, definition) };
  return { at: change.at, key: db.createKey(change.put, definition), image: change.put };
}

function isNothing(error: unknown): boolean {
  return error === null || error === undefined;
}

/** A callback call as a promise. */
function settled(call: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => (isNothing(error) ? resolve() : reject(error)));
  });
}
