/** States, answers and turns of the restore protocol, for the tests that hold its turns one by one. */
import type { Failure } from '../../server/core/answer';
import { wordsOfOutcome } from '../../server/core/explain';
import type { IntentRow } from '../../server/core/journal';
import type { Attempt, Event, Phase, RestoreState, Turn } from '../../server/core/restore-state';
import type { Sighting } from '../../server/core/same-table';

export const backupArn =
  'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';
export const second = 1_000;
export const minute = 60 * second;
/** The moment of every event; half of every jitter. */
export const nowMs = 1_790_000_000_000;
export const moment = { nowMs, random: 0.5 };

export const attempt: Attempt = {
  kind: 'RestoreTableFromBackup',
  region: 'eu-west-1',
  target: 'Orders-restored',
  input: { TargetTableName: 'Orders-restored', BackupArn: backupArn },
  sourceTableName: 'Orders',
  steps: [
    { setting: 'Tags', value: [{ Key: 'team', Value: 'orders' }] },
    { setting: 'TableClass', value: 'STANDARD' },
  ],
  intentMs: nowMs - 2 * second,
};

export function failure(code: string, message: string, more: Partial<Failure> = {}): Failure {
  const operation = 'RestoreTableFromBackup';
  return { code, message, operation, region: 'eu-west-1', httpStatus: 400, mayHaveArrived: true, ...more };
}

/** A failure of our own making: what the protocol itself says no to. */
export const own = (code: string, message: string) => failure(code, message);

export const denied = failure('AccessDeniedException', 'User is not authorized');
export const signIn = failure('ExpiredTokenException', 'The security token is expired');
export const throttled = failure('ThrottlingException', 'Rate exceeded');
export const lost = failure('TimeoutError', 'no answer', { httpStatus: 0 });
export const offline = failure('ConnectionError', 'getaddrinfo ENOTFOUND', {
  httpStatus: 0,
  mayHaveArrived: false,
});
export const exists = failure('TableAlreadyExistsException', 'Table already exists: Orders-restored');
export const busy = failure('BackupInUseException', 'Backup is being used to restore another table');

export const creating: Sighting = {
  table: {
    TableName: 'Orders-restored',
    TableId: 'ours',
    TableArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders-restored',
    TableStatus: 'CREATING',
    KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
    RestoreSummary: {
      SourceBackupArn: backupArn,
      RestoreDateTime: '2026-09-21T14:13:20.000Z',
      RestoreInProgress: true,
    },
  },
  createdMs: nowMs,
};
const { RestoreSummary: _, ...plainTable } = creating.table;
export const active: Sighting = { ...creating, table: { ...plainTable, TableStatus: 'ACTIVE' } };
export const stillFilling: Sighting = { ...creating, table: { ...creating.table, TableStatus: 'ACTIVE' } };
export const updating: Sighting = { ...active, table: { ...active.table, TableStatus: 'UPDATING' } };
export const somebodys: Sighting = { ...active, createdMs: nowMs - 6 * minute };

export function inPhase(phase: Phase, more: Partial<RestoreState> = {}): RestoreState {
  return { attempt, phase, offsetMs: 0, ...more };
}

export const fresh = inPhase({ name: 'before', refusals: 0 });
export const waiting = inPhase({ name: 'before', refusals: 2 }, { sentMs: nowMs - minute });
export const sending = inPhase({ name: 'sending', refusals: 0 }, { sentMs: nowMs - second });

export type Reconciling = Extract<Phase, { name: 'reconciling' }>;
export type Watching = Extract<Phase, { name: 'watching' }>;

export function reconciling(more: Partial<Reconciling> = {}): RestoreState {
  const phase: Reconciling = {
    name: 'reconciling',
    refusals: 0,
    failure: lost,
    otherwise: 'unknown',
    untilMs: nowMs + 4 * minute,
    looks: 0,
    misses: 0,
  };
  return inPhase({ ...phase, ...more }, { sentMs: nowMs - second });
}

export function watching(more: Partial<Watching> = {}): RestoreState {
  const phase: Watching = { name: 'watching', sinceMs: nowMs - minute, seen: true, ready: 0 };
  return inPhase({ ...phase, ...more }, { sentMs: nowMs - minute, tableId: 'ours' });
}

