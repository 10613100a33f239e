import { inWords } from '../core/explain';
import { OutcomeUnknown, Refused } from '../run/refused';
import { EndlessList } from '../run/list';
import { AwsFailure, JournalUnwritable } from '../run/ports';
import { WrongAccount } from '../run/drive';
import { AlreadyRunning, NothingToResume } from '../run/restore';
import type { Refusal } from '../protocol';

export { Refused } from '../run/refused';

/** Errors of `run` whose message is written for the user. */
const SPOKEN = [
  OutcomeUnknown,
  EndlessList,
  JournalUnwritable,
  AlreadyRunning,
  NothingToResume,
  WrongAccount,
] as const;

const UNEXPECTED = 'Unexpected';

/** Any error as the words that cross the wire. An error nobody foresaw says only that: its details are for the log. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof AwsFailure) {
    const { code, requestId } = error.failure;
    return { code, message: inWords(error.failure), ...(requestId === undefined ? {} : { requestId }) };
  }
  if (error instanceof Refused) return { code: error.code, message: error.message };
  if (error instanceof Error && SPOKEN.some((kind) => error instanceof kind)) {
    return { code: error.name, message: error.message };
  }
  return {
    code: UNEXPECTED,
    message: 'Something went wrong that was not foreseen. What was and was not done is in the log.',
  };
}
