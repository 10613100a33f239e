import { testRule } from './marked';

const tag = (key: string, value: string) => `{ "Key": ${key}, "Value": "${value}" }`;

testRule('duplicate-tag', {
  wrong: [
    {
      spec: `{ "AfterRestore": { "Tags": [${tag('"team"', 'a')}, ${tag('«"team"»', 'b')}] } }`,
      says: 'The tag "team" is listed twice.',
      fixes: { 'Remove this tag': `{ "AfterRestore": { "Tags": [${tag('"team"', 'a')}] } }` },
      sure: [],
    },
    {
      spec: `{ "AfterRestore": { "Tags": [${tag('"team"', 'a')}, ${tag('«"team"»', 'a')}] } }`,
      says: 'The tag "team" is listed twice.',
      fixes: { 'Remove this tag': `{ "AfterRestore": { "Tags": [${tag('"team"', 'a')}] } }` },
      sure: ['Remove this tag'],
    },
    {
      spec: `{ "AfterRestore": { "Alarms": [{ "AlarmName": "a", "Tags": [${tag('"team"', 'a')}, ${tag('«"team"»', 'a')}] }] } }`,
      says: 'The tag "team" is listed twice.',
      fixes: {
        'Remove this tag': `{ "AfterRestore": { "Alarms": [{ "AlarmName": "a", "Tags": [${tag('"team"', 'a')}] }] } }`,
      },
    },
  ],
  fine: [
    '{ "AfterRestore": { "Tags": [{ "Key": "", "Value": "" }, { "Key": "", "Value": "" }] } }',
    `{ "AfterRestore": { "Tags": [${tag('"team"', 'a')}, ${tag('"Team"', 'b')}] } }`,
    // Each alarm has tags of its own, and so has the table.
    `{ "AfterRestore": { "Tags": [${tag('"team"', 'a')}], "Alarms": [{ "Tags": [${tag('"team"', 'a')}] }, { "Tags": [${tag('"team"', 'a')}] }] } }`,
    // Without a Key, says another rule.
    '{ "AfterRestore": { "Tags": [{ "Value": "a" }, { "Value": "a" }] } }',
  ],
});
