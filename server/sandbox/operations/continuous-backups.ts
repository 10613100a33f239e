/** DescribeContinuousBackups and UpdateContinuousBackups: point-in-time recovery. */
import type { Table } from '../state/table';
import { isBeingBackedUp } from '../state/world';
import { invalidRequest } from '../wire/error';
import { notKnown } from '../wire/gaps';
import { flag, may, must, record, whole, type Infer } from '../wire/shape';
import { areBackupsEnabled, expectBackupsEnabled, tableKnownToBackups } from './locate';
import { operation, type Call, type Operation } from './operation';
import { restorableWindow } from './restorable-window';
import { tableName } from './shapes';

const updateInput = record({
  TableName: must(tableName),
  PointInTimeRecoverySpecification: must(
    record({
      PointInTimeRecoveryEnabled: must(flag),
      RecoveryPeriodInDays: may(whole({ min: 1, max: 35 })),
    }),
  ),
});

/** Synchronous and idempotent. Off and on again forgets the period and moves the earliest time to now. */
function update(input: Infer<typeof updateInput>, call: Call): object {
  const { PointInTimeRecoveryEnabled: enabled, RecoveryPeriodInDays: days } =
    input.PointInTimeRecoverySpecification;
  if (!enabled && days !== undefined) {
    throw invalidRequest('Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.');
  }
  const table = tableKnownToBackups(call, input.TableName);
  if (table.deletion === undefined) expectBackupsEnabled(call, table);
  if (enabled)
    table.pointInTime = {
      since: table.pointInTime?.since ?? call.now,
      days: days ?? table.pointInTime?.days ?? 35,
    };
  else switchOff(call, table);
  return describe(call, table);
}

function switchOff(call: Call, table: Table): void {
  if (isBeingBackedUp(call.region, table, call.now)) throw notKnown('recovery-off-while-backed-up');
  delete table.pointInTime;
}

function describe(call: Call, table: Table): object {
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: areBackupsEnabled(call, table) ? 'ENABLED' : 'DISABLED',
      PointInTimeRecoveryDescription: describePointInTime(table, call.now),
    },
  };
}

function describePointInTime({ pointInTime }: Table, now: number): object {
  if (pointInTime === undefined) return { PointInTimeRecoveryStatus: 'DISABLED' };
  const { earliest, latest } = restorableWindow(pointInTime, now);
  return {
    PointInTimeRecoveryStatus: 'ENABLED',
    RecoveryPeriodInDays: pointInTime.days,
    EarliestRestorableDateTime: earliest / 1000,
    LatestRestorableDateTime: latest / 1000,
  };
}

export const continuousBackupOperations: Record<string, Operation> = {
  DescribeContinuousBackups: operation(record({ TableName: must(tableName) }), (input, call) =>
    describe(call, tableKnownToBackups(call, input.TableName)),
  ),
  UpdateContinuousBackups: operation(updateInput, update),
};