/** A turn that changes the phase and what else is named, and does nothing but `action`. */
export function turn(
  before: RestoreState,
  phase: Phase,
  action: Turn['action'],
  { rows = [], tell = [], ...state }: Partial<Pick<Turn, 'rows' | 'tell'> & RestoreState> = {},
): Turn {
  return { state: { ...before, ...state, phase }, rows, tell, action };
}

export function end(
  before: RestoreState,
  outcome: 'rejected' | 'unknown' | 'foreign' | 'vanished',
  why: Failure,
): Turn {
  const words = wordsOfOutcome(outcome, why, attempt);
  const rows: Turn['rows'] = [{ state: outcome, code: why.code, note: words }];
  return turn(before, { name: 'ended', outcome }, { do: 'stop', outcome, words }, { rows });
}

export const seenAsOurs = (before: RestoreState): Turn =>
  turn(
    before,
    { name: 'watching', sinceMs: nowMs, seen: false, ready: 0 },
    { do: 'look', afterMs: 5 * second },
    {
      tableId: 'ours',
      rows: [{ state: 'accepted', tableId: 'ours', adopted: true }],
      tell: [{ kind: 'adopted' }],
    },
  );

export const lookFor = (
  before: RestoreState,
  why: Failure,
  otherwise: Reconciling['otherwise'],
  refusals = 0,
): Turn =>
  turn(
    before,
    {
      name: 'reconciling',
      refusals,
      failure: why,
      otherwise,
      untilMs: (before.sentMs ?? 0) + 4 * minute,
      looks: 0,
      misses: 0,
    },
    { do: 'look', afterMs: 5 * second },
    { tell: [{ kind: 'unsure', failure: why }] },
  );

export const sendLater = (before: RestoreState, why: Failure, refusals: number, afterMs: number): Turn =>
  turn(
    before,
    { name: 'before', refusals },
    { do: 'preflight', afterMs },
    {
      rows: [{ state: 'waiting', code: why.code, note: why.message }],
      tell: [{ kind: 'waiting', failure: why }],
    },
  );

export const lookAgain = (before: RestoreState, afterMs: number, misses = 0): Turn => {
  const phase = before.phase as Reconciling;
  return turn(before, { ...phase, looks: phase.looks + 1, misses }, { do: 'look', afterMs });
};

export const lookOn = (before: RestoreState, afterMs: number, more: Partial<Watching> = {}): Turn =>
  turn(before, { ...(before.phase as Watching), ready: 0, ...more }, { do: 'look', afterMs });

export const saw = (target: Sighting | 'missing'): Event => ({ kind: 'saw', target });
export const failed = (why: Failure): Event => ({ kind: 'failed', failure: why });
export const blind = (why: Failure): Event => ({ kind: 'blind', failure: why });
export const noPreflight = (why: Failure): Event => ({ kind: 'preflight-failed', failure: why });
export const preflight = (target: Sighting | 'missing', offsetMs?: number): Event => ({
  kind: 'preflight-passed',
  target,
  ...(offsetMs === undefined ? {} : { offsetMs }),
});

export type Case = [sentence: string, state: RestoreState, event: Event, turn: Turn];

export const timeIsUp = { untilMs: nowMs };
export const goesOn = inPhase(
  { name: 'before', refusals: 0 },
  { attempt: { ...attempt, unresolvedSinceMs: nowMs - 5 * minute } },
);
export const left = inPhase({ name: 'settling', left: attempt.steps }, { tableId: 'ours' });
export const [tags, tableClass] = attempt.steps as [IntentRow['steps'][0], IntentRow['steps'][0]];

/** What stays of the state is that of `before`; cases that name only what differs are compared by what a turn does and where it leads. */
export function essence({ state, rows, tell, action }: Turn): unknown {
  const { phase, sentMs, offsetMs, tableId } = state;
  return {
    phase,
    offsetMs,
    ...(tableId === 'ours' ? { tableId } : {}),
    sent: sentMs === nowMs,
    rows,
    tell,
    action,
  };
}
