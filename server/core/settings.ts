import type { Facts, StreamSpecification, TableDescription } from './facts';
import type { Recorded } from './recorded';

/** Settings a source has, in the shape in which a request would write them. Undefined = not known. */

export function streamOfTable({ StreamSpecification: stream }: TableDescription): StreamSpecification {
  return stream?.StreamEnabled ? stream : { StreamEnabled: false };
}

/** As the source of the restore recorded it; the backup that DynamoDB makes of a deleted table records nothing. */
export function recordedStream({ features }: Recorded): StreamSpecification | undefined {
  return features === 'not recorded' ? undefined : (features.stream ?? { StreamEnabled: false });
}

export interface TimeToLive {
  Enabled: boolean;
  AttributeName?: string;
}

export function liveTimeToLive({ sourceTimeToLive }: Facts): TimeToLive | undefined {
  if (sourceTimeToLive === 'unknown' || sourceTimeToLive === 'missing') return undefined;
  return asSpecification(sourceTimeToLive);
}

export function recordedTimeToLive({ features, from }: Recorded): TimeToLive | undefined {
  return features === 'not recorded' || from === 'table'
    ? undefined
    : asSpecification(features.timeToLive ?? {});
}

function asSpecification(description: { TimeToLiveStatus?: string; AttributeName?: string }): TimeToLive {
  const { TimeToLiveStatus, AttributeName } = description;
  const enabled = TimeToLiveStatus === 'ENABLED' || TimeToLiveStatus === 'ENABLING';
  return enabled && AttributeName ? { Enabled: true, AttributeName } : { Enabled: false };
}

export interface PointInTime {
  PointInTimeRecoveryEnabled: boolean;
  RecoveryPeriodInDays?: number;
}

export function pointInTimeOf({ continuousBackups }: Facts): PointInTime | undefined {
  if (continuousBackups === 'unknown' || continuousBackups === 'missing') return undefined;
  const recovery = continuousBackups.PointInTimeRecoveryDescription;
  if (recovery?.PointInTimeRecoveryStatus !== 'ENABLED') return { PointInTimeRecoveryEnabled: false };
  const days = recovery.RecoveryPeriodInDays;
  return { PointInTimeRecoveryEnabled: true, ...(days !== undefined && { RecoveryPeriodInDays: days }) };
}

/** The live source table, when it still stands and could be read. */
export function liveTable({ source }: Facts): TableDescription | undefined {
  return source === 'unknown' || source === 'missing' ? undefined : source;
}
