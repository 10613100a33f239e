import type { Failure } from './answer';
import type { Expectation, IntentRow, RowBody } from './journal';
import type { Sighting } from './same-table';

/** What stays the same through one restore. Times are epoch milliseconds of our own clock. */
export interface Attempt {
  kind: IntentRow['kind'];
  region: string;
  target: string;
  input: Record<string, unknown>;
  sourceTableName: string;
  expected?: Expectation;
  steps: IntentRow['steps'];
  intentMs: number;
  /** When an earlier attempt at the same request began whose outcome was never known. */
  unresolvedSinceMs?: number;
  /** RestoreDateTime, when the request has one. */
  restoreToMs?: number;
}

export type Outcome = 'done' | 'rejected' | 'unknown' | 'foreign' | 'vanished';

export type Phase =
  /** Nothing runs: about to check and send, or waiting to do so. */
  | { name: 'before'; refusals: number }
  | { name: 'sending'; refusals: number }
  /** A request has gone out whose outcome is not known: only reads. */
  | {
      name: 'reconciling';
      refusals: number;
      /** Why it is not known; absent after a restart. */
      failure?: Failure;
      /** What it means when no table comes to light. */
      otherwise: 'unknown' | 'rejected' | 'send-later';
      untilMs: number;
      looks: number;
      /** Readings of "not found" since the time was up. */
      misses: number;
    }
  | {
      name: 'watching';
      sinceMs: number;
      seen: boolean;
      /** Readings in a row that said ready. */
      ready: number;
      missing?: { count: number; sinceMs: number };
    }
  | { name: 'settling'; left: IntentRow['steps'] }
  | { name: 'ended'; outcome: Outcome };

export interface RestoreState {
  readonly attempt: Attempt;
  readonly phase: Phase;
  readonly sentMs?: number;
  /** Of our table, once it is known. */
  readonly tableId?: string;
  /** The service's clock minus ours, as far as known. */
  readonly offsetMs: number;
}

export type Event =
  | { kind: 'preflight-passed'; target: Sighting | 'missing'; offsetMs?: number }
  | { kind: 'preflight-failed'; failure: Failure }
  | { kind: 'accepted'; tableId: string }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'saw'; target: Sighting | 'missing' }
  | { kind: 'blind'; failure: Failure }
  | { kind: 'stepped'; setting: string; outcome: 'done' | 'failed'; note?: string }
  | { kind: 'gone' };

export interface Moment {
  nowMs: number;
  /** 0 <= random < 1. */
  random: number;
}

export type Action =
  /** Wait, then look whether the account is the right one and the target's name is free. */
  | { do: 'preflight'; afterMs: number }
  | { do: 'send' }
  /** Wait, then DescribeTable the target. */
  | { do: 'look'; afterMs: number }
  | { do: 'step'; setting: string; value: unknown }
  | { do: 'stop'; outcome: Outcome; words: string };

export type Tell =
  | { kind: 'waiting'; failure: Failure }
  | { kind: 'requested' | 'adopted' }
  | { kind: 'unsure'; failure?: Failure }
  | { kind: 'creating'; status: string }
  | { kind: 'active' };

/** Rows are to be durable before the action is begun. */
export interface Turn {
  state: RestoreState;
  rows: RowBody[];
  tell: Tell[];
  action: Action;
}
