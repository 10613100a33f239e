import { testRule } from './marked';

const spec = (tags: string) => `{ "AfterRestore": { "Tags": [${tags}] } }`;
const kept = '{ "Key": "team", "Value": "orders" }';

testRule('reserved-tag', {
  wrong: [
    {
      spec: spec(`${kept}, { "Key": «"AWS:stack"», "Value": "x" }`),
      says: '"AWS:stack" cannot be set',
      fixes: { 'Remove this tag': spec(kept) },
    },
    {
      spec: spec(`${kept}, { "Key": "cost", "Value": «"50%"» }`),
      says: '"50%" cannot be in a tag',
      fixes: { 'Remove this tag': spec(kept) },
    },
  ],
  fine: [
    spec('{ "Key": "Équipe 1", "Value": "a+b=c:d/e@f_g-h." }'),
    '{ "AfterRestore": { "Tags": "FromSource" } }',
  ],
});
