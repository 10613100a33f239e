import {
  asJson,
  entriesOf,
  isFields,
  type Draft,
  type Fields,
  type Json,
  type Mutation,
  type Random,
} from './draft';
import { maxima, units } from './valid';

const global = 'GlobalSecondaryIndexOverride';
const local = 'LocalSecondaryIndexOverride';
const vector = 'VectorIndexOverride';

/** One of the entries of any list; where there are none, those of the source are listed first. */
const anEntry =
  (change: (entry: Fields, random: Random, draft: Draft) => void, ...lists: string[]): Mutation =>
  (draft, random) => {
    const of = lists.length > 0 ? lists : [global, local, vector];
    const listed = (): Fields[] => of.flatMap((list) => entriesOf(draft, list));
    if (listed().length === 0) for (const list of of) listAll(draft, list);
    const entries = listed();
    if (entries.length > 0) change(random.pick(entries), random, draft);
  };

/** All indexes of a kind as they are recorded; what the service shows of capacity that there is none of, a request may not say. */
function listAll({ spec, source: { settings } }: Draft, list: string): void {
  const { globalIndexes, localIndexes, vectorIndexes, billingMode } = settings;
  const isOnDemand = (spec['BillingModeOverride'] ?? billingMode) === 'PAY_PER_REQUEST';
  const recorded = { [global]: globalIndexes, [local]: localIndexes, [vector]: vectorIndexes }[list] ?? [];
  if (recorded.length === 0) return;
  spec[list] = recorded.map((index) => {
    const entry = asJson(index) as Fields;
    if (isOnDemand) delete entry['ProvisionedThroughput'];
    return entry;
  });
}

const put = (key: string, ...values: Json[]): Mutation =>
  anEntry((entry, random) => void (entry[key] = asJson(random.pick(values))));

const without = (key: string, ...lists: string[]): Mutation =>
  anEntry((entry) => void delete entry[key], ...lists);

const inProjection = (...values: Fields[]): Mutation =>
  anEntry((entry, random) => {
    entry['Projection'] = asJson(random.pick(values));
  });

const key = (AttributeName: string, KeyType: string): Fields => ({ AttributeName, KeyType });

/** Changes the keys of an entry that has some. */
const inKeys = (change: (keys: Json[]) => Json): Mutation =>
  anEntry(
    (entry) => {
      const keys = entry['KeySchema'];
      if (Array.isArray(keys)) entry['KeySchema'] = change(keys);
    },
    global,
    local,
  );

const invented: Fields = {
  IndexName: 'invented',
  KeySchema: [key('device', 'HASH'), key('orderId', 'RANGE')],
  Projection: { ProjectionType: 'ALL' },
};

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `a${at}`);

const inventedVector: Fields = {
  IndexName: 'invented',
  VectorAttribute: { AttributeName: 'embedding' },
  Projection: { ProjectionType: 'ALL' },
  Dimensions: 256,
  DistanceFunction: 'COSINE',
};

