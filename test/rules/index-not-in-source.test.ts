import {
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
} from './facts';
import { testRule } from './marked';

const wrongKeys = byStatus.replace('"status"', '"state"');
const unknown = wrongKeys.replace('byStatus', 'byState');
const marked = (entry: string) => entry.replace(/"by\w+"/, '«$&»');

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
  ],
  fine: [
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
