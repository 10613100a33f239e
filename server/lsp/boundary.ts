import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { AwsFailure } from '../run/ports';
import type { Answered, Notice, Question, Refusal } from '../protocol';
import { refusalOf } from './refusal';

/**
 * The one error boundary of the server: whatever a handler throws becomes a plain answer here and one line in the log. A whole error object
 * is never logged: an SDK error carries the session token and the signature of its request.
 */
export interface Boundary {
  /** Answers a question whose answer can say no. */
  answer: <Params, Value>(
    question: Question<Params, Answered<Value>>,
    handler: (params: Params, signal: AbortSignal) => Promise<Value>,
  ) => void;
  /** Answers a question that has no way to say no: a failure gives the empty answer. */
  answerPlainly: <Params, Answer>(
    question: Question<Params, Answer>,
    empty: Answer,
    handler: (params: Params) => Promise<Answer> | Answer,
  ) => void;
  /** A language feature: a failure gives the empty answer, a question taken back is answered as cancelled. */
  feature: <Params, Result>(
    name: string,
    empty: Result,
    handler: (params: Params) => Promise<Result> | Result,
  ) => (params: Params, token: CancellationToken) => Promise<Result>;
  /** Work nobody waits for. */
  background: (name: string, work: () => Promise<void>) => void;
  tell: <Params>(notice: Notice<Params>, params: Params) => void;
}

export function boundaryOf(connection: Connection): Boundary {
  /** A client that has gone hears nothing more: the connection throws then, and nobody is left to be told. */
  const send = (message: () => Promise<void> | void): void => {
    Promise.resolve()
      .then(message)
      .catch(() => undefined);
  };
  const log = (name: string, error: unknown): void =>
    send(() => connection.console.error(logLine(name, error)));

  return {
    answer<Params, Value>(
      question: Question<Params, Answered<Value>>,
      handler: (params: Params, signal: AbortSignal) => Promise<Value>,
    ) {
      const answered = async (params: Params, token: CancellationToken): Promise<unknown> => {
        const signal = signalOf(token);
        try {
          return { ok: true, value: await handler(params, signal) };
        } catch (error) {
          if (signal.aborted) throw cancelled();
          log(question.method, error);
          return { ok: false, refusal: refusalOf(error) };
        }
      };
      connection.onRequest(question.method, answered);
    },
    answerPlainly<Params, Answer>(
      question: Question<Params, Answer>,
      empty: Answer,
      handler: (params: Params) => Promise<Answer> | Answer,
    ) {
      const answered = async (params: Params): Promise<unknown> => {
        try {
          return await handler(params);
        } catch (error) {
          log(question.method, error);
          return empty;
        }
      };
      connection.onRequest(question.method, answered);
    },
    feature(name, empty, handler) {
      return async (params, token) => {
        // One turn of the loop, so that a cancellation already on its way is seen before the work and not after it.
        await new Promise((resolve) => setImmediate(resolve));
        if (token.isCancellationRequested) throw cancelled();
        try {
          return await handler(params);
        } catch (error) {
          log(name, error);
          return empty;
        }
      };
    },
    background(name, work) {
      // Inside a promise from the start: what is thrown at once ends here, too, and not in whoever began the work.
      new Promise<void>((resolve) => resolve(work())).catch((error: unknown) => {
        if (!isAbort(error)) log(name, error);
      });
    },
    tell(notice, params) {
      send(() => connection.sendNotification(notice.method, params));
    },
  };
}

/** The token of LSP as the signal that core, run and the SDK understand: made once, at this edge. */
function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Operation, Region, code and request id: an allow-list, nothing else of an AWS failure is written down. */
function logLine(name: string, error: unknown): string {
  if (error instanceof AwsFailure) {
    const { operation, region, code, requestId } = error.failure;
    return `${name}: ${operation} in ${region}: ${code}${requestId === undefined ? '' : ` (request ${requestId})`}`;
  }
  const refusal: Refusal = refusalOf(error);
  if (refusal.code !== 'Unexpected') return `${name}: ${refusal.code}: ${refusal.message}`;
  return `${name}: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`;
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
