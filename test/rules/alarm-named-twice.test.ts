import { testRule } from './marked';

const alarm = (name: string, metric = 'ReadThrottleEvents') =>
  `{ "AlarmName": ${name}, "MetricName": "${metric}" }`;
const spec = (...alarms: string[]) => `{ "AfterRestore": { "Alarms": [${alarms.join(', ')}] } }`;

testRule('alarm-named-twice', {
  wrong: [
    {
      spec: spec(alarm('"throttled"'), alarm('«"throttled"»', 'WriteThrottleEvents')),
      says: 'Another alarm here is called "throttled"; this one would overwrite it.',
      fixes: { 'Remove this alarm': spec(alarm('"throttled"')) },
      sure: [],
    },
    {
      spec: spec(alarm('"a"'), alarm('"b"'), alarm('«"a"»')),
      says: 'called "a"',
      fixes: { 'Remove this alarm': spec(alarm('"a"'), alarm('"b"')) },
      sure: ['Remove this alarm'],
    },
    {
      spec: spec(alarm('"a"'), alarm('«"a"»'), alarm('«"a"»')),
      says: 'overwrite',
      fixes: { 'Remove this alarm': spec(alarm('"a"'), alarm('"a"')) },
    },
  ],
  fine: [
    '{ "AfterRestore": { "Alarms": [{ "AlarmName": "" }, { "AlarmName": "" }] } }',
    spec(alarm('"a"'), alarm('"A"')),
    spec('{}', '{}'),
    spec(alarm('"a"')),
  ],
});
