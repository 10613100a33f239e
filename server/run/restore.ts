import { createHash } from 'node:crypto';
import {
  isOpen,
  operationOf,
  operations,
  sameKey,
  textOfKey,
  type IntentRow,
  type Operation,
  type OperationKey,
} from '../core/journal';
import type { Plan } from '../core/plan';
import { begin, goOn } from '../core/restore-protocol';
import { attemptOf, marksOf } from './attempt';
import { drive, type Run } from './drive';
import { expectationOf } from './expectation';
import { randomName } from './random-name';
import type { RestoreEvent } from './restore-event';
import type { Locks, Ports } from './ports';

/** Another runner has this restore in hand, or an earlier one into the same table is not finished. Nothing was sent. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor(
    message: string,
    /** The operation to `resume`, when one is open in the journal. */
    readonly op?: string,
  ) {
    super(message);
  }
}

/** `resume` was asked for an operation that the journal does not know or that has ended. */
export class NothingToResume extends Error {
  override readonly name = 'NothingToResume';
}

/** SHA-256 of a plan's identity, hex. */
export function hashOf(plan: Plan): string {
  return createHash('sha256').update(plan.identity).digest('hex');
}

/**
 * Run a plan once: journal, send, decide, watch, put settings back. Ends with one `finished`. Aborting the signal stops watching (the
 * restore itself cannot be stopped): the signal's reason is thrown and the journal stays open for `resume`; only when it is certain that
 * nothing was started the operation is `finished` as rejected instead.
 * Refuses by throwing `JournalUnwritable` or `AlreadyRunning` before anything is sent.
 */
export async function* restore(
  plan: Plan,
  context: { profile: string; spec?: string },
  ports: Ports,
  signal?: AbortSignal,
): AsyncGenerator<RestoreEvent, void, undefined> {
  const key = keyOf(plan);
  const lock = await held(ports.locks, key);
  try {
    const earlier = operations((await ports.journal.read()).rows).filter(({ intent }) =>
      sameKey(intent.key, key),
    );
    await closeEarlier(earlier, ports);
    const intent = intentOf(plan, key, context, earlier, ports);
    await ports.journal.append(intent);
    for (const { op, state } of earlier) {
      if (state !== 'unknown') continue;
      await ports.journal.append({
        op,
        at: intent.at,
        state: 'closed',
        note: `Tried again as ${intent.op}.`,
      });
    }
    yield {
      kind: 'intent',
      op: intent.op,
      words: `Restoring ${plan.sourceTableName} to ${key.target} in ${key.region}, account ${key.accountId}.`,
    };
    const attempt = attemptOf(intent);
    const run: Run = { intent, attempt, failedSteps: [], accountChecked: false };
    yield* drive(run, begin(attempt), ports, signal);
  } finally {
    await letGo(lock);
  }
}

/** Go on with an operation the journal says is open: only reads until its outcome is known, then its remaining steps. */
export async function* resume(
  op: string,
  ports: Ports,
  signal?: AbortSignal,
): AsyncGenerator<RestoreEvent, void, undefined> {
  const found = operationOf((await ports.journal.read()).rows, op);
  if (found === undefined) throw new NothingToResume(`The journal knows no restore ${op}.`);
  const lock = await held(ports.locks, found.intent.key, op);
  try {
    // Read again: whoever held the lock may have brought it further.
    const operation = operationOf((await ports.journal.read()).rows, op) ?? found;
    const { intent, stepsFailed } = operation;
    const attempt = attemptOf(intent);
    const moment = { nowMs: ports.clock.now(), random: ports.random() };
    const first = goOn(operation, attempt, marksOf(operation), moment);
    if (first === undefined) throw new NothingToResume(`The restore ${op} has ended: ${operation.state}.`);
    const failedSteps = stepsFailed.map(({ setting }) => setting);
    yield* drive({ intent, attempt, failedSteps, accountChecked: false }, first, ports, signal);
  } finally {
    await letGo(lock);
  }
}

function keyOf({ partition, accountId, region, input }: Plan): OperationKey {
  return { partition, accountId, region, target: input.TargetTableName };
}

/** What a restore has come to does not depend on its lock, which goes stale by itself. */
async function letGo(lock: { release(): Promise<void> }): Promise<void> {
  await lock.release().catch(() => undefined);
}

async function held(locks: Locks, key: OperationKey, op?: string): Promise<{ release(): Promise<void> }> {
  const lock = await locks.take(textOfKey(key));
  if (lock !== undefined) return lock;
  const words = `A restore to ${key.target} in ${key.region} is being run by another window or program. Nothing was sent.`;
  throw new AlreadyRunning(words, op);
}

/** With the lock in hand, an open operation is one whose runner died: it is to be resumed, unless it was never sent. */
async function closeEarlier(earlier: readonly Operation[], ports: Ports): Promise<void> {
  for (const { op, state, intent } of earlier.filter(isOpen)) {
    if (state !== 'intent') {
      const words = `An earlier restore to ${intent.key.target} in ${intent.key.region} is not finished. Go on with that one first; nothing was sent.`;
      throw new AlreadyRunning(words, op);
    }
    const at = new Date(ports.clock.now()).toISOString();
    const note = 'It was stopped before the request was accepted.';
    await ports.journal.append({ op, at, state: 'rejected', code: 'NotSent', note });
  }
}

function intentOf(
  plan: Plan,
  key: OperationKey,
  { profile, spec }: { profile: string; spec?: string },
  earlier: readonly Operation[],
  ports: Ports,
): IntentRow {
  const since = unresolvedSince(plan, earlier);
  return {
    op: randomName(() => ports.random(), 16),
    at: new Date(ports.clock.now()).toISOString(),
    state: 'intent',
    kind: plan.operation,
    key,
    input: plan.input,
    steps: plan.steps.map(({ setting, value }) => ({ setting, value })),
    sourceTableName: plan.sourceTableName,
    planHash: hashOf(plan),
    profile,
    expected: expectationOf(plan),
    ...(spec === undefined ? {} : { spec }),
    ...(since === undefined ? {} : { unresolvedSince: since }),
  };
}

/** A table that an earlier, lost request made is ours too, if it asked for the same. */
function unresolvedSince(plan: Plan, earlier: readonly Operation[]): string | undefined {
  const asked = JSON.stringify(plan.input);
  const same = earlier.filter(
    ({ unresolved, intent }) => unresolved && JSON.stringify(intent.input) === asked,
  );
  return same.map(({ intent }) => intent.unresolvedSince ?? intent.at).toSorted()[0];
}
