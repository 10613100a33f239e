/**
 * The sandbox's own address, for tests that run it as a process: scripted faults, the clock and the log of requests. It is there only when
 * a token was given at the start, and answers only requests that show the token.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock';
import type { Answer } from './answer';
import { ApiError } from './error';
import type { FaultScript, Faults } from './faults';
import { jsonIn, readBody } from './request';
import type { RequestLog } from './requests';
import { decimal, must, parse, record } from './shape';

export interface Control {
  readonly token: string;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
}

const prefix = '/sandbox/';

export function isControl(message: IncomingMessage): boolean {
  return message.url?.startsWith(prefix) ?? false;
}

/**
 * `POST /sandbox/faults` (a fault script), `DELETE /sandbox/faults`, `POST /sandbox/clock` (`{"advanceMs": N}`), `GET /sandbox/requests`;
 * all with the header `x-sandbox-token`.
 */
export async function answerControl(control: Control | undefined, message: IncomingMessage): Promise<Answer> {
  const body = await readBody(message);
  if (control === undefined || !isToken(message.headers['x-sandbox-token'], control.token)) return notThere;
  switch (`${message.method} ${message.url?.slice(prefix.length)}`) {
    case 'POST faults':
      control.faults.add(faultScriptIn(body));
      return done();
    case 'DELETE faults':
      control.faults.clear();
      return done();
    case 'POST clock':
      control.clock.advance(parse(record({ advanceMs: must(decimal) }), jsonIn(body)).advanceMs);
      return done();
    case 'GET requests':
      return done(control.requests.all);
    default:
      return notThere;
  }
}

const notThere: Answer = { status: 404, contentType: 'application/json', body: '{}' };

function done(value: unknown = {}): Answer {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(value) };
}

function faultScriptIn(body: string): FaultScript {
  const script = jsonIn(body) as Partial<FaultScript>;
  if (typeof script.operation === 'string' && script.fault !== undefined) return script as FaultScript;
  throw new ApiError('ValidationException', 'A fault script has an operation and a fault.');
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
