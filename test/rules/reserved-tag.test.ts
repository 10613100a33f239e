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
      fixes: {
        'Change to "50-"': spec(`${kept}, { "Key": "cost", "Value": "50-" }`),
        'Remove this tag': spec(kept),
      },
    },
    {
      spec: spec('{ "Key": «"aws:stack"», "Value": "x" }'),
      says: 'belong to AWS',
      fixes: { 'Remove this tag': '{ "AfterRestore": { "Tags": "Skip" } }' },
    },
    {
      spec: '{ "AfterRestore": { "Alarms": [{ "AlarmName": "a", "Tags": [{ "Key": «"Aws:x"», "Value": "" }] }] } }',
      says: '"Aws:x" cannot be set',
      fixes: { 'Remove this tag': '{ "AfterRestore": { "Alarms": [{ "AlarmName": "a" }] } }' },
    },
    // One hyphen for all that stands together.
    {
      spec: spec(`{ "Key": «"a!?b"», "Value": "aws:x" }`),
      says: '"a!?b" cannot be in a tag: letters, digits, spaces and + - = . _ : / @ can.',
      fixes: {
        'Change to "a-b"': spec(`{ "Key": "a-b", "Value": "aws:x" }`),
        'Remove this tag': '{ "AfterRestore": { "Tags": "Skip" } }',
      },
    },
  ],
  fine: [
    spec('{ "Key": "Équipe 1", "Value": "a+b=c:d/e@f_g-h." }'),
    '{ "AfterRestore": { "Tags": "FromSource" } }',
    // Only keys are reserved, and only those that begin so.
    spec('{ "Key": "of-aws:x", "Value": "aws:x" }'),
  ],
});
