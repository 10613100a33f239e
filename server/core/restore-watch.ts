/** From the moment the service has taken a restore on: watching its table until it is ready, then putting settings back. */
import { meaningOf, type Failure } from './answer';
import type { IntentRow, RowBody } from './journal';
import { pollMs, times } from './pace';
import { ended, ours } from './restore-end';
import type { Event, Moment, Phase, RestoreState, Tell, Turn } from './restore-state';
import type { Sighting } from './same-table';

type Watching = Extract<Phase, { name: 'watching' }>;

export function accepted(
  state: RestoreState,
  tableId: string,
  how: 'requested' | 'adopted',
  { nowMs, random }: Moment,
): Turn {
  const turn = watch({ ...state, tableId }, nowMs, pollMs(0, 0, random));
  return {
    ...turn,
    rows: [{ state: 'accepted', tableId, adopted: how === 'adopted' }],
    tell: [{ kind: how }],
  };
}

export function watch(state: RestoreState, sinceMs: number, afterMs: number): Turn {
  const phase: Phase = { name: 'watching', sinceMs, seen: false, ready: 0 };
  return { state: { ...state, phase }, rows: [], tell: [], action: { do: 'look', afterMs } };
}

export function watched(
  state: RestoreState,
  phase: Watching,
  target: Sighting | 'missing',
  { nowMs, random }: Moment,
): Turn {
  const afterMs = pollMs(nowMs - phase.sinceMs, 1, random);
  // Another TableId under the name means that ours is gone: a name outlives its tables.
  if (target === 'missing' || target.table.TableId !== state.tableId) {
    return missed(state, phase, nowMs, afterMs);
  }
  const { TableStatus, RestoreSummary } = target.table;
  const isReady = TableStatus === 'ACTIVE' && RestoreSummary?.RestoreInProgress !== true;
  const ready = isReady ? phase.ready + 1 : 0;
  if (ready >= times.readyReadings) {
    return settle(state, state.attempt.steps, [{ state: 'active' }], [{ kind: 'active' }]);
  }
  const { missing: _, ...rest } = phase;
  return {
    state: { ...state, phase: { ...rest, seen: true, ready } },
    rows: [],
    tell: [{ kind: 'creating', status: TableStatus }],
    action: { do: 'look', afterMs: isReady ? pollMs(0, 0, random) : afterMs },
  };
}

function missed(state: RestoreState, phase: Watching, nowMs: number, afterMs: number): Turn {
  const lookOn = (phase: Phase): Turn => ({
    state: { ...state, phase },
    rows: [],
    tell: [],
    action: { do: 'look', afterMs },
  });
  // A table just accepted may not be visible yet.
  if (!phase.seen && nowMs < phase.sinceMs + times.reconcileForMs) return lookOn({ ...phase, ready: 0 });
  const missing = { count: (phase.missing?.count ?? 0) + 1, sinceMs: phase.missing?.sinceMs ?? nowMs };
  const isGone = missing.count >= times.goneReadings && nowMs - missing.sinceMs >= times.goneForMs;
  if (!isGone) return lookOn({ ...phase, ready: 0, missing });
  return ended(state, 'vanished', ours(state, 'TableGone', 'The table was being restored and is gone now.'));
}

export function blindWatch(
  state: RestoreState,
  phase: Watching,
  failure: Failure,
  { nowMs, random }: Moment,
): Turn {
  const meaning = meaningOf(failure);
  const needsTheUser = meaning === 'sign-in' || meaning === 'definite-no';
  const afterMs = needsTheUser ? times.pausedMs : pollMs(nowMs - phase.sinceMs, 1, random);
  return { state, rows: [], tell: [{ kind: 'waiting', failure }], action: { do: 'look', afterMs } };
}

export function settle(state: RestoreState, left: IntentRow['steps'], rows: RowBody[], tell: Tell[]): Turn {
  const [step] = left;
  if (step === undefined) {
    return {
      state: { ...state, phase: { name: 'ended', outcome: 'done' } },
      rows: [...rows, { state: 'done' }],
      tell,
      action: { do: 'stop', outcome: 'done', words: `${state.attempt.target} is restored.` },
    };
  }
  return {
    state: { ...state, phase: { name: 'settling', left } },
    rows,
    tell,
    action: { do: 'step', setting: step.setting, value: step.value },
  };
}

export function stepped(
  state: RestoreState,
  phase: Extract<Phase, { name: 'settling' }>,
  { setting, outcome, note }: Extract<Event, { kind: 'stepped' }>,
): Turn {
  const left = phase.left.filter((step) => step.setting !== setting);
  const row: RowBody =
    outcome === 'done'
      ? { state: 'step-done', setting, ...(note === undefined ? {} : { note }) }
      : { state: 'step-failed', setting, note: note ?? '' };
  return settle(state, left, [row], []);
}
