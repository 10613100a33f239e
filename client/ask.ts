import type { Answered, Question, Refusal } from '../server/protocol';

/** Asks the language server. Rejects with `Refused` when there is no answer at all; a "no" of AWS is an answer (`Answered`). */
export type Ask = <Params, Answer>(
  question: Question<Params, Answer>,
  params: Params,
  signal?: AbortSignal,
) => Promise<Answer>;

/** The code of the refusal that stands for no answer at all. */
export const NO_ANSWER_CODE = 'NoAnswer';

/** A refusal on its way to the one place that shows it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** The value, or `Refused`. */
export function granted<T>(answer: Answered<T>): T {
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}

/** Whatever went wrong, as a refusal that can be shown. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  return { message: error instanceof Error ? error.message : String(error), code: 'Unexpected' };
}
