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
      spec: spec('"Period": 1, "EvaluationPeriods": «86401»'),
      says: '86401 periods of 1 second are longer than a day, the most with periods under an hour.',
      fixes: { 'Change to 86400': spec('"Period": 1, "EvaluationPeriods": 86400') },
    },
    {
      spec: spec('"Period": 604800, "EvaluationPeriods": «2»'),
      says: '2 periods of 604800 seconds are longer than seven days, the most there is.',
      fixes: { 'Change to 1': spec('"Period": 604800, "EvaluationPeriods": 1') },
    },
    {
      // Not even one period fits.
      spec: spec('"Period": 604860, "EvaluationPeriods": «1»'),
      says: '1 period of 604860 seconds is longer than seven days, the most there is.',
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
    // Not whole or not above 0, says the rule on ranges.
    spec('"Period": 0'),
    spec('"Period": -7'),
    spec('"Period": 90.5'),
    spec('"DatapointsToAlarm": 4'),
  ],
});
