import { meaningOf, type Failure, type Meaning } from '../core/answer';
import type { TableDescription } from '../core/facts';
import { AwsFailure, type Account, type Clock } from './ports';

/** The restored table whose settings are put back. */
export interface Place {
  account: Account;
  region: string;
  tableName: string;
  tableArn: string;
  tableId: string;
  signal?: AbortSignal | undefined;
}

/** One setting: how to read whether it is as wanted, and how to write it. `holds` and `write` may throw `AwsFailure`. */
export interface StepOf<Value> {
  /** The AfterRestore key. */
  setting: string;
  /** Is this a value of the setting? It comes from a file or a journal. */
  fits(value: unknown): value is Value;
  /** Is the table already as wanted? */
  holds(value: Value, place: Place, table: TableDescription): Promise<boolean> | boolean;
  write(value: Value, place: Place): Promise<unknown>;
  /** Refusals that mean "it is so already". */
  alreadySo?: RegExp;
  /** How long "not now" is taken for an answer, in milliseconds. */
  patienceMs?: number;
}

/** A setting with the value it is to have. */
export interface Task {
  holds(place: Place, table: TableDescription): Promise<boolean> | boolean;
  write(place: Place): Promise<unknown>;
  alreadySo: RegExp | undefined;
  patienceMs: number;
}

export interface Step {
  setting: string;
  /** `undefined` for a value that is none of this setting. */
  to(value: unknown): Task | undefined;
}

const defaultPatienceMs = 600_000;

export function step<Value>(of: StepOf<Value>): Step {
  const { setting, alreadySo, patienceMs = defaultPatienceMs } = of;
  return {
    setting,
    to: (value) =>
      of.fits(value)
        ? {
            holds: (place, table) => of.holds(value, place, table),
            write: (place) => of.write(value, place),
            alreadySo,
            patienceMs,
          }
        : undefined,
  };
}

export type StepResult =
  | { kind: 'done'; note?: string }
  | { kind: 'failed'; failure?: Failure; note: string }
  /** The table itself is gone, or another one stands under its name. */
  | { kind: 'gone'; note: string };

const pauseMs = 3_000;
const pauseWhileMissingMs = 30_000;
const pauseForTheUserMs = 60_000;
const goneReadings = 3;

/**
 * Read, compare, write, and read again until the setting holds: safe to repeat at any point. Yields a failure each time it waits; only the
 * user can end an expired session or bring a network back, so those waits have no end of their own. Throws the signal's reason when aborted.
 */
export async function* putBack(
  task: Task,
  place: Place,
  clock: Clock,
): AsyncGenerator<Failure, StepResult, undefined> {
  const untilMs = clock.now() + task.patienceMs;
  let gone = 0;
  let last: Failure | undefined;
  for (;;) {
    const turn = await tryOnce(task, place);
    if (turn.kind === 'done' || turn.kind === 'failed') return turn;
    gone = turn.kind === 'missing' ? gone + 1 : 0;
    if (gone >= goneReadings) return { kind: 'gone', note: 'The table is gone.' };
    if (turn.kind === 'wait' && turn.failure !== undefined) {
      last = turn.failure;
      yield turn.failure;
    }
    if (!isOutage(turn) && clock.now() >= untilMs) return outOfPatience(last);
    await clock.sleep(pauseAfter(turn), place.signal);
  }
}

function outOfPatience(failure: Failure | undefined): StepResult {
  const note = failure?.message ?? 'It was written, but the table does not show it.';
  return failure === undefined ? { kind: 'failed', note } : { kind: 'failed', failure, note };
}

type Turn =
  | { kind: 'done' }
  | { kind: 'failed'; failure: Failure; note: string }
  | { kind: 'missing' }
  | { kind: 'wait'; failure?: Failure; meaning?: Meaning };

function needsTheUser(turn: Turn): boolean {
  return turn.kind === 'wait' && turn.meaning === 'sign-in';
}

/** Nobody at AWS was asked: that says nothing about the setting, however long it lasts. */
function isOutage(turn: Turn): boolean {
  return (
    needsTheUser(turn) || (turn.kind === 'wait' && turn.failure !== undefined && isUnreached(turn.failure))
  );
}

function isUnreached({ code, mayHaveArrived }: Failure): boolean {
  return !mayHaveArrived && (code === 'ConnectionError' || code === 'TimeoutError');
}

function pauseAfter(turn: Turn): number {
  if (needsTheUser(turn)) return pauseForTheUserMs;
  return turn.kind === 'missing' ? pauseWhileMissingMs : pauseMs;
}

async function tryOnce(task: Task, place: Place): Promise<Turn> {
  const { account, region, tableName, tableId, signal } = place;
  let isWrite = false;
  try {
    const { Table } = await account.read(region, 'DescribeTable', { TableName: tableName }, signal);
    if (Table.TableId !== tableId) return { kind: 'missing' };
    if (await task.holds(place, Table)) return { kind: 'done' };
    // One change at a time: the one before may still be under way.
    if (Table.TableStatus !== 'ACTIVE') return { kind: 'wait' };
    isWrite = true;
    await task.write(place);
    // The answer to a change is not the new state yet: read again.
    return { kind: 'wait' };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return afterFailure(task, error.failure, isWrite);
  }
}

function afterFailure(task: Task, failure: Failure, isWrite: boolean): Turn {
  if (isWrite && task.alreadySo?.test(failure.message) === true) return { kind: 'done' };
  const isMissing = ['ResourceNotFoundException', 'TableNotFoundException'].includes(failure.code);
  if (isMissing && failure.operation === 'DescribeTable') return { kind: 'missing' };
  // While the table can be described, "not found" from another call means "not ready yet".
  if (isMissing) return { kind: 'wait', failure };
  const meaning = meaningOf(failure);
  if (meaning === 'definite-no' && !isUnreached(failure)) {
    return { kind: 'failed', failure, note: failure.message };
  }
  return { kind: 'wait', failure, meaning };
}
