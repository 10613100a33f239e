import { backupWithIndexes, byCustomer, byStatus, byTotal, fromBackup, ordersBackup } from './facts';
import { testRule } from './marked';

const global = `"GlobalSecondaryIndexOverride": [${byCustomer}, ${byStatus}]`;
const spec = (indexes: string, settings: string) =>
  `{ ${fromBackup}${indexes}, "AfterRestore": { ${settings} } }`;
const insights = (...names: string[]) =>
  `"ContributorInsights": [${names.map((name) => `{ "IndexName": ${name} }`).join(', ')}]`;
const target = (name: string) =>
  `"ScalableTargets": [{ "ScalableDimension": "dynamodb:index:ReadCapacityUnits", "IndexName": ${name}, "MinCapacity": 1, "MaxCapacity": 10, "TargetValue": 70 }]`;

testRule('index-not-restored', {
  wrong: [
    {
      spec: spec(`, ${global}`, insights('"byCustomer"', '«"bystatus1"»')),
      says: 'The new table will have no global index "bystatus1"; it will have "byCustomer", "byStatus".',
      fixes: {
        'Change to "byStatus"': spec(`, ${global}`, insights('"byCustomer"', '"byStatus"')),
        'Remove this entry': spec(`, ${global}`, insights('"byCustomer"')),
      },
    },
    {
      spec: spec(', "GlobalSecondaryIndexOverride": []', target('«"byStatus"»')),
      says: 'no global index "byStatus", and no other.',
      fixes: {
        'Remove this entry': spec(', "GlobalSecondaryIndexOverride": []', '"ScalableTargets": "Skip"'),
      },
    },
    {
      spec: spec(`, ${global}, "LocalSecondaryIndexOverride": [${byTotal}]`, insights('«"byTotal"»')),
      says: '"byTotal" is a local index. Only a global index has settings of its own.',
      fixes: {
        'Remove this entry': spec(
          `, ${global}, "LocalSecondaryIndexOverride": [${byTotal}]`,
          '"ContributorInsights": "Skip"',
        ),
      },
    },
    {
      spec: spec('', insights('«"byDay"»')),
      facts: { backup: ordersBackup() },
      says: 'The new table will have no global index "byDay"; it will have "byCustomer", "byStatus".',
      fixes: { 'Remove this entry': spec('', '"ContributorInsights": "Skip"') },
    },
    ...[5, 6].map((count) => ({
      spec: spec('', insights('«"status"»')),
      facts: { backup: backupWithIndexes(count) },
      says: `it will have "by1", "by2", "by3", "by4", "by5"${count > 5 ? ', ...' : ''}.`,
      fixes: { 'Remove this entry': spec('', '"ContributorInsights": "Skip"') },
    })),
    {
      // Neither a global nor the local index.
      spec: spec(`, ${global}, "LocalSecondaryIndexOverride": [${byTotal}]`, insights('«"byDay"»')),
      says: 'The new table will have no global index "byDay"; it will have "byCustomer", "byStatus".',
      fixes: {
        'Remove this entry': spec(
          `, ${global}, "LocalSecondaryIndexOverride": [${byTotal}]`,
          '"ContributorInsights": "Skip"',
        ),
      },
    },
    {
      // The one entry has no name yet.
      spec: spec(', "GlobalSecondaryIndexOverride": [{}]', insights('«"byDay"»')),
      says: 'The new table will have no global index "byDay", and no other.',
      fixes: {
        'Remove this entry': spec(', "GlobalSecondaryIndexOverride": [{}]', '"ContributorInsights": "Skip"'),
      },
    },
  ],
  fine: [
    spec(`, ${global}`, insights('"byStatus"')),
    { spec: spec('', target('"byStatus"')), facts: { backup: ordersBackup() } },
    spec(', "GlobalSecondaryIndexOverride": []', '"ContributorInsights": [{}]'),
    spec(', "GlobalSecondaryIndexOverride": []', '"ContributorInsights": "FromSource"'),
  ],
});
