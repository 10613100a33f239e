import { meaningOf, type Failure } from '../core/answer';
import { inWords, plain } from '../core/explain';
import type { IntentRow, Row } from '../core/journal';
import { times } from '../core/pace';
import { next, nothingRuns } from '../core/restore-protocol';
import type { Action, Attempt, Event, Tell, Turn } from '../core/restore-state';
import { sightingOf } from './attempt';
import { isMissingTable } from './missing-table';
import { AwsFailure, JournalUnwritable, type Ports } from './ports';
import type { RestoreEvent } from './restore-event';
import { putBack } from './step';
import { steps } from './steps';

/** One restore on its way through this process. */
export interface Run {
  intent: IntentRow;
  attempt: Attempt;
  /** Grows as steps fail. */
  failedSteps: string[];
  /** The caller was seen to be in the account of the operation; a profile may sign in to another one later. */
  accountChecked: boolean;
}

/** The profile's account is not the one that the restore belongs to. Nothing was sent. */
export class WrongAccount extends Error {
  override readonly name = 'WrongAccount';
}

type Telling = AsyncGenerator<RestoreEvent, Event, undefined>;

/** Do what the protocol says until it stops: rows first, durable; then what is told; then the action. */
export async function* drive(
  run: Run,
  first: Turn,
  ports: Ports,
  signal?: AbortSignal,
): AsyncGenerator<RestoreEvent, void, undefined> {
  const book = bookOf(run, ports);
  for (let turn = first; ;) {
    const trouble = await book.record(turn);
    if (trouble !== undefined) yield waiting(run, trouble);
    for (const tell of turn.tell) yield told(run, turn, tell, ports.clock.now());
    const { action } = turn;
    if (action.do === 'stop') {
      yield finished(run, action);
      return;
    }
    let event: Event;
    try {
      event = yield* act(run, turn, action, ports, signal);
    } catch (error) {
      if (signal?.aborted !== true || !nothingRuns(turn.state)) throw error;
      event = refused(run, 'Cancelled', 'It was stopped before anything was sent.');
    }
    if (event.kind === 'stepped') yield stepped(run, event);
    turn = next(turn.state, event, { nowMs: ports.clock.now(), random: ports.random() });
  }
}

/**
 * Writes rows. Before a request leaves, its rows must be on disk; later a journal that cannot be written does not stop what already runs:
 * the rows are kept and tried again, and the user is told.
 */
function bookOf({ intent: { op } }: Run, { journal, clock }: Ports) {
  const unwritten: Row[] = [];
  let complained = false;
  return {
    async record({ rows, action }: Turn): Promise<string | undefined> {
      const at = new Date(clock.now()).toISOString();
      unwritten.push(...rows.map((row) => ({ op, at, ...row })));
      try {
        while (unwritten[0] !== undefined) {
          await journal.append(unwritten[0]);
          unwritten.shift();
        }
        return undefined;
      } catch (error) {
        if (!(error instanceof JournalUnwritable) || action.do === 'send') throw error;
        if (complained) return undefined;
        complained = true;
        return `${error.message} The restore goes on; what happens is not recorded until the journal can be written again.`;
      }
    },
  };
}

async function* act(
  run: Run,
  { state }: Turn,
  action: Exclude<Action, { do: 'stop' }>,
  ports: Ports,
  signal: AbortSignal | undefined,
): Telling {
  switch (action.do) {
    case 'preflight':
      await ports.clock.sleep(action.afterMs, signal);
      return preflight(run, ports, signal);
    case 'send':
      return send(run, ports);
    case 'look':
      await ports.clock.sleep(action.afterMs, signal);
      return look(run, state.tableId, ports, signal);
    case 'step':
      break;
  }
  return yield* takeStep(run, action, state.tableId ?? '', ports, signal);
}

async function preflight(run: Run, { account }: Ports, signal: AbortSignal | undefined): Promise<Event> {
  const { region, accountId } = run.intent.key;
  try {
    const [caller, target] = await Promise.all([
      account.read(region, 'GetCallerIdentity', {}, signal),
      describe(run, account, signal),
    ]);
    if (caller.Account !== accountId) {
      return refused(run, 'WrongAccount', wrongAccount(caller.Account, accountId));
    }
    run.accountChecked = true;
    const offsetMs = account.clockOffsetMs?.(region);
    return { kind: 'preflight-passed', target, ...(offsetMs === undefined ? {} : { offsetMs }) };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return { kind: 'preflight-failed', failure: error.failure };
  }
}

/** The one call that starts a restore. Not abortable: whoever stops watching still wants its answer in the journal. */
async function send({ intent }: Run, { account }: Ports): Promise<Event> {
  const { region, target } = intent.key;
  try {
    const { TableDescription } = await account.write(region, intent.kind, intent.input);
    if (typeof TableDescription?.TableId === 'string' && TableDescription.TableName === target) {
      return { kind: 'accepted', tableId: TableDescription.TableId };
    }
    const message = 'the answer does not describe the table that was asked for';
    return {
      kind: 'failed',
      failure: { code: 'NotAnAwsAnswer', message, operation: intent.kind, region, mayHaveArrived: true },
    };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return { kind: 'failed', failure: error.failure };
  }
}

async function look(
  run: Run,
  tableId: string | undefined,
  { account }: Ports,
  signal: AbortSignal | undefined,
): Promise<Event> {
  try {
    await checkAccount(run, account, signal);
    const target = await describe(run, account, signal);
    const isOurs = target !== 'missing' && target.table.TableId === tableId;
    if (!isOurs) await checkAccountAgain(run, account, signal);
    return { kind: 'saw', target };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return { kind: 'blind', failure: error.failure };
  }
}

