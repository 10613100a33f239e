import { testRule } from './marked';

const spec = (members: string) => `{ "AfterRestore": { "Alarms": [${members}] } }`;
const when = '"ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 5, "Threshold": 10';
const metric =
  '"MetricName": "ReadThrottleEvents", "Namespace": "AWS/DynamoDB", "Period": 60, "Statistic": "Sum"';
const alarm = (members: string) => spec(`{ "AlarmName": "throttled", ${members} }`);

testRule('alarm-incomplete', {
  wrong: [
    {
      spec: spec('«{» "AlarmName": "throttled" }'),
      says: 'This alarm lacks MetricName, Namespace, Period, ComparisonOperator, EvaluationPeriods, Threshold, Statistic.',
    },
    {
      spec: spec(
        `«{» "AlarmName": "throttled", "MetricName": "ReadThrottleEvents", "Period": 60, "Statistic": "Sum", ${when} }`,
      ),
      says: 'This alarm lacks Namespace.',
      fixes: {
        'Add "Namespace": "AWS/DynamoDB"': alarm(
          `"MetricName": "ReadThrottleEvents", "Period": 60, "Statistic": "Sum", ${when}, "Namespace": "AWS/DynamoDB"`,
        ),
      },
    },
    {
      spec: spec(`«{» "AlarmName": "throttled", "MetricName": "ReadThrottleEvents", "Period": 60, ${when} }`),
      says: 'This alarm lacks Namespace, Statistic.',
    },
    {
      spec: spec(`«{» "AlarmName": "throttled", "Metrics": [{ "Id": "m1" }] }`),
      says: 'This alarm lacks ComparisonOperator, EvaluationPeriods, Threshold.',
    },
    {
      spec: alarm(`${metric}, «"ExtendedStatistic"»: "p99", ${when}`),
      says: 'An alarm has Statistic or ExtendedStatistic, not both.',
      fixes: {
        'Remove Statistic': alarm(
          `${metric.replace(', "Statistic": "Sum"', '')}, "ExtendedStatistic": "p99", ${when}`,
        ),
        'Remove ExtendedStatistic': alarm(`${metric}, ${when}`),
      },
    },
    {
      spec: alarm(`«"Period"»: 60, "Metrics": [{ "Id": "m1" }], ${when}`),
      says: 'Period cannot stand beside Metrics.',
      fixes: { 'Remove Period': alarm(`"Metrics": [{ "Id": "m1" }], ${when}`) },
    },
    {
      spec: alarm(
        `${metric.replace('"MetricName"', '«"MetricName"»')}, "Metrics": [{ "Id": "m1" }], ${when}`,
      ),
      says: 'An alarm has Metrics, or it describes one metric, not both: MetricName, Namespace, Period, Statistic cannot stand beside Metrics.',
      fixes: {
        'Remove MetricName, Namespace, Period, Statistic': alarm(`"Metrics": [{ "Id": "m1" }], ${when}`),
        'Remove Metrics': alarm(`${metric}, ${when}`),
      },
      sure: [],
    },
  ],
  fine: [
    alarm(`${metric}, ${when}`),
    alarm(`"Metrics": [{ "Id": "m1" }], ${when}`),
    alarm(
      `${metric}, "ThresholdMetricId": "band", "ComparisonOperator": "LessThanLowerThreshold", "EvaluationPeriods": 1`,
    ),
    '{ "AfterRestore": { "Alarms": ["throttled"] } }',
  ],
});
