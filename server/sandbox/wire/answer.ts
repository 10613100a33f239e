/** What goes back over the wire, and the faulty ways of sending it. */
import type { ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { ApiError, errorBody } from './error';
import type { FaultKind } from './faults';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** The error code, when it is one. */
  readonly code?: string;
}

/** Sends an answer with the headers of the service. */
export function send(response: ServerResponse, answer: Answer): void {
  writeHead(response, answer);
  response.end(answer.body);
}

function writeHead(response: ServerResponse, { status, contentType, body }: Answer): void {
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    'x-amz-crc32': String(crc32(body)),
  });
}

/** The refusals among the faults: they are decided before anything happens. */
export function refusalOf(fault: FaultKind): ApiError | undefined {
  switch (fault) {
    case 'throttle':
      return new ApiError('ThrottlingException', 'Rate exceeded');
    case 'internal-error':
      return internalError();
    case 'expired-token':
      return new ApiError('ExpiredTokenException', 'The security token included in the request is expired');
    case 'internal-error-after-commit':
    case 'unavailable':
    case 'reset-before-commit':
    case 'reset-after-commit':
    case 'no-answer':
    case 'no-answer-after-commit':
    case 'stalled-body':
    case 'truncated-body':
    case 'empty-200':
    case 'html-page':
    case 'redirect':
      return undefined;
  }
}

function internalError(): ApiError {
  return new ApiError('InternalServerError', 'Internal server error', 500);
}

/** Whether the call takes effect although its answer does not get through. */
export function takesEffect(fault: FaultKind): boolean {
  return effective.has(fault);
}

const effective: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'internal-error-after-commit',
  'reset-after-commit',
  'no-answer-after-commit',
  'stalled-body',
  'truncated-body',
  'empty-200',
]);

/** Sends what the fault leaves of an answer; the caller has made sure that the call took effect if it should. */
export function sendFaulty(response: ServerResponse, fault: FaultKind, answer: Answer): void {
  const plain = (status: number, contentType: string, body: string): void =>
    send(response, { status, contentType, body });
  switch (fault) {
    case 'reset-before-commit':
    case 'reset-after-commit':
      response.socket?.resetAndDestroy();
      return;
    case 'no-answer':
    case 'no-answer-after-commit':
      return;
    case 'stalled-body':
    case 'truncated-body':
      writeHead(response, answer);
      response.write(answer.body.slice(0, Math.floor(answer.body.length / 2)), () => {
        if (fault === 'truncated-body') response.socket?.destroy();
      });
      return;
    case 'empty-200':
      return plain(200, answer.contentType, '');
    case 'internal-error-after-commit':
      return plain(500, answer.contentType, errorBody(internalError()));
    case 'unavailable':
      return plain(503, 'text/plain', '');
    case 'html-page':
      return plain(200, 'text/html', '<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>');
    case 'redirect':
      response.setHeader('Location', 'http://127.0.0.1:9/elsewhere');
      return plain(307, 'text/plain', '');
    case 'throttle':
    case 'internal-error':
    case 'expired-token':
      return send(response, answer);
  }
}
