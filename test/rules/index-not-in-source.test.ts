import type { GlobalSecondaryIndex } from '../../server/core/facts';
import {
  backupWithIndexes,
  fromBackup,
  fromTable,
  byCustomer,
  byStatus,
  byTotal,
  byMeaning,
  ordersBackup,
  systemBackup,
  vectorBackup,
  ordersTable,
  withMore,
} from './facts';
import { testRule } from './marked';

const wrongKeys = byStatus.replace('"status"', '"state"');
const unknown = wrongKeys.replace('byStatus', 'byState');
const marked = (entry: string) => entry.replace(/"by\w+"/, '«$&»');
const capacity =
  '"ProvisionedThroughput": { "ReadCapacityUnits": 8, "WriteCapacityUnits": 4 }, "OnDemandThroughput": { "MaxReadRequestUnits": 20 }';
const recordedWithCapacity: GlobalSecondaryIndex = {
  IndexName: 'byStatus',
  KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'KEYS_ONLY' },
  ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
  OnDemandThroughput: { MaxReadRequestUnits: 1 },
};

testRule('index-not-in-source', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${marked(wrongKeys)}] }`,
      facts: { backup: ordersBackup() },
      says: 'The index "byStatus" of the source has other keys or another projection.',
      fixes: {
        'Use the definition of "byStatus" from the source': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      },
    },
    {
      spec: `{ ${fromTable}, "GlobalSecondaryIndexOverride": [${byCustomer}, ${marked(unknown)}] }`,
      facts: { source: ordersTable() },
      says: 'its indexes are "byCustomer", "byStatus". A restore cannot create an index.',
      fixes: {
        'Use "byStatus" of the source': `{ ${fromTable}, "GlobalSecondaryIndexOverride": [${byCustomer}, ${byStatus}] }`,
        'Remove this entry': `{ ${fromTable}, "GlobalSecondaryIndexOverride": [${byCustomer}] }`,
      },
    },
    {
      // The nearest name is on the list already: twice it would be a fault of its own.
      spec: `{ ${fromTable}, "GlobalSecondaryIndexOverride": [${byStatus}, ${marked(unknown)}] }`,
      facts: { source: ordersTable() },
      says: 'A restore cannot create an index.',
      fixes: { 'Remove this entry': `{ ${fromTable}, "GlobalSecondaryIndexOverride": [${byStatus}] }` },
    },
    {
      spec: `{ ${fromBackup}, "VectorIndexOverride": [${marked(byMeaning)}] }`,
      facts: { backup: ordersBackup() },
      says: 'it has none of this kind',
      fixes: { 'Remove this entry': `{ ${fromBackup}, "VectorIndexOverride": [] }` },
    },
    {
      // The capacity that is written stays, the recorded one does not come along.
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${withMore(marked(wrongKeys), capacity)}] }`,
      facts: { backup: ordersBackup({ features: { GlobalSecondaryIndexes: [recordedWithCapacity] } }) },
      says: 'The index "byStatus" of the source has other keys or another projection. A restore takes an index as it was, or not at all.',
      fixes: {
        'Use the definition of "byStatus" from the source': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${withMore(byStatus, capacity)}] }`,
      },
    },
    {
      // Without a name it is no index of the source either.
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [«{»${wrongKeys.replace('{ "IndexName": "byStatus",', '')}] }`,
      facts: { backup: ordersBackup() },
      says: 'The source has no index with these keys and this projection; its indexes are "byCustomer", "byStatus".',
      fixes: { 'Remove this entry': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [] }` },
    },
    ...[5, 6].map((count) => ({
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${marked(byStatus)}] }`,
      facts: { backup: backupWithIndexes(count) },
      says: `The source has no index with these keys and this projection; its indexes are "by1", "by2", "by3", "by4", "by5"${count > 5 ? ', ...' : ''}. A restore cannot create an index.`,
      fixes: { 'Remove this entry': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [] }` },
    })),
  ],
  fine: [
    {
      // Not well-formed, and so not to be compared yet.
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{ "IndexName": "byState" }] }`,
      facts: { backup: ordersBackup() },
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byCustomer}, ${byStatus}], "LocalSecondaryIndexOverride": [${byTotal}] }`,
      facts: { backup: ordersBackup() },
    },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus.replace('byStatus', 'anyName')}] }`,
      facts: { backup: ordersBackup() },
    },
    { spec: `{ ${fromBackup}, "VectorIndexOverride": [${byMeaning}] }`, facts: { backup: vectorBackup() } },
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      facts: { backup: systemBackup() },
    },
    `{ ${fromBackup} }`,
  ],
});
