import { testRule } from './marked';

const index = (name: string, count: number, key = '"NonKeyAttributes"') =>
  `{ "IndexName": "${name}", "KeySchema": [{ "AttributeName": "a", "KeyType": "HASH" }], "Projection": { "ProjectionType": "INCLUDE", ${key}: [${Array.from({ length: count }, (_, at) => `"x${at}"`).join(', ')}] } }`;
const five = ['one', 'two', 'three', 'four', 'five'].map((name) => index(name, 20)).join(', ');

testRule('projected-attributes', {
  wrong: [
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${five}, ${index('six', 1, '«"NonKeyAttributes"»')}, ${index('seven', 1)}] }`,
      says: 'all global and local indexes together project 101 attributes',
    },
    {
      spec: `{ "GlobalSecondaryIndexOverride": [${five}], "LocalSecondaryIndexOverride": [${index('six', 2, '«"NonKeyAttributes"»')}] }`,
      says: 'With this index, all global and local indexes together project 102 attributes. A table can have 100.',
    },
  ],
  fine: [
    `{ "GlobalSecondaryIndexOverride": [${five}] }`,
    // Those of a vector index do not count.
    `{ "GlobalSecondaryIndexOverride": [${five}], "VectorIndexOverride": [${index('six', 1)}] }`,
  ],
});
