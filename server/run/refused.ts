import type { Failure } from '../core/answer';

/** A plain no of our own, before anything was sent. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A change was sent and nobody knows what became of it; the message says what to do. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  constructor(
    message: string,
    readonly failure: Failure,
  ) {
    super(message);
  }
}
