import { canonical } from './canonical';
import { check, type Problem, type Unchecked } from './check';
import type { FactName, Facts } from './facts';
import { plannedSteps, type PlannedStep, type StaysBehind } from './planned-steps';
import type { Recorded } from './recorded';
import { recordedSketch, restoredSketch, type TableSketch } from './sketch';
import { sourceOf } from './spec/request';
import type { Spec } from './spec/spec';
import { wholeRequest, type RestoreRequest } from './whole-request';

export interface Plan extends RestoreRequest {
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

function identityOf(request: RestoreRequest, source: Recorded, steps: readonly PlannedStep[]): string {
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
