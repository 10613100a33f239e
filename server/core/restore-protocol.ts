/**
 * The restore protocol as a pure state machine: what to write, tell and do next after each event. It knows no clock and no network, so
 * that the very code that ships is what the seeded simulation runs (`test/core-protocol`).
 *
 * The service has no client token on a restore. What keeps a second table from coming up is the target's name, so the name never changes
 * while an outcome is unknown, a request is sent once, and what became of it is found out by reading.
 */
import { meaningOf, type Failure } from './answer';
import { stepsLeft, type Operation } from './journal';
import { backOffMs, reconcileMs, times } from './pace';
import { ended, ours } from './restore-end';
import type { Attempt, Event, Moment, Phase, RestoreState, Turn } from './restore-state';
import { accepted, blindWatch, settle, stepped, watch, watched } from './restore-watch';
import { whyNotOurs, type Asked, type Sighting } from './same-table';

type Reconciling = Extract<Phase, { name: 'reconciling' }>;

export function begin(attempt: Attempt): Turn {
  const state: RestoreState = { attempt, phase: { name: 'before', refusals: 0 }, offsetMs: 0 };
  return { state, rows: [], tell: [], action: { do: 'preflight', afterMs: 0 } };
}

/**
 * Go on after a crash, a reload or an outcome nobody knew. Nothing is sent from here: an operation that was never sent is ended as such.
 * `undefined` when the journal says that it has ended.
 */
export function goOn(
  operation: Operation,
  attempt: Attempt,
  marks: { sentMs?: number; acceptedMs?: number },
  { nowMs }: Moment,
): Turn | undefined {
  const { sentMs, acceptedMs = nowMs } = marks;
  const { offsetMs = 0, tableId } = operation;
  const base = {
    attempt,
    offsetMs,
    ...(sentMs === undefined ? {} : { sentMs }),
    ...(tableId === undefined ? {} : { tableId }),
  };
  const before: RestoreState = { ...base, phase: { name: 'before', refusals: 0 } };
  switch (operation.state) {
    case 'intent':
      return ended(
        before,
        'rejected',
        ours(before, 'NotSent', 'It was stopped before the request was accepted.'),
      );
    case 'sent':
    case 'unknown':
      return lookAfterRestart(before, operation, nowMs);
    case 'restoring':
      return watch(before, acceptedMs, 0);
    case 'settings':
      return settle(before, stepsLeft(operation), [], []);
    case 'done':
    case 'rejected':
    case 'foreign':
    case 'vanished':
    case 'closed':
      break;
  }
  return undefined;
}

function lookAfterRestart(state: RestoreState, operation: Operation, nowMs: number): Turn {
  const { sentMs = 0 } = state;
  const { state: was, code, note = '' } = operation;
  const wasRefused = was === 'sent' && code !== undefined;
  const phase: Phase = {
    name: 'reconciling',
    refusals: 0,
    otherwise: wasRefused ? 'rejected' : 'unknown',
    untilMs: Math.max(sentMs + times.reconcileForMs, nowMs + times.lookAgainForMs),
    looks: 0,
    misses: 0,
    ...(wasRefused ? { failure: ours(state, code, note) } : {}),
  };
  const afterMs = Math.max(0, Math.min(times.firstLookMs, sentMs + times.firstLookMs - nowMs));
  return {
    state: { ...state, phase },
    rows: [],
    tell: [{ kind: 'unsure' }],
    action: { do: 'look', afterMs },
  };
}

/** True while it is certain that the service runs nothing for us. */
export function nothingRuns({ phase, attempt, sentMs }: RestoreState): boolean {
  return phase.name === 'before' && attempt.unresolvedSinceMs === undefined && sentMs === undefined;
}

export function next(state: RestoreState, event: Event, moment: Moment): Turn {
  const { phase } = state;
  switch (event.kind) {
    case 'preflight-failed':
      return preflightFailed(state, event.failure, moment);
    case 'preflight-passed':
      return preflighted(state, event, moment);
    case 'accepted':
      return accepted(state, event.tableId, 'requested', moment);
    case 'failed':
      return failed(state, event.failure, moment);
    case 'saw':
      if (phase.name === 'reconciling') return reconciled(state, phase, event.target, moment);
      if (phase.name === 'watching') return watched(state, phase, event.target, moment);
      break;
    case 'blind':
      if (phase.name === 'reconciling') return blindReconcile(state, phase, event.failure, moment);
      if (phase.name === 'watching') return blindWatch(state, phase, event.failure, moment);
      break;
    case 'stepped':
      if (phase.name === 'settling') return stepped(state, phase, event);
      break;
    case 'gone':
      return ended(state, 'vanished', ours(state, 'TableGone', 'The table is gone.'));
  }
  throw new TypeError(`the event ${event.kind} has no meaning while ${phase.name}`);
}

function refusalsOf({ phase }: RestoreState): number {
  return 'refusals' in phase ? phase.refusals : 0;
}

/** Nothing leaves on half knowledge. While waiting for a slot a failed read is waited out too. */
function preflightFailed(state: RestoreState, failure: Failure, moment: Moment): Turn {
  const meaning = meaningOf(failure);
  const passes = failure.mayHaveArrived && (meaning === 'unknown' || meaning === 'wait');
  return passes && refusalsOf(state) > 0 ? sendLater(state, failure, moment) : refused(state, failure);
}

/** A definite no. After a "not now" it is looked once more: that may have answered a request of ours that a proxy had sent twice. */
function refused(state: RestoreState, failure: Failure): Turn {
  return refusalsOf(state) > 0 ? reconcile(state, failure, 'rejected') : ended(state, 'rejected', failure);
}

