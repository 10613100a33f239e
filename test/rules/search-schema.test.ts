import { byMeaning, withMore } from './facts';
import { testRule } from './marked';

const spec = (...types: string[]) =>
  `{ "VectorIndexOverride": [${withMore(byMeaning, `"SearchSchema": [${types.map((type, at) => `{ "AttributeName": "a${at}", "SearchSchemaElementType": "${type}" }`).join(', ')}]`)}] }`;
const marked = (text: string) => text.replace('"SearchSchema"', '«"SearchSchema"»');
const filters = (count: number) => Array.from({ length: count }, () => 'INLINE_FILTER');
const nameless = (text: string) => text.replace(/"AttributeName": "a[23]", /g, '');
const four = spec('HASH', ...filters(3));

testRule('search-schema', {
  wrong: [
    {
      spec: marked(spec('HASH', 'HASH')),
      says: 'at most one HASH attribute',
      fixes: { 'Make the others INLINE_FILTER': spec('HASH', 'INLINE_FILTER') },
    },
    { spec: marked(spec(...filters(19))), says: 'at most 18 INLINE_FILTER attributes' },
    {
      spec: marked(spec('HASH', 'INLINE_FILTER').replace('"a1"', '"a0"')),
      says: 'listed twice in the search schema',
      fixes: { 'Keep each once': spec('HASH') },
    },
    // The first HASH stays, wherever it stands.
    {
      spec: marked(spec('INLINE_FILTER', 'HASH', 'HASH')),
      says: 'A search schema has at most one HASH attribute.',
      fixes: { 'Make the others INLINE_FILTER': spec('INLINE_FILTER', 'HASH', 'INLINE_FILTER') },
    },
    {
      spec: marked(spec('HASH', 'INLINE_FILTER', 'INLINE_FILTER').replace('"a2"', '"a1"')),
      says: 'An attribute is listed twice in the search schema.',
      fixes: { 'Keep each once': spec('HASH', 'INLINE_FILTER') },
    },
    // Entries without a name yet are not the same.
    {
      spec: marked(nameless(four.replace('"a1"', '"a0"'))),
      says: 'An attribute is listed twice in the search schema.',
      fixes: { 'Keep each once': nameless(four.replace(/ \{ "AttributeName": "a1".*?\},/, '')) },
    },
  ],
  fine: [spec('HASH', ...filters(18)), `{ "VectorIndexOverride": [${byMeaning}] }`],
});
