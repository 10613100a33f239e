import { testRule } from './marked';

const spec = (members: string) =>
  `{ "AfterRestore": { "Alarms": [{ "AlarmName": "throttled", ${members} }] } }`;

testRule('alarm-period', {
  wrong: [
    {
      spec: spec('"Period": «90»'),
      says: 'A Period is a multiple of 60 seconds, or 10, 20 or 30 seconds.',
      fixes: { 'Change to 120': spec('"Period": 120') },
    },
    {
      spec: spec('"Period": 300, "EvaluationPeriods": «289»'),
      says: '289 periods of 300 seconds are longer than a day',
      fixes: { 'Change to 288': spec('"Period": 300, "EvaluationPeriods": 288') },
    },
    {
      spec: spec('"Period": 3600, "EvaluationPeriods": «169»'),
      says: 'longer than seven days',
      fixes: { 'Change to 168': spec('"Period": 3600, "EvaluationPeriods": 168') },
    },
    {
      spec: spec('"Period": 60, "EvaluationPeriods": 3, "DatapointsToAlarm": «4»'),
      says: 'DatapointsToAlarm 4 is more than EvaluationPeriods 3',
      fixes: { 'Change to 3': spec('"Period": 60, "EvaluationPeriods": 3, "DatapointsToAlarm": 3') },
    },
  ],
  fine: [
    spec('"Period": 300, "EvaluationPeriods": 288, "DatapointsToAlarm": 288'),
    spec('"Period": 10, "EvaluationPeriods": 3'),
    spec('"Period": 86400, "EvaluationPeriods": 7'),
    spec('"Period": 0'),
  ],
});
