/**
 * Kinesis streaming destinations. The stream is not looked at when a destination is enabled, only a moment later. In the sandbox the
 * streams of the same account and Region are there, save those whose names end in `-missing`.
 */
import { parseArn } from '../state/arn';
import { statusOf, type KinesisDestination, type Table } from '../state/table';
import { invalid } from '../wire/error';
import { may, must, oneOf, record, text, type Infer } from '../wire/shape';
import { tableKnownToSides } from './locate';
import { operation, type Call, type Operation } from './operation';
import { tableName } from './shapes';

const configuration = record({
  ApproximateCreationDateTimePrecision: may(oneOf(['MILLISECOND', 'MICROSECOND'])),
});
const streamArn = text({ min: 37, max: 1024 });

const enableInput = record({
  TableName: must(tableName),
  StreamArn: must(streamArn),
  EnableKinesisStreamingConfiguration: may(configuration),
});

const updateInput = record({
  TableName: must(tableName),
  StreamArn: must(streamArn),
  UpdateKinesisStreamingConfiguration: may(configuration),
});

/** At most one destination that is neither DISABLED nor ENABLE_FAILED. */
function enable(input: Infer<typeof enableInput>, call: Call): object {
  const table = settledTable(call, input.TableName, 'enable');
  const busy = table.kinesis.some(
    (entry) => !['DISABLED', 'ENABLE_FAILED'].includes(statusIn(entry, call.now)),
  );
  if (busy)
    throw wrongState(
      'enable',
      'EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.',
    );
  table.kinesis = table.kinesis.filter((entry) => entry.streamArn !== input.StreamArn);
  const precision =
    input.EnableKinesisStreamingConfiguration?.ApproximateCreationDateTimePrecision ?? 'MILLISECOND';
  table.kinesis.push({
    streamArn: input.StreamArn,
    precision,
    doing: 'ENABLING',
    target: isThere(call, input.StreamArn) ? 'ACTIVE' : 'ENABLE_FAILED',
    until: call.now + call.world.durations.kinesisEnabling,
  });
  return {
    TableName: table.name,
    StreamArn: input.StreamArn,
    DestinationStatus: 'ENABLING',
    EnableKinesisStreamingConfiguration: { ApproximateCreationDateTimePrecision: precision },
  };
}

function disable(input: { TableName: string; StreamArn: string }, call: Call): object {
  const table = settledTable(call, input.TableName, 'disable');
  const entry = activeEntry(call, table, input.StreamArn, 'disable', 'DISABLE');
  Object.assign(entry, {
    doing: 'DISABLING',
    target: 'DISABLED',
    until: call.now + call.world.durations.kinesisDisabling,
  });
  return { TableName: table.name, StreamArn: input.StreamArn, DestinationStatus: 'DISABLING' };
}

function update(input: Infer<typeof updateInput>, call: Call): object {
  const table = settledTable(call, input.TableName, 'update');
  const entry = activeEntry(call, table, input.StreamArn, 'update', 'UPDATE');
  const precision =
    input.UpdateKinesisStreamingConfiguration?.ApproximateCreationDateTimePrecision ?? entry.precision;
  Object.assign(entry, {
    precision,
    doing: 'UPDATING',
    until: call.now + call.world.durations.kinesisUpdating,
  });
  return {
    TableName: table.name,
    StreamArn: input.StreamArn,
    DestinationStatus: 'UPDATING',
    UpdateKinesisStreamingConfiguration: { ApproximateCreationDateTimePrecision: precision },
  };
}

function describe(input: { TableName: string }, call: Call): object {
  const table = tableKnownToSides(call, input.TableName);
  return {
    TableName: table.name,
    KinesisDataStreamDestinations: table.kinesis.map((entry) => ({
      StreamArn: entry.streamArn,
      DestinationStatus: statusIn(entry, call.now),
      ...(statusIn(entry, call.now) === 'ENABLE_FAILED' && {
        DestinationStatusDescription: 'Kinesis stream is not found.',
      }),
      ApproximateCreationDateTimePrecision: entry.precision,
    })),
  };
}

function settledTable(call: Call, given: string, verb: string): Table {
  const table = tableKnownToSides(call, given);
  const status = statusOf(table, call.now);
  if (status === 'CREATING' || status === 'DELETING')
    throw wrongState(verb, `TableStatus must be ACTIVE, but is ${status}`);
  return table;
}

function activeEntry(call: Call, table: Table, arn: string, verb: string, title: string): KinesisDestination {
  const entry = table.kinesis.find((candidate) => candidate.streamArn === arn);
  if (entry !== undefined && statusIn(entry, call.now) === 'ACTIVE') return entry;
  const operationName = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}KinesisStreamingDestination`;
  throw wrongState(verb, `${operationName} must be ACTIVE to perform ${title} operation.`);
}

function wrongState(verb: string, detail: string): Error {
  return invalid(`Table is not in a valid state to ${verb} Kinesis Streaming Destination: ${detail}`);
}

function statusIn(entry: KinesisDestination, now: number): string {
  return entry.until > now ? entry.doing : entry.target;
}

function isThere(call: Call, given: string): boolean {
  const arn = parseArn(given);
  return (
    arn?.service === 'kinesis' &&
    arn.region === call.region.name &&
    arn.account === call.world.account &&
    /^stream\/.+(?<!-missing)$/.test(arn.resource)
  );
}

export const kinesisOperations: Record<string, Operation> = {
  EnableKinesisStreamingDestination: operation(enableInput, enable),
  DisableKinesisStreamingDestination: operation(
    record({ TableName: must(tableName), StreamArn: must(streamArn) }),
    disable,
  ),
  UpdateKinesisStreamingDestination: operation(updateInput, update),
  DescribeKinesisStreamingDestination: operation(record({ TableName: must(tableName) }), describe),
};