/** What can be done to the lists of indexes. */
export const indexMutations: Record<string, Mutation> = {
  'no list of global indexes': ({ spec }) => void delete spec[global],
  'no list of local indexes': ({ spec }) => void delete spec[local],
  'no global index': ({ spec }) => void (spec[global] = []),
  'no local index': ({ spec }) => void (spec[local] = []),
  'no vector index': ({ spec }) => void (spec[vector] = []),
  'a list that is none': ({ spec }, random) => {
    spec[random.pick([global, local, vector])] = random.pick<Json>([
      {},
      'byStatus',
      1,
      true,
      ['byStatus'],
      [7],
      [[]],
    ]);
  },
  'an invented global index': ({ spec }, random) => {
    const listed = Array.isArray(spec[global]) ? spec[global] : [];
    spec[global] = [
      ...listed,
      { ...invented, ...(random.onceIn(2) && { ProvisionedThroughput: units(random) }) },
    ];
  },
  'an invented local index': ({ spec }) => {
    spec[local] = [...(Array.isArray(spec[local]) ? spec[local] : []), asJson(invented)];
  },
  'an invented vector index': ({ spec }, random) => {
    spec[vector] = [{ ...inventedVector, Dimensions: random.pick([0, 256, 4096, 4097]) }];
  },
  'an index twice': ({ spec }, random) => {
    const list = spec[random.pick([global, local])];
    if (Array.isArray(list) && list[0] !== undefined) list.push(asJson(list[0]));
  },
  'an index twice under two names': ({ spec }, random) => {
    const list = spec[random.pick([global, local])];
    const first = Array.isArray(list) ? list[0] : undefined;
    if (Array.isArray(list) && isFields(first))
      list.push({ ...(asJson(first) as Fields), IndexName: 'another' });
  },
  'too many projected attributes': ({ spec, source: { settings } }) => {
    const Projection = { ProjectionType: 'INCLUDE', NonKeyAttributes: names(20) };
    const ProvisionedThroughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
    const isProvisioned = (spec['BillingModeOverride'] ?? settings.billingMode) === 'PROVISIONED';
    spec[global] = names(6).map((name) => ({
      ...(asJson(invented) as Fields),
      IndexName: `index-${name}`,
      Projection: asJson(Projection),
      ...(isProvisioned && { ProvisionedThroughput }),
    }));
  },
  'many indexes': ({ spec }, random) => {
    const count = random.pick([6, 21]);
    spec[random.pick([global, local])] = names(count).map((name) => ({
      ...invented,
      IndexName: `index-${name}`,
    }));
  },
  'another name': put('IndexName', 'renamed', 'abc', 'x'.repeat(255)),
  'the name of another index': anEntry((entry, random, { source: { settings } }) => {
    const { globalIndexes, localIndexes, vectorIndexes } = settings;
    const taken = [...globalIndexes, ...localIndexes, ...vectorIndexes].map(({ IndexName }) => IndexName);
    if (taken.length > 0) entry['IndexName'] = random.pick(taken);
  }),
  'a name that is none': put('IndexName', '', 'ab', 'x'.repeat(256), 'a b', 7, []),
  'no name': without('IndexName'),
  'no keys': without('KeySchema', global, local),
  'no projection': without('Projection'),
  'no dimensions': without('Dimensions', vector),
  'keys turned round': inKeys((keys) => keys.toReversed()),
  'one key only': inKeys((keys) => keys.slice(0, 1)),
  'empty keys': inKeys(() => []),
  'a key more': inKeys((keys) => [...keys, key('more', 'RANGE')]),
  'a key twice': inKeys((keys) => [...keys, ...keys.slice(0, 1)]),
  'five hash keys': inKeys(() => names(5).map((name) => key(name, 'HASH'))),
  'keys of other types': inKeys((keys) => [key('status', 'hash'), ...keys.slice(1)]),
  'an endless key': inKeys(() => [key('x'.repeat(256), 'HASH')]),
  'another hash key': inKeys((keys) => [key('other', 'HASH'), ...keys.slice(1)]),
  'another projection': inProjection(
    { ProjectionType: 'ALL' },
    { ProjectionType: 'KEYS_ONLY' },
    { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status'] },
    { ProjectionType: 'INCLUDE', NonKeyAttributes: ['total', 'status'] },
  ),
  'a projection that is none': inProjection(
    {},
    { ProjectionType: 'all' },
    { ProjectionType: 'INCLUDE' },
    { ProjectionType: 'ALL', NonKeyAttributes: ['status'] },
    { ProjectionType: 'KEYS_ONLY', NonKeyAttributes: [] },
    { ProjectionType: 'INCLUDE', NonKeyAttributes: [] },
    { ProjectionType: 'INCLUDE', NonKeyAttributes: [''] },
    { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status', 'status'] },
    { ProjectionType: 'INCLUDE', NonKeyAttributes: names(21) },
    { ProjectionType: 'INCLUDE', NonKeyAttributes: 'status' },
    { NonKeyAttributes: ['status'] },
  ),
  'a capacity in an index': anEntry((entry, random) => {
    entry['ProvisionedThroughput'] = units(random);
  }, global),
  'no capacity in an index': without('ProvisionedThroughput', global),
  'a capacity in an index that is none': anEntry((entry, random) => {
    entry['ProvisionedThroughput'] = asJson(
      random.pick<Json>([
        {},
        { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
        { ReadCapacityUnits: 1 },
        [],
        'x',
      ]),
    );
  }, global),
  'limits in an index': anEntry((entry, random) => {
    entry['OnDemandThroughput'] = random.pick<Json>([maxima(random), {}, { MaxReadRequestUnits: 0 }]);
  }, global),
  'warm throughput in an index': anEntry((entry) => {
    entry['WarmThroughput'] = { ReadUnitsPerSecond: 12_000 };
  }, global),
  'a capacity in a local index': anEntry((entry, random) => {
    entry['ProvisionedThroughput'] = units(random);
  }, local),
  'another vector': anEntry((entry, random) => {
    Object.assign(
      entry,
      random.pick<Fields>([
        { Dimensions: 512 },
        { Dimensions: 5000 },
        { DistanceFunction: 'EUCLIDEAN' },
        { DistanceFunction: 'cosine' },
        { VectorAttribute: { AttributeName: 'other' } },
        { SearchSchema: [] },
        {
          SearchSchema: names(2).map((AttributeName) => ({ AttributeName, SearchSchemaElementType: 'HASH' })),
        },
      ]),
    );
  }, vector),
};
