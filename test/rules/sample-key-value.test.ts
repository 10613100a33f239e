import { testRule } from './marked';

const spec = (value: string) => `{ "Verify": { "SampleKeys": [{ "orderId": ${value} }] } }`;

testRule('sample-key-value', {
  wrong: [
    { spec: spec('«{ "S": "o-1", "N": "1" }»'), says: 'exactly one type' },
    { spec: spec('«{}»'), says: 'exactly one type' },
  ],
  fine: [spec('{ "S": "o-1001" }'), spec('"o-1001"')],
});
