import type { Failure } from './answer';
import { wordsOfOutcome } from './explain';
import type { Outcome, RestoreState, Turn } from './restore-state';

/** A no of our own, in the shape of a failure so that it is explained in the same place. */
export function ours({ attempt }: RestoreState, code: string, message: string): Failure {
  return {
    code,
    message,
    operation: attempt.kind,
    region: attempt.region,
    httpStatus: 400,
    mayHaveArrived: true,
  };
}

/** The end of a restore that did not end well, with the words for it in the journal. */
export function ended(state: RestoreState, outcome: Exclude<Outcome, 'done'>, failure: Failure): Turn {
  const words = wordsOfOutcome(outcome, failure, state.attempt);
  return {
    state: { ...state, phase: { name: 'ended', outcome } },
    rows: [{ state: outcome, code: failure.code, note: words }],
    tell: [],
    action: { do: 'stop', outcome, words },
  };
}