function preflighted(
  state: RestoreState,
  { target, offsetMs = state.offsetMs }: Extract<Event, { kind: 'preflight-passed' }>,
  moment: Moment,
): Turn {
  if (target === 'missing') {
    return {
      state: {
        ...state,
        offsetMs,
        sentMs: moment.nowMs,
        phase: { name: 'sending', refusals: refusalsOf(state) },
      },
      rows: [{ state: 'sent', offsetMs }],
      tell: [],
      action: { do: 'send' },
    };
  }
  const name = target.table.TableName;
  const nothingWasEverSent = state.sentMs === undefined && state.attempt.unresolvedSinceMs === undefined;
  if (nothingWasEverSent) {
    return ended(state, 'rejected', ours(state, 'TargetExists', `A table named ${name} exists already.`));
  }
  return adoptOrLeave({ ...state, offsetMs }, target, moment);
}

/** A table stands under the name: ours when it matches, somebody else's when not. */
function adoptOrLeave(state: RestoreState, target: Sighting, moment: Moment): Turn {
  const why = whyNotOurs(target, askedBy(state, moment));
  if (why !== undefined) {
    const { TableName } = target.table;
    return ended(
      state,
      'foreign',
      ours(state, 'ForeignTable', `A table named ${TableName} exists, but ${why}.`),
    );
  }
  return accepted(state, target.table.TableId, 'adopted', moment);
}

function askedBy({ attempt, sentMs, offsetMs }: RestoreState, { nowMs }: Moment): Asked {
  const { kind, input, sourceTableName, expected, restoreToMs } = attempt;
  return {
    kind,
    input,
    sourceTableName,
    ...(expected === undefined ? {} : { expected }),
    ...(restoreToMs === undefined ? {} : { restoreToMs }),
    fromMs: (attempt.unresolvedSinceMs ?? attempt.intentMs) - times.clockSlackMs,
    untilMs: (sentMs ?? nowMs) + times.latestArrivalMs,
    offsetMs,
  };
}

function failed(state: RestoreState, failure: Failure, moment: Moment): Turn {
  const earlierUnresolved = state.attempt.unresolvedSinceMs !== undefined;
  switch (meaningOf(failure, { earlierUnresolved })) {
    case 'definite-no':
    case 'sign-in':
      return refused(state, failure);
    case 'wait':
      return sendLater(state, failure, moment);
    case 'perhaps-ours':
      // The backup is busy, most likely with another restore: look whether it is ours, and else wait for it.
      return reconcile(state, failure, failure.code === 'BackupInUseException' ? 'send-later' : 'unknown');
    case 'unknown':
      break;
  }
  return reconcile(state, failure, 'unknown');
}

function reconcile(state: RestoreState, failure: Failure, otherwise: Reconciling['otherwise']): Turn {
  const untilMs = (state.sentMs ?? 0) + times.reconcileForMs;
  const refusals = refusalsOf(state);
  const phase: Phase = { name: 'reconciling', refusals, failure, otherwise, untilMs, looks: 0, misses: 0 };
  return {
    state: { ...state, phase },
    rows: [],
    tell: [{ kind: 'unsure', failure }],
    action: { do: 'look', afterMs: times.firstLookMs },
  };
}

/** The service said "not now" and runs nothing for us: the same request again, after a pause and a fresh look at the target. */
function sendLater(state: RestoreState, failure: Failure, { random }: Moment): Turn {
  const refusals = refusalsOf(state);
  return {
    state: { ...state, phase: { name: 'before', refusals: refusals + 1 } },
    rows: [{ state: 'waiting', code: failure.code, note: failure.message }],
    tell: [{ kind: 'waiting', failure }],
    action: { do: 'preflight', afterMs: backOffMs(refusals, random) },
  };
}

function reconciled(
  state: RestoreState,
  phase: Reconciling,
  target: Sighting | 'missing',
  moment: Moment,
): Turn {
  if (target !== 'missing') return adoptOrLeave(state, target, moment);
  const { failure, otherwise } = phase;
  if (otherwise === 'send-later' && failure !== undefined) return sendLater(state, failure, moment);
  if (moment.nowMs < phase.untilMs) return lookAgain(state, phase, moment);
  // One "not found" is not evidence even now.
  const misses = phase.misses + 1;
  return misses >= times.goneReadings
    ? notFound(state, phase, failure)
    : lookAgain(state, { ...phase, misses }, moment);
}

function notFound(state: RestoreState, { otherwise }: Reconciling, failure: Failure | undefined): Turn {
  return otherwise === 'rejected' && failure !== undefined
    ? ended(state, 'rejected', failure)
    : unknown(state, failure);
}

function unknown(state: RestoreState, failure: Failure | undefined): Turn {
  return ended(
    state,
    'unknown',
    failure ?? ours(state, 'Interrupted', 'The program ended before the answer came.'),
  );
}

function lookAgain(state: RestoreState, phase: Reconciling, { nowMs, random }: Moment): Turn {
  // The last look falls on the end of the time, not one step after it.
  const afterMs = Math.min(
    reconcileMs(phase.looks, random),
    Math.max(times.firstLookMs, phase.untilMs - nowMs),
  );
  return {
    state: { ...state, phase: { ...phase, looks: phase.looks + 1 } },
    rows: [],
    tell: [],
    action: { do: 'look', afterMs },
  };
}

function blindReconcile(state: RestoreState, phase: Reconciling, failure: Failure, moment: Moment): Turn {
  if (moment.nowMs >= phase.untilMs + times.blindForMs) return unknown(state, phase.failure ?? failure);
  return { ...lookAgain(state, phase, moment), tell: [{ kind: 'waiting', failure }] };
}
