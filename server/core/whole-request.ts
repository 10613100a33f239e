import type { Problem } from './check';
import type { Facts } from './facts';
import { placedProblem } from './planned-problem';
import { recordedSource, type Recorded } from './recorded';
import { partitionOf } from './spec/arn';
import {
  destinationRegion,
  operationOf,
  requestInput,
  sourceOf,
  sourceRegion,
  targetOf,
} from './spec/request';
import type { Spec } from './spec/spec';

/** What will be sent, where, and by whom. */
export interface RestoreRequest {
  operation: 'RestoreTableFromBackup' | 'RestoreTableToPointInTime';
  /** The request, member for member what will be sent. Times are ISO 8601 strings. */
  input: Record<string, unknown> & { TargetTableName: string };
  partition: string;
  accountId: string;
  /** Destination: where the request goes and the table will stand. */
  region: string;
  sourceRegion: string;
}

/** Everything a request needs, or the one thing that is missing. The rules say most of it better; nothing is sent on their word alone. */
export function wholeRequest(
  spec: Spec,
  facts: Facts,
): (RestoreRequest & { source: Recorded }) | { why: Problem } {
  const why = (path: string[], message: string): { why: Problem } => ({
    why: placedProblem(spec, 'not-plannable', path, message),
  });
  const operation = operationOf(spec);
  const target = targetOf(spec);
  const region = destinationRegion(spec, facts);
  const from = sourceRegion(spec, facts);
  if (spec.syntax.length > 0 || !operation)
    return why([], 'The spec does not name one source to restore from.');
  if (!target) return why([], 'The spec names no target table.');
  if (!region || !from)
    return why(['Region'], 'It is not known in which Region the new table is to stand: write "Region".');
  const partition = partitionOf(region);
  if (!partition) return why(['Region'], `"${region}" is not the name of a Region.`);
  if (facts.ownRestore !== undefined)
    return why(
      ['TargetTableName'],
      `The restore of this file is under way since ${facts.ownRestore.startedAt}: watch that one.`,
    );
  if (facts.caller === 'unknown') return why([], 'It is not known who is signed in.');
  if (facts.target !== 'missing')
    return why(['TargetTableName'], `A table "${target}" exists already; a restore always makes a new one.`);
  const source = recordedSource(spec, facts);
  if (source === 'missing' || source === 'unknown') return why([], 'The source does not exist (any more).');
  const window = outsideWindow(spec, facts);
  if (window) return why(['RestoreDateTime'], window);
  const input = { ...requestInput(spec), TargetTableName: target };
  return { operation, input, partition, accountId: facts.caller.Account, region, sourceRegion: from, source };
}

function outsideWindow(spec: Spec, facts: Facts): string | undefined {
  if (sourceOf(spec)?.kind !== 'point-in-time') return undefined;
  const known = facts.continuousBackups;
  if (known === 'unknown' || known === 'missing')
    return 'The restorable window of the source table is not known.';
  return known.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED'
    ? undefined
    : 'Point-in-time recovery is not enabled for the source table.';
}
