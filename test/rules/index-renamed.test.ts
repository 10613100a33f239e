import { fromBackup, byStatus, byTotal, ordersBackup } from './facts';
import { testRule } from './marked';

const renamed = byStatus.replace('"byStatus"', '«"byState"»');

/** With two indexes that differ by name alone. */
const { GlobalSecondaryIndexes: indexes = [] } = ordersBackup().SourceTableFeatureDetails;
const twins = ordersBackup({
  features: {
    GlobalSecondaryIndexes: indexes.flatMap((index) =>
      index.IndexName === 'byStatus' ? [index, { ...index, IndexName: 'byPhase' }] : [index],
    ),
  },
});

testRule('index-renamed', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${renamed}] }`,
      facts: { backup: ordersBackup() },
      says: 'The index with these keys is called "byStatus" in the source. It would come back as "byState".',
      fixes: { 'Change to "byStatus"': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }` },
    },
    // The one that the list does not name yet is meant.
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}, ${renamed}] }`,
      facts: { backup: twins },
      says: 'The index with these keys is called "byPhase" in the source. It would come back as "byState".',
      fixes: {
        'Change to "byPhase"': `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}, ${byStatus.replace('"byStatus"', '"byPhase"')}] }`,
      },
      sure: [],
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus.replace('"byStatus"', '"byPhase"')}] }`,
      facts: { backup: twins },
    },
    // Not of the source at all, or there as a local index: that is for another rule; so is an entry without a name.
    ...[
      byStatus.replace('"KEYS_ONLY"', '"ALL"'),
      byTotal.replace('"byTotal"', '"bySum"'),
      byStatus.replace('"IndexName": "byStatus", ', ''),
    ].map((entry) => ({
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${entry}] }`,
      facts: { backup: ordersBackup() },
    })),
    {
      spec: `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [${byStatus}] }`,
      facts: { backup: ordersBackup() },
    },
    `{ ${fromBackup} }`,
  ],
});
