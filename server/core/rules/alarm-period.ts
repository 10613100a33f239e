// Period: "valid values are 10, 20, 30, and any multiple of 60" (and 1 and 5 for high-resolution metrics). All periods of an evaluation
// together are at most a day, with periods of an hour or more at most seven days (API_PutMetricAlarm of CloudWatch). DatapointsToAlarm is
// the M of "M out of N", N being EvaluationPeriods.
import type { Path } from '../spec/path';
import type { Spec } from '../spec/spec';
import { entriesAt, numberAt } from '../spec/tree';
import type { Finding, Rule } from './rule';

const short = [1, 5, 10, 20, 30];

export const alarmPeriod: Rule = {
  code: 'alarm-period',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the periods of each alarm are ones that CloudWatch takes',
  *find(spec) {
    for (const alarm of entriesAt(spec, ['AfterRestore', 'Alarms'])) {
      yield* periodFaults(spec, alarm);
      yield* datapointFaults(spec, alarm);
    }
  },
};

function* periodFaults(spec: Spec, alarm: Path): Iterable<Finding> {
  const path = [...alarm, 'Period'];
  const period = numberAt(spec, path);
  if (period === undefined || !Number.isInteger(period) || period < 1) return;
  if (period % 60 !== 0 && !short.includes(period)) {
    const near = Math.max(60, Math.round(period / 60) * 60);
    yield {
      at: { path, part: 'value' },
      message: 'A Period is a multiple of 60 seconds, or 10, 20 or 30 seconds.',
      fixes: [{ title: `Change to ${near}`, edits: [{ kind: 'set', path, value: near }] }],
    };
    return;
  }
  const count = numberAt(spec, [...alarm, 'EvaluationPeriods']);
  const most = period < 3600 ? 86_400 : 604_800;
  if (count === undefined || count * period <= most) return;
  const fitting = Math.floor(most / period);
  yield {
    at: { path: [...alarm, 'EvaluationPeriods'], part: 'value' },
    message: `${count} ${count === 1 ? 'period' : 'periods'} of ${period} ${period === 1 ? 'second' : 'seconds'} ${count === 1 ? 'is' : 'are'} longer than ${period < 3600 ? 'a day, the most with periods under an hour' : 'seven days, the most there is'}.`,
    fixes:
      fitting < 1
        ? []
        : [
            {
              title: `Change to ${fitting}`,
              edits: [{ kind: 'set', path: [...alarm, 'EvaluationPeriods'], value: fitting }],
            },
          ],
  };
}

function* datapointFaults(spec: Spec, alarm: Path): Iterable<Finding> {
  const path = [...alarm, 'DatapointsToAlarm'];
  const points = numberAt(spec, path);
  const count = numberAt(spec, [...alarm, 'EvaluationPeriods']);
  if (points === undefined || count === undefined || points <= count) return;
  yield {
    at: { path, part: 'value' },
    message: `DatapointsToAlarm ${points} is more than EvaluationPeriods ${count}: so many could never be over the threshold.`,
    fixes: [{ title: `Change to ${count}`, edits: [{ kind: 'set', path, value: count }] }],
  };
}
