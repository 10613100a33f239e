import { testRule } from './marked';

const key = (name: string, type: string) => `{ "AttributeName": "${name}", "KeyType": "${type}" }`;
const spec = (list: string, keys: string) =>
  `{ "${list}": [{ "IndexName": "some", "KeySchema": ${keys}, "Projection": { "ProjectionType": "ALL" } }] }`;
const global = (keys: string) => spec('GlobalSecondaryIndexOverride', keys);
const local = (keys: string) => spec('LocalSecondaryIndexOverride', keys);
const many = (type: string, count: number) =>
  Array.from({ length: count }, (_, index) => key(`${type}${index}`, type)).join(', ');

testRule('index-keys', {
  wrong: [
    {
      spec: global(`«[${key('b', 'RANGE')}, ${key('a', 'HASH')}]»`),
      says: 'All HASH keys must stand before the RANGE keys.',
      fixes: { 'Put HASH first': global(`[${key('a', 'HASH')}, ${key('b', 'RANGE')}]`) },
    },
    {
      spec: global(`«[${key('b', 'RANGE')}]»`),
      says: 'The first key of an index must be of type HASH.',
      fixes: { 'Make the first key HASH': global(`[${key('b', 'HASH')}]`) },
      sure: ['Make the first key HASH'],
    },
    // Of two it can be either.
    {
      spec: global(`«[${key('a', 'RANGE')}, ${key('b', 'RANGE')}]»`),
      says: 'The first key of an index must be of type HASH.',
      fixes: { 'Make the first key HASH': global(`[${key('a', 'HASH')}, ${key('b', 'RANGE')}]`) },
      sure: [],
    },
    {
      spec: local(`«[${key('a', 'RANGE')}, ${key('b', 'RANGE')}]»`),
      says: "A local index has one HASH key, the table's, and one RANGE key.",
      fixes: { 'Make the first key HASH': local(`[${key('a', 'HASH')}, ${key('b', 'RANGE')}]`) },
      sure: [],
    },
    {
      spec: local(`«[${key('a', 'HASH')}, ${key('b', 'HASH')}, ${key('c', 'RANGE')}]»`),
      says: 'A local index has one HASH key',
    },
    {
      spec: local(`«[${key('a', 'HASH')}, ${many('RANGE', 2)}]»`),
      says: 'A local index has one HASH key',
    },
    // What stands where it should stays as it is written.
    {
      spec: global(`«[{"KeyType":"HASH","AttributeName":"a"}, ${key('b', 'RANGE')}, ${key('c', 'HASH')}]»`),
      says: 'All HASH keys must stand before the RANGE keys.',
      fixes: {
        'Put HASH first': global(
          `[{"KeyType":"HASH","AttributeName":"a"}, ${key('c', 'HASH')}, ${key('b', 'RANGE')}]`,
        ),
      },
      sure: ['Put HASH first'],
    },
    {
      spec: global(`«[ // comes second\n${key('b', 'RANGE')}, { "Note": 1,${key('a', 'HASH').slice(1)}]»`),
      says: 'All HASH keys must stand before',
      fixes: {
        'Put HASH first': global(
          `[ // comes second\n{ "Note": 1,${key('a', 'HASH').slice(1)}, ${key('b', 'RANGE')}]`,
        ),
      },
    },
    {
      spec: global(`«[${key('a', 'HASH')}, ${key('a', 'RANGE')}]»`),
      says: 'A key attribute is listed twice.',
      fixes: { 'Keep each attribute once': global(`[${key('a', 'HASH')}]`) },
    },
    { spec: global(`«[${many('HASH', 5)}]»`), says: 'at most 4 HASH and 4 RANGE' },
    { spec: global(`«[${many('HASH', 1)}, ${many('RANGE', 5)}]»`), says: 'at most 4 HASH and 4 RANGE' },
    {
      spec: local(`«[${key('a', 'HASH')}]»`),
      says: "A local index has one HASH key, the table's, and one RANGE key.",
    },
    {
      spec: local(`«[${key('b', 'RANGE')}, ${key('a', 'HASH')}]»`),
      says: 'HASH keys must stand before',
      fixes: { 'Put HASH first': local(`[${key('a', 'HASH')}, ${key('b', 'RANGE')}]`) },
    },
  ],
  fine: [
    global(`[${many('HASH', 4)}, ${many('RANGE', 4)}]`),
    local(`[${key('a', 'HASH')}, ${key('b', 'RANGE')}]`),
    global(`[${key('a', 'hash')}]`),
  ],
});
