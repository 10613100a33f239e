import type { TableDescription } from '../core/facts';
import type { IntentRow, Operation } from '../core/journal';
import type { Attempt } from '../core/restore-state';
import type { Sighting } from '../core/same-table';

/** The journal's text times as the numbers that the protocol reckons with. */
export function attemptOf(intent: IntentRow): Attempt {
  const { kind, key, input, sourceTableName, expected, steps, unresolvedSince } = intent;
  const restoreToMs = msOf(input['RestoreDateTime']);
  const unresolvedSinceMs = msOf(unresolvedSince);
  return {
    kind,
    region: key.region,
    target: key.target,
    input,
    sourceTableName,
    steps,
    intentMs: msOf(intent.at) ?? 0,
    ...(expected === undefined ? {} : { expected }),
    ...(restoreToMs === undefined ? {} : { restoreToMs }),
    ...(unresolvedSinceMs === undefined ? {} : { unresolvedSinceMs }),
  };
}

export function marksOf({ sentAt, acceptedAt }: Operation): { sentMs?: number; acceptedMs?: number } {
  const sentMs = msOf(sentAt);
  const acceptedMs = msOf(acceptedAt);
  return {
    ...(sentMs === undefined ? {} : { sentMs }),
    ...(acceptedMs === undefined ? {} : { acceptedMs }),
  };
}

export function sightingOf(table: TableDescription): Sighting {
  const createdMs = msOf(table.CreationDateTime);
  const restoredToMs = msOf(table.RestoreSummary?.RestoreDateTime);
  return {
    table,
    ...(createdMs === undefined ? {} : { createdMs }),
    ...(restoredToMs === undefined ? {} : { restoredToMs }),
  };
}

function msOf(text: unknown): number | undefined {
  const ms = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
