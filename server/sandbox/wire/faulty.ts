/** What each scripted fault makes of a call: whether it takes effect, and what goes back over the wire. */
import type { ServerResponse } from 'node:http';
import { send, writeHead, type Answer } from './answer';
import { ApiError, errorBody } from './error';
import type { Fault, FaultKind } from './faults';
import { repeatedToken } from './page-token';

/** The refusals among the faults: they are decided before anything happens. */
export function refusalOf({ fault }: Fault): ApiError | undefined {
  if (typeof fault !== 'string') return new ApiError(fault.code, fault.message, fault.status);
  if (fault === 'throttle') return new ApiError('ThrottlingException', 'Rate exceeded');
  if (fault === 'internal-error') return internalError();
  if (fault === 'expired-token')
    return new ApiError('ExpiredTokenException', 'The security token included in the request is expired');
  return undefined;
}

function internalError(): ApiError {
  return new ApiError('InternalServerError', 'Internal server error', 500);
}

/** How often a call takes effect although its answer does not get through as it should. */
export function timesCarriedOut(fault: FaultKind): 0 | 1 | 2 {
  if (fault === 'replayed') return 2;
  return withoutEffect.has(fault) ? 0 : 1;
}

const withoutEffect: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'unavailable',
  'reset-before-commit',
  'no-answer',
  'html-page',
  'redirect',
]);

const hourMs = 3_600_000;
const slowMs = 2_000;

interface Faulty {
  readonly fault: FaultKind;
  readonly ms?: number;
  /** What the request asked. */
  readonly asked: unknown;
  /** What would go back without the fault. */
  readonly answer: Answer;
}

type Sender = (response: ServerResponse, faulty: Faulty) => void | Promise<void>;

const reset: Sender = (response) => void response.socket?.resetAndDestroy();
const nothing: Sender = () => {};

/** Sends something that has nothing to do with what the call was. */
const instead =
  (other: Partial<Answer>): Sender =>
  (response, { answer }) =>
    send(response, { ...answer, ...other });

const page = '<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>';

/** The faults that are about the way back; the others have had their effect on the answer itself. */
const senders: Partial<Record<FaultKind, Sender>> = {
  'reset-before-commit': reset,
  'reset-after-commit': reset,
  'no-answer': nothing,
  'no-answer-after-commit': nothing,
  'stalled-body': (response, { answer }) => sendHalf(response, answer),
  'truncated-body': (response, { answer }) => sendHalf(response, answer, () => response.socket?.destroy()),
  'empty-200': instead({ status: 200, body: '' }),
  'internal-error-after-commit': instead({ status: 500, body: errorBody(internalError()) }),
  unavailable: instead({ status: 503, contentType: 'text/plain', body: '' }),
  'html-page': instead({ status: 200, contentType: 'text/html', body: page }),
  redirect(response, faulty) {
    response.setHeader('Location', 'http://127.0.0.1:9/elsewhere');
    return instead({ status: 307, contentType: 'text/plain', body: '' })(response, faulty);
  },
  'wrong-date'(response, { ms = hourMs, answer }) {
    const date = Date.parse(String(response.getHeader('Date')));
    response.setHeader('Date', new Date(date + ms).toUTCString());
    send(response, answer);
  },
  'foreign-arn'(response, { answer }) {
    send(response, { ...answer, body: withForeignArns(answer.body) });
  },
  'repeated-page-token'(response, { asked, answer }) {
    send(response, { ...answer, body: repeatedToken(asked, answer.body) });
  },
  async slow(response, { ms = slowMs, answer }) {
    await passed(ms);
    send(response, answer);
  },
};

/** Sends what the fault leaves of an answer; the caller has made sure that the call took effect as often as it should. */
export async function sendFaulty(response: ServerResponse, faulty: Faulty): Promise<void> {
  const sender = senders[faulty.fault];
  if (sender === undefined) send(response, faulty.answer);
  else await sender(response, faulty);
}

function sendHalf(response: ServerResponse, answer: Answer, then?: () => void): void {
  writeHead(response, answer);
  response.write(answer.body.slice(0, Math.floor(answer.body.length / 2)), then);
}

function withForeignArns(body: string): string {
  return body.replaceAll(/(arn:[a-z-]+:[a-z]+:[a-z0-9-]*:)\d{12}:/g, '$1999988887777:');
}

/** A program that waits for nothing else may end meanwhile. */
function passed(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