/** Another account's table of the same name would tell nothing about ours. */
async function checkAccount(run: Run, account: Ports['account'], signal?: AbortSignal): Promise<void> {
  if (run.accountChecked) return;
  const { region, accountId } = run.intent.key;
  const caller = await account.read(region, 'GetCallerIdentity', {}, signal);
  if (caller.Account !== accountId) throw new WrongAccount(wrongAccount(caller.Account, accountId));
  run.accountChecked = true;
}

/** Before a table counts as gone or as somebody else's: the profile may have been signed in to another account meanwhile. */
function checkAccountAgain(run: Run, account: Ports['account'], signal?: AbortSignal): Promise<void> {
  run.accountChecked = false;
  return checkAccount(run, account, signal);
}

/** However long it takes: while nobody can be asked who is signed in, no setting is written and no table is given up. */
async function* surelyInOurAccount(
  run: Run,
  { account, clock }: Ports,
  signal: AbortSignal | undefined,
): AsyncGenerator<RestoreEvent, void, undefined> {
  for (;;) {
    try {
      return await checkAccount(run, account, signal);
    } catch (error) {
      if (!(error instanceof AwsFailure)) throw error;
      yield waiting(run, waitingWords(error.failure));
      await clock.sleep(times.pausedMs, signal);
    }
  }
}

async function describe({ intent }: Run, account: Ports['account'], signal: AbortSignal | undefined) {
  const { region, target } = intent.key;
  try {
    const { Table } = await account.read(region, 'DescribeTable', { TableName: target }, signal);
    return sightingOf(Table);
  } catch (error) {
    if (isMissingTable(error)) return 'missing';
    throw error;
  }
}

async function* takeStep(
  run: Run,
  { setting, value }: Extract<Action, { do: 'step' }>,
  tableId: string,
  ports: Ports,
  signal: AbortSignal | undefined,
): Telling {
  const task = steps.find((one) => one.setting === setting)?.to(value);
  if (task === undefined) {
    return { kind: 'stepped', setting, outcome: 'failed', note: 'This version cannot put it back.' };
  }
  yield* surelyInOurAccount(run, ports, signal);
  const { region, target, partition, accountId } = run.intent.key;
  const tableArn = `arn:${partition}:dynamodb:${region}:${accountId}:table/${target}`;
  const place = { account: ports.account, region, tableName: target, tableArn, tableId, signal };
  const doing = putBack(task, place, ports.clock);
  for (;;) {
    const { done, value: said } = await doing.next();
    if (done !== true) {
      if (meaningOf(said) !== 'unknown') yield waiting(run, `${setting}: ${inWords(said)}`);
      continue;
    }
    if (said.kind === 'gone') {
      run.accountChecked = false;
      yield* surelyInOurAccount(run, ports, signal);
      return { kind: 'gone' };
    }
    if (said.kind === 'done') return { kind: 'stepped', setting, outcome: 'done' };
    const note = said.failure === undefined ? said.note : inWords(said.failure);
    return { kind: 'stepped', setting, outcome: 'failed', note };
  }
}

function wrongAccount(found: string, wanted: string): string {
  return `The profile is signed in to account ${plain(found)}, and the restore belongs to account ${wanted}.`;
}

function refused({ intent }: Run, code: string, message: string): Event {
  const { region } = intent.key;
  const failure = { code, message, operation: intent.kind, region, mayHaveArrived: false };
  return { kind: 'preflight-failed', failure };
}

function waitingWords(failure: Failure): string {
  return `Waiting, and trying again. ${inWords(failure)}`;
}

function waiting({ intent: { op } }: Run, words: string): RestoreEvent {
  return { kind: 'waiting', op, words };
}

function stepped(run: Run, { setting, outcome, note }: Extract<Event, { kind: 'stepped' }>): RestoreEvent {
  const { op } = run.intent;
  if (outcome === 'done') return { kind: 'step', op, setting, outcome, words: `${setting}: as wanted.` };
  run.failedSteps.push(setting);
  return { kind: 'step', op, setting, outcome, words: `${setting} was not put back. ${note ?? ''}`.trim() };
}

function finished(
  { intent, failedSteps }: Run,
  { outcome, words }: Extract<Action, { do: 'stop' }>,
): RestoreEvent {
  const left =
    failedSteps.length === 0
      ? ''
      : ` Not put back: ${failedSteps.join(', ')}; do so by hand, the reasons stand above.`;
  return {
    kind: 'finished',
    op: intent.op,
    outcome,
    failedSteps: [...failedSteps],
    words: `${words}${left}`,
  };
}

function told({ intent, attempt }: Run, { state }: Turn, tell: Tell, nowMs: number): RestoreEvent {
  const { op, key } = intent;
  const { tableId = '' } = state;
  const elapsedMs = nowMs - (state.sentMs ?? attempt.intentMs);
  switch (tell.kind) {
    case 'waiting':
      return { kind: 'waiting', op, words: waitingWords(tell.failure) };
    case 'unsure': {
      const why = tell.failure === undefined ? 'The last answer is not known.' : inWords(tell.failure);
      return { kind: 'unsure', op, words: `${why} Looking for the table; nothing is sent again.` };
    }
    case 'requested':
      return { kind: 'requested', op, tableId, words: `AWS has accepted the restore to ${key.target}.` };
    case 'adopted':
      return {
        kind: 'requested',
        op,
        tableId,
        words: `${key.target} stands and is the table that was asked for.`,
      };
    case 'creating':
      return {
        kind: 'creating',
        op,
        tableId,
        elapsedMs,
        words:
          tell.status === 'ACTIVE'
            ? `${key.target} is ACTIVE; looking once more.`
            : `${key.target} is ${plain(tell.status)}.`,
      };
    case 'active':
      break;
  }
  return { kind: 'active', op, elapsedMs, words: `${key.target} is ACTIVE.` };
}
