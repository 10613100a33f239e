import { testRule } from './marked';

const spec = (...keys: string[]) => `{ "Verify": { "SampleKeys": [${keys.join(', ')}] } }`;
const key = '{ "orderId": { "S": "o-1" }, "createdAt": { "N": "17" } }';
const turned = '{ "createdAt": { "N": "17" }, "orderId": { "S": "o-1" } }';
const other = '{ "orderId": { "S": "o-2" }, "createdAt": { "N": "17" } }';

testRule('sample-key-twice', {
  wrong: [
    {
      spec: spec(key, `«${key}»`),
      says: 'The same key stands further up',
      fixes: { 'Remove this key': spec(key) },
    },
    {
      spec: spec(key, other, `«${turned}»`),
      says: 'proves nothing more',
      fixes: { 'Remove this key': spec(key, other) },
    },
    {
      spec: spec(key, `«${key}»`, `«${turned}»`),
      says: 'further up',
      fixes: { 'Remove this key': spec(key, turned) },
    },
  ],
  fine: [
    spec(key),
    spec(key, other),
    spec('{ "orderId": { "S": "1" } }', '{ "orderId": { "N": "1" } }'),
    // A list is no key, says another rule; two different ones are not the same.
    spec('{ "orderId": { "SS": ["o-1", "o-2"] } }', '{ "orderId": { "SS": ["o-1", "o-3"] } }'),
  ],
});
