import { fromBackup, ordersBackup } from './facts';
import { testRule } from './marked';

const spec = (...keys: string[]) => `{ ${fromBackup}, "Verify": { "SampleKeys": [${keys.join(', ')}] } }`;
const first = '{ "orderId": { "S": "o-1" }, "createdAt": { "N": "17" } }';

testRule('sample-key-shape', {
  wrong: [
    {
      spec: spec(first, '«{ "orderId": { "S": "o-2" } }»'),
      says: 'The first one here has "orderId" and "createdAt", this one "orderId".',
    },
    {
      spec: spec('«{}»', first),
      says: 'A key of a table has one attribute, or two',
    },
    {
      spec: spec('«{ "a": { "S": "1" }, "b": { "S": "2" }, "c": { "S": "3" } }»'),
      says: 'the HASH key and, where there is one, the RANGE key',
    },
    {
      spec: spec(first, '{ "orderId": { «"N"»: "2" }, "createdAt": { "N": "17" } }'),
      says: 'In the first sample key "orderId" is of type S, here of type N.',
      fixes: {
        'Change the type to S': spec(first, '{ "orderId": { "S": "2" }, "createdAt": { "N": "17" } }'),
      },
    },
    {
      spec: spec(first, '{ "orderId": { «"N"»: "2" }, "createdAt": { "N": "17" } }'),
      facts: { backup: ordersBackup() },
      says: 'A key attribute has one type.',
      fixes: {
        'Change the type to S': spec(first, '{ "orderId": { "S": "2" }, "createdAt": { "N": "17" } }'),
      },
    },
    {
      spec: spec(first, '«{ "orderId": { "S": "o-2" }, "total": { "N": "17" } }»'),
      says: 'All keys of a table have the same attributes. The first one here has "orderId" and "createdAt", this one "orderId" and "total".',
    },
    // From one that has too many, nothing follows for the others.
    {
      spec: spec('«{ "a": { "S": "1" }, "b": { "S": "2" }, "c": { "S": "3" } }»', '{ "a": { "S": "1" } }'),
      says: 'A key of a table has one attribute, or two: the HASH key and, where there is one, the RANGE key.',
    },
  ],
  fine: [
    spec(first, '{ "createdAt": { "N": "18" }, "orderId": { "S": "o-2" } }'),
    spec('{ "orderId": { "S": "o-1" } }', '{ "orderId": { "S": "o-2" } }'),
    // Which attributes it must be, the source tells.
    { spec: spec(first, '{ "orderId": { "S": "o-2" } }'), facts: { backup: ordersBackup() } },
    spec('"o-1"', first),
    // No value, or two, says another rule.
    spec('{ "orderId": { "S": "o-1" } }', '{ "orderId": {} }', '{ "orderId": { "N": "1", "S": "o-1" } }'),
  ],
});
