import { testRule } from './marked';

const spec = (...entries: string[]) =>
  `{ "AfterRestore": { "ContributorInsights": [${entries.join(', ')}] } }`;
const ofIndex = '{ "IndexName": "byStatus" }';
const throttled = '{ "IndexName": "byStatus", "ContributorInsightsMode": "THROTTLED_KEYS" }';

testRule('insights-listed-twice', {
  wrong: [
    {
      spec: spec('{}', ofIndex, `«${throttled}»`),
      says: 'The index "byStatus" has an entry further up; the later one would win.',
      fixes: { 'Remove this entry': spec('{}', ofIndex) },
      sure: [],
    },
    {
      spec: spec('{}', '«{}»'),
      says: 'The table has an entry further up',
      fixes: { 'Remove this entry': spec('{}') },
      sure: ['Remove this entry'],
    },
    {
      spec: spec('{ "ContributorInsightsMode": "THROTTLED_KEYS" }', ofIndex, '«{}»'),
      says: 'The table has an entry',
      fixes: { 'Remove this entry': spec('{ "ContributorInsightsMode": "THROTTLED_KEYS" }', ofIndex) },
    },
  ],
  fine: [
    spec('{}', ofIndex),
    spec(ofIndex, '{ "IndexName": "byCustomer" }'),
    spec('"byStatus"', '"byStatus"'),
  ],
});
