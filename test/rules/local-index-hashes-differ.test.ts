import { byTotal, fromBackup, ordersBackup } from './facts';
import { testRule } from './marked';

const local = (name: string, hash: string) =>
  `{ "IndexName": "${name}", "KeySchema": [{ "AttributeName": ${hash}, "KeyType": "HASH" }, { "AttributeName": "${name}", "KeyType": "RANGE" }], "Projection": { "ProjectionType": "ALL" } }`;
const turned = (hash: string) =>
  `{ "IndexName": "byDay", "KeySchema": [{ "AttributeName": "day", "KeyType": "RANGE" }, { "AttributeName": ${hash}, "KeyType": "HASH" }], "Projection": { "ProjectionType": "ALL" } }`;
const spec = (...entries: string[]) =>
  `{ ${fromBackup}, "LocalSecondaryIndexOverride": [${entries.join(', ')}] }`;

testRule('local-index-hashes-differ', {
  wrong: [
    {
      spec: spec(byTotal, local('byDay', '«"orderid"»')),
      says: 'Here it is "orderid", in another one "orderId".',
      fixes: { 'Change to "orderId"': spec(byTotal, local('byDay', '"orderId"')) },
    },
    {
      spec: spec(local('first', '"a"'), local('second', '«"b"»'), local('third', '"a"')),
      says: 'A local index has the HASH key of its table',
      fixes: { 'Change to "a"': spec(local('first', '"a"'), local('second', '"a"'), local('third', '"a"')) },
    },
    {
      spec: spec(local('first', '"a"'), local('second', '«"b"»'), local('third', '«"c"»')),
      says: ['Here it is "b"', 'Here it is "c"'],
      fixes: { 'Change to "a"': spec(local('first', '"a"'), local('second', '"a"'), local('third', '"c"')) },
    },
    {
      // The HASH key counts, wherever it stands.
      spec: spec(byTotal, turned('«"orderid"»')),
      says: 'A local index has the HASH key of its table, so all of them have the same. Here it is "orderid", in another one "orderId".',
      fixes: { 'Change to "orderId"': spec(byTotal, turned('"orderId"')) },
      sure: [],
    },
  ],
  fine: [
    // An entry without a HASH key has none that could differ.
    spec('{ "IndexName": "byDay" }', byTotal),
    spec(
      byTotal,
      '{ "IndexName": "byDay", "KeySchema": [{ "AttributeName": "day", "KeyType": "RANGE" }] }',
      '{ "IndexName": "byHour" }',
    ),
    spec(byTotal),
    spec(byTotal, local('byDay', '"orderId"')),
    // The source tells which one is wrong.
    { spec: spec(byTotal, local('byDay', '"orderid"')), facts: { backup: ordersBackup() } },
  ],
});
