import { testRule } from './marked';

const spec = (id: string) => `{ "AfterRestore": { «"ResourcePolicy"»: { "Id": "${id}" } } }`;
const plain = (id: string) => spec(id).replace(/[«»]/g, '');
// {"Id":""} has nine bytes.
const room = 20_480 - 9;

testRule('policy-too-large', {
  wrong: [
    { spec: spec('x'.repeat(room + 1)), says: 'has 20481 bytes. A resource policy has at most 20480.' },
    { spec: spec('é'.repeat(room / 2 + 1)), says: 'Without any white space' },
    { spec: spec('😀'.repeat(10_000)), says: 'has 40009 bytes' },
  ],
  fine: [
    plain('x'.repeat(room)),
    plain('é'.repeat(Math.floor(room / 2))),
    plain('').replace('{ "Id"', `{${' '.repeat(30_000)}"Id"`),
    '{ "AfterRestore": { "ResourcePolicy": "FromSource" } }',
  ],
});
