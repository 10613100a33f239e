// "Each PutMetricAlarm action must specify either MetricName or a Metrics array". With MetricName: either Statistic or ExtendedStatistic,
// but not both, and a Period; with Metrics none of the keys that describe one metric (API_PutMetricAlarm of CloudWatch). ComparisonOperator
// and EvaluationPeriods are required; what is compared with is Threshold or ThresholdMetricId.
import type { Node } from '../spec/node';
import type { Path } from '../spec/path';
import { childOf, partsAt } from '../spec/tree';
import type { Finding, Rule } from './rule';

const ofOneMetric = [
  'MetricName',
  'Namespace',
  'Dimensions',
  'Period',
  'Unit',
  'Statistic',
  'ExtendedStatistic',
];
const always = ['ComparisonOperator', 'EvaluationPeriods'];

export const alarmIncomplete: Rule = {
  code: 'alarm-incomplete',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'each alarm says what it watches and when it goes off',
  ofAbsence: true,
  *find(spec) {
    for (const { path, node } of partsAt(spec, ['AfterRestore', 'Alarms'])) {
      if (node.type !== 'object') continue;
      yield* childOf(node, 'Metrics') ? ofMath(node, path) : ofMetric(node, path);
    }
  },
};

function* ofMath(node: Node, alarm: Path): Iterable<Finding> {
  const extra = ofOneMetric.filter((key) => childOf(node, key));
  yield* missing(alarm, absent(node, [...always, threshold(node)]));
  if (extra.length === 0) return;
  yield {
    at: { path: [...alarm, extra[0] ?? ''], part: 'key' },
    message: `An alarm has Metrics, or it describes one metric, not both: ${extra.join(', ')} cannot stand beside Metrics.`,
    fixes: [
      {
        title: `Remove ${extra.join(', ')}`,
        edits: extra.map((key) => ({ kind: 'remove', path: [...alarm, key] })),
      },
      { title: 'Remove Metrics', edits: [{ kind: 'remove', path: [...alarm, 'Metrics'] }] },
    ],
  };
}

function* ofMetric(node: Node, alarm: Path): Iterable<Finding> {
  const statistics = ['Statistic', 'ExtendedStatistic'].filter((key) => childOf(node, key));
  const wanted = ['MetricName', 'Namespace', 'Period', ...always, threshold(node)];
  const lacking = absent(node, wanted);
  yield* missing(alarm, statistics.length === 0 ? [...lacking, 'Statistic'] : lacking);
  if (statistics.length < 2) return;
  yield {
    at: { path: [...alarm, 'ExtendedStatistic'], part: 'key' },
    message: 'An alarm has Statistic or ExtendedStatistic, not both.',
    fixes: statistics.map((key) => ({
      title: `Remove ${key}`,
      edits: [{ kind: 'remove', path: [...alarm, key] }],
    })),
  };
}

/** What is compared with: a number, or the band of an anomaly detection model. */
function threshold(alarm: Node): string {
  return childOf(alarm, 'ThresholdMetricId') ? 'ThresholdMetricId' : 'Threshold';
}

function absent(alarm: Node, keys: readonly string[]): string[] {
  return keys.filter((key) => !childOf(alarm, key));
}

function* missing(alarm: Path, keys: readonly string[]): Iterable<Finding> {
  if (keys.length === 0) return;
  const onlyNamespace = keys.length === 1 && keys[0] === 'Namespace';
  yield {
    at: { path: [...alarm, keys[0] ?? ''], part: 'key' },
    message: `This alarm lacks ${keys.join(', ')}.`,
    fixes: onlyNamespace
      ? [
          {
            title: 'Add "Namespace": "AWS/DynamoDB"',
            edits: [{ kind: 'set', path: [...alarm, 'Namespace'], value: 'AWS/DynamoDB' }],
            preferred: true,
          },
        ]
      : [],
  };
}
