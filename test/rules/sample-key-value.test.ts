import { testRule } from './marked';

const spec = (value: string) => `{ "Verify": { "SampleKeys": [{ "orderId": ${value} }] } }`;
const long = 'é'.repeat(1025);
const digits = '1234567890123456789012345678901234567890';

testRule('sample-key-value', {
  wrong: [
    {
      spec: spec('«{ "S": "o-1", "N": "1" }»'),
      says: 'exactly one type',
      fixes: { 'Keep "S"': spec('{ "S": "o-1" }'), 'Keep "N"': spec('{ "N": "1" }') },
    },
    // Whoever wrote more than three types does not choose from a list of all.
    {
      spec: spec('«{ "S": "o-1", "N": "1", "B": "AAAA", "BOOL": true }»'),
      says: 'A key value has exactly one type: {"S": "text"}, {"N": "123"} or {"B": "base64"}.',
      fixes: {
        'Keep "S"': spec('{ "S": "o-1" }'),
        'Keep "N"': spec('{ "N": "1" }'),
        'Keep "B"': spec('{ "B": "AAAA" }'),
      },
      sure: [],
    },
    { spec: spec('«{}»'), says: 'exactly one type' },
    {
      spec: spec(`{ "B": «"${'AAAA'.repeat(683)}AA=="» }`),
      says: 'This has 2050 bytes; no key has more than 2048.',
    },
    { spec: spec(`{ "S": «"${long}"» }`), says: 'This has 2050 bytes; no key has more than 2048.' },
    { spec: spec(`{ "B": «"${'AAAA'.repeat(683)}"» }`), says: 'This has 2049 bytes' },
    { spec: spec(`{ "N": «"-${digits.slice(0, 39)}.0e-7"» }`), says: 'this one has 39' },
  ],
  fine: [
    spec(`{ "B": "${'AAAA'.repeat(682)}AAA=" }`),
    spec('{ "S": "o-1001" }'),
    spec('"o-1001"'),
    spec(`{ "S": "${long.slice(0, 1024)}" }`),
    spec(`{ "N": "0.00${digits.slice(0, 38)}0000" }`),
  ],
});
