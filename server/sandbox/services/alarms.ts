/** CloudWatch alarms on table metrics: kept and read back, never raised (CloudWatch API Reference). */
import { operation, type Call, type Operation } from '../operations/operation';
import { anything, listOf, may, must, record, text, type Infer } from '../wire/shape';

const forMetricInput = record({
  MetricName: must(text({ min: 1, max: 255 })),
  Namespace: must(text({ min: 1, max: 255 })),
  Dimensions: may(listOf(record({ Name: must(text()), Value: must(text()) }))),
});
const alarmNameInput = record({ AlarmName: must(text({ min: 1, max: 255 })) });

/** The alarm's name decides: a second put replaces the first. */
function putAlarm(input: Record<string, unknown>, call: Call): object {
  const { AlarmName: name } = alarmNameInput.read(input, '', []);
  const { alarms } = call.world.scaling;
  const known = alarms.find((alarm) => alarm.region === call.region.name && alarm.name === name);
  if (known === undefined) alarms.push({ region: call.region.name, name, settings: input });
  else known.settings = input;
  return {};
}

function describeForMetric(input: Infer<typeof forMetricInput>, call: Call): object {
  const wanted = JSON.stringify(sorted(input.Dimensions ?? []));
  const matching = call.world.scaling.alarms.filter(
    ({ region, settings }) =>
      region === call.region.name &&
      settings['MetricName'] === input.MetricName &&
      settings['Namespace'] === input.Namespace &&
      JSON.stringify(sorted(dimensionsIn(settings))) === wanted,
  );
  return { MetricAlarms: matching.map((alarm) => described(call, alarm.settings)) };
}

function describeAlarms(_input: object, call: Call): object {
  const own = call.world.scaling.alarms.filter((alarm) => alarm.region === call.region.name);
  return { MetricAlarms: own.map((alarm) => described(call, alarm.settings)) };
}

function described(call: Call, settings: Record<string, unknown>): object {
  const arn = `arn:aws:cloudwatch:${call.region.name}:${call.world.account}:alarm:${String(settings['AlarmName'])}`;
  return { AlarmArn: arn, StateValue: 'INSUFFICIENT_DATA', ...settings };
}

interface Dimension {
  Name: string;
  Value: string;
}

function dimensionsIn(settings: Record<string, unknown>): Dimension[] {
  const { Dimensions: given } = settings;
  return Array.isArray(given) ? (given as Dimension[]) : [];
}

function sorted(dimensions: readonly Dimension[]): string[] {
  return dimensions.map(({ Name, Value }) => `${Name}=${Value}`).toSorted();
}

export const alarmOperations: Record<string, Operation> = {
  PutMetricAlarm: operation(anything, putAlarm),
  DescribeAlarmsForMetric: operation(forMetricInput, describeForMetric),
  DescribeAlarms: operation(record({}), describeAlarms),
};
