import { canonical } from './canonical';
import { check, type Problem, type Unchecked } from './check';
import type { FactName, Facts } from './facts';
import { placedProblem } from './planned-problem';
import { plannedSteps } from './planned-steps';
import { recordedSource, type Recorded } from './recorded';
import { recordedSketch, restoredSketch } from './sketch';
import { partitionOf } from './spec/arn';
import {
  destinationRegion,
  operationOf,
  requestInput,
  sourceOf,
  sourceRegion,
  targetOf,
  usesLatestTime,
} from './spec/request';
import type { Spec } from './spec/spec';

/** A table in the API's own words, as plain data for the diff: what was recorded, or what the restore will make. */
export type TableSketch = Record<string, unknown>;

/** One setting to put back after the table is ACTIVE; `setting` is the AfterRestore key, `value` the resolved API object. */
export interface PlannedStep {
  setting: string;
  value: unknown;
  from: 'written' | 'FromSource' | 'FromBackup';
  /** What it does, in words: "enable time to live on expiresAt (old items will be deleted)". */
  words: string;
}

export interface StaysBehind {
  setting: string;
  words: string;
}

export interface Plan {
  operation: 'RestoreTableFromBackup' | 'RestoreTableToPointInTime';
  /** The request, member for member what will be sent. Times are ISO 8601 strings. */
  input: Record<string, unknown> & { TargetTableName: string };
  partition: string;
  accountId: string;
  /** Destination: where the request goes and the table will stand. */
  region: string;
  sourceRegion: string;
  sourceTableName: string;
  sourceTableId: string;
  recorded: TableSketch;
  restored: TableSketch;
  steps: PlannedStep[];
  staysBehind: StaysBehind[];
  warnings: Problem[];
  unchecked: Unchecked[];
  /** What the sketches cannot show, one sentence each. */
  notes: string[];
  /**
   * Canonical text of what will be done: request, account, destination Region, the source's TableId or BackupArn and the resolved steps.
   * No sizes, no times of day. Its hash is what a restore is bound to.
   */
  identity: string;
}

/** A plan, or why there is none: problems that stand, or facts without which nothing may be sent. */
export type Planned =
  { kind: 'plan'; plan: Plan } | { kind: 'refused'; problems: Problem[]; unchecked: Unchecked[] };

/** What a restore of this spec would do. Refused while an error stands or source, target, window or caller are unknown. */
export function plan(spec: Spec, facts: Facts): Planned {
  const { problems, unchecked } = check(spec, facts);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const lacking = lackingFacts(spec, facts);
  if (errors.length > 0 || lacking.length > 0)
    return { kind: 'refused', problems: errors, unchecked: lacking };
  const whole = wholeRequest(spec, facts);
  if ('why' in whole) return { kind: 'refused', problems: [whole.why], unchecked: [] };
  const steps = plannedSteps(spec, facts, whole.source);
  if (steps.problems.length > 0) return { kind: 'refused', problems: steps.problems, unchecked: [] };
  const { source, ...request } = whole;
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return {
    kind: 'plan',
    plan: {
      ...request,
      sourceTableName: source.tableName,
      sourceTableId: source.tableId,
      recorded: recordedSketch(source, facts),
      restored: restoredSketch(source, request.input, steps.steps),
      steps: steps.steps,
      staysBehind: steps.staysBehind,
      warnings,
      unchecked,
      notes: notesOn(source),
      identity: identityOf(request, source, steps.steps),
    },
  };
}

/** Facts that may not be missing whatever the rules say, with the words for what could not be checked without them. */
function lackingFacts(spec: Spec, facts: Facts): Unchecked[] {
  const fromBackup = sourceOf(spec)?.kind === 'backup';
  const needed: [FactName, string, string][] = [
    ['caller', 'caller-unknown', 'who is signed in'],
    ['target', 'target-unknown', "whether the target's name is free"],
    ...(fromBackup
      ? [['backup', 'backup-unknown', 'the backup'] as [FactName, string, string]]
      : ([
          ['source', 'source-unknown', 'the source table'],
          ['continuousBackups', 'window-unknown', 'the restorable window'],
        ] as [FactName, string, string][])),
  ];
  return needed
    .filter(([fact]) => facts[fact] === 'unknown')
    .map(([fact, code, title]) => ({ code, title, lacks: [fact] }));
}

type Request = Pick<Plan, 'operation' | 'input' | 'partition' | 'accountId' | 'region' | 'sourceRegion'>;

/** Everything a request needs, or the one thing that is missing. The rules say most of it better; nothing is sent on their word alone. */
function wholeRequest(spec: Spec, facts: Facts): (Request & { source: Recorded }) | { why: Problem } {
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
  if (facts.caller === 'unknown' || facts.target !== 'missing')
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
  const recovery =
    known === 'unknown' || known === 'missing' ? undefined : known.PointInTimeRecoveryDescription;
  if (recovery?.PointInTimeRecoveryStatus === 'ENABLED') return undefined;
  return usesLatestTime(spec) || recovery
    ? 'Point-in-time recovery is not enabled for the source table.'
    : 'The restorable window of the source table is not known.';
}

function notesOn(source: Recorded): string[] {
  if (source.from === 'table')
    return [
      'Capacity, indexes and encryption are shown as the source has them today. AWS documents two answers for a table whose settings changed since the chosen moment: override what matters.',
    ];
  if (source.features === 'not recorded')
    return [
      'This backup does not tell which indexes and settings the table had: what is not shown here may come back all the same.',
    ];
  return [];
}

function identityOf(request: Request, source: Recorded, steps: readonly PlannedStep[]): string {
  const { operation, input, partition, accountId, region } = request;
  return canonical({
    operation,
    partition,
    accountId,
    region,
    source: input['BackupArn'] ?? source.tableId,
    input,
    steps: steps.map(({ setting, value }) => ({ setting, value })),
  });
}
