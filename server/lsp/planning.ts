import { inWords } from '../core/explain';
import { plan, type Plan } from '../core/plan';
import { gather } from '../run/gather';
import type { Ports } from '../run/ports';
import { hashOf } from '../run/restore';
import type { PlanAnswer, PlanShown } from '../protocol';
import type { AwsConnection } from './connection';
import type { OpenSpec, OpenSpecs } from './documents';
import { Refused } from './refusal';

/** The file as the user sees it: any other version is refused, so that nobody confirms a text that is not on the screen. */
export function shownSpec(specs: OpenSpecs, uri: string, version: number): OpenSpec {
  const open = specs.get(uri);
  if (open === undefined) throw new Refused('NotOpen', 'This file is not open. Open it and try again.');
  if (open.document.version !== version) {
    throw new Refused('Outdated', 'The file has changed in the meantime. Nothing was sent; plan again.');
  }
  return open;
}

type FreshPlan = { kind: 'plan'; plan: Plan } | { kind: 'refused'; reasons: string[] };

/** Ask AWS anew for everything, past every memory, and plan on that. */
export async function freshPlan(
  open: OpenSpec,
  aws: AwsConnection,
  { clock, journal }: Pick<Ports, 'clock' | 'journal'>,
  signal?: AbortSignal,
): Promise<FreshPlan> {
  const { fresh } = await aws.account();
  const ports = { account: fresh, clock, journal };
  const { facts, failures } = await gather(open.spec, ports, aws.regionInUse(), signal);
  const planned = plan(open.spec, facts);
  if (planned.kind === 'plan') return planned;
  const errors = planned.problems.filter(({ severity }) => severity === 'error');
  const reasons = [
    ...errors.map(({ message }) => message),
    ...planned.unchecked.map(({ title }) => `Not checked: ${title}.`),
    ...failures.map(inWords),
  ];
  return { kind: 'refused', reasons: [...new Set(reasons)] };
}

export function planAnswer(fresh: FreshPlan): PlanAnswer {
  return fresh.kind === 'plan' ? { kind: 'plan', plan: planShown(fresh.plan) } : fresh;
}

function planShown(made: Plan): PlanShown {
  return {
    planHash: hashOf(made),
    accountId: made.accountId,
    region: made.region,
    target: made.input.TargetTableName,
    operation: made.operation,
    sourceTableName: made.sourceTableName,
    recorded: JSON.stringify(made.recorded, null, 2),
    restored: JSON.stringify(made.restored, null, 2),
    steps: made.steps.map(({ words }) => words),
    staysBehind: made.staysBehind.map(({ words }) => words),
    // What the two sides cannot show is to be read with the warnings, before anything is confirmed.
    warnings: [...made.warnings.map(({ message }) => message), ...made.notes],
    unchecked: made.unchecked.map(({ title }) => title),
  };
}
