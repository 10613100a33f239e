/** The part of dynalite 4.0.0 (Apache-2.0) that the item store uses; the package has no types of its own. */
declare module 'dynalite/db/index.js' {
  namespace db {
    type Done = (error: unknown) => void;
    type Item = Record<string, unknown>;
    interface ItemDb {
      put(key: string, item: Item, done: Done): void;
      del(key: string, done: Done): void;
    }
    interface TableDefinition {
      TableName: string;
      TableStatus: 'ACTIVE';
      KeySchema: object[];
      AttributeDefinitions: object[];
      LocalSecondaryIndexes: { IndexName: string }[];
      GlobalSecondaryIndexes: { IndexName: string }[];
      ProvisionedThroughput: object;
    }
    interface Iterator {
      close(): Promise<void>;
    }
    interface Store {
      db: Record<'keys' | 'values', (options: unknown) => Iterator>;
      tableDb: {
        put(name: string, definition: TableDefinition, done: Done): void;
        del(name: string, done: Done): void;
      };
      getItemDb(name: string): ItemDb;
      deleteItemDb(table: string, done: Done): void;
      deleteIndexDb(kind: 'Local' | 'Global', table: string, index: string, done: Done): void;
    }
    function create(options: object): Store;
    function createKey(item: Item, table: TableDefinition): string;
    function updateIndexes(
      store: Store,
      table: TableDefinition,
      before: Item | undefined,
      after: Item,
      done: Done,
    ): void;
    function itemSize(item: Item): number;
  }
  export = db;
}
declare module 'dynalite/validations/index.js' {
  const validations: {
    checkTypes(data: object, types: object): Record<string, unknown>;
    checkValidations(data: object, types: object, custom: unknown, store: unknown): void;
  };
  export = validations;
}
declare module 'dynalite/validations/*.js' {
  const validation: { types: object; custom: unknown };
  export = validation;
}
declare module 'dynalite/actions/*.js' {
  import type { Store } from 'dynalite/db/index.js';
  const action: (
    store: Store,
    data: Record<string, unknown>,
    done: (error: unknown, result?: object) => void,
  ) => void;
  export = action;
}
