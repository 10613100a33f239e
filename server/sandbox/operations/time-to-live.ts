/** UpdateTimeToLive and DescribeTimeToLive. */
import { inUse, invalid } from '../wire/error';
import { flag, must, record, text, type Infer } from '../wire/shape';
import { tableKnownToSides, tableNamed } from './locate';
import { operation, type Call, type Operation } from './operation';
import { isBeingRestored, statusOf } from '../state/table';
import { resourceNotFound } from '../wire/error';
import { tableName } from './shapes';

const updateInput = record({
  TableName: must(tableName),
  TimeToLiveSpecification: must(
    record({ Enabled: must(flag), AttributeName: must(text({ min: 1, max: 255 })) }),
  ),
});

/** In effect at once; then locked for about half an hour, which nothing shows. What it says comes before the lock. */
function update(input: Infer<typeof updateInput>, call: Call): object {
  const table = tableKnownToSides(call, input.TableName);
  if (statusOf(table, call.now) === 'CREATING') throw inUse(`Table ${table.name} is being created`);
  const { Enabled: enabled, AttributeName: attribute } = input.TimeToLiveSpecification;
  const current = table.timeToLive.attribute;
  if (enabled && current === attribute) throw invalid('TimeToLive is already enabled');
  if (enabled && current !== undefined) {
    throw invalid(`TimeToLive is active on a different AttributeName: current AttributeName is ${current}`);
  }
  if (!enabled && current === undefined) throw invalid('TimeToLive is already disabled');
  if (!enabled && current !== attribute) {
    throw invalid(`TimeToLive is active on a different AttributeName: current AttributeName is ${current}`);
  }
  if (table.timeToLive.lockedUntil > call.now) {
    throw invalid('Time to live has been modified multiple times within a fixed interval');
  }
  table.timeToLive = {
    ...(enabled && { attribute }),
    lockedUntil: call.now + call.world.durations.timeToLiveLock,
  };
  return { TimeToLiveSpecification: input.TimeToLiveSpecification };
}

function describe(input: { TableName: string }, call: Call): object {
  const table = tableNamed(call, input.TableName);
  if (isBeingRestored(table, call.now)) throw resourceNotFound(`Table: ${table.name}`);
  const status = statusOf(table, call.now);
  if (status === 'CREATING' || status === 'DELETING') {
    throw invalid(`Cannot describe time to live while table is in ${status} state`);
  }
  const { attribute } = table.timeToLive;
  return {
    TimeToLiveDescription:
      attribute === undefined
        ? { TimeToLiveStatus: 'DISABLED' }
        : { TimeToLiveStatus: 'ENABLED', AttributeName: attribute },
  };
}

export const timeToLiveOperations: Record<string, Operation> = {
  UpdateTimeToLive: operation(updateInput, update),
  DescribeTimeToLive: operation(record({ TableName: must(tableName) }), describe),
};
