/**
 * The sandbox's own address, for tests that run it as a process: scripted faults, the clock and the log of requests. It is there only when
 * a token was given at the start, and answers only requests that show the token.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock';
import type { Answer } from './answer';
import { invalid } from './error';
import { faultKinds, type FaultKind, type Faults, type FaultScript, type Refusal } from './faults';
import { jsonIn, readBody } from './request';
import type { RequestLog } from './requests';
import { decimal, may, must, oneOf, parse, record, text, whole, type Shape } from './shape';

export interface Control {
  readonly token: string;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Resolves when the moved clock is in the state file, if there is one. */
  kept(): Promise<void> | undefined;
}

const prefix = '/sandbox/';

export function isControl(message: IncomingMessage): boolean {
  return message.url?.startsWith(prefix) ?? false;
}

/**
 * `POST /sandbox/faults` (a fault script), `DELETE /sandbox/faults`, `POST /sandbox/clock` (`{"advanceMs": N}`), `GET /sandbox/requests`,
 * `DELETE /sandbox/requests`; all with the header `x-sandbox-token`.
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
      advance(control.clock, body);
      await control.kept();
      return done({ now: control.clock.now() });
    case 'GET requests':
      return done(control.requests.all);
    case 'DELETE requests':
      control.requests.clear();
      return done();
    default:
      return notThere;
  }
}

const notThere: Answer = { status: 404, contentType: 'application/json', body: '{}' };

function done(value: unknown = {}): Answer {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(value) };
}

function advance(clock: Clock, body: string): void {
  const { advanceMs } = parse(record({ advanceMs: must(decimal) }), jsonIn(body));
  if (advanceMs < 0) throw invalid('A clock only goes forward: advanceMs is 0 or more.');
  clock.advance(advanceMs);
}

const kind = oneOf(Object.keys(faultKinds) as FaultKind[]);
const refusal = record({ code: must(text({ min: 1 })), message: must(text()), status: may(whole()) });

const faultShape: Shape<FaultKind | Refusal> = {
  read(value, path, faults) {
    if (typeof value === 'string') return kind.read(value, path, faults);
    const { status = 400, ...words } = refusal.read(value, path, faults);
    if (status === 400 || status === 500 || status === 503) return { ...words, status };
    throw invalid('The status of a fault is 400, 500 or 503.');
  },
};

const scriptShape = record({
  operation: must(text({ min: 1 })),
  fault: must(faultShape),
  call: may(whole({ min: 1 })),
  times: may(whole({ min: 1 })),
  region: may(text()),
  ms: may(whole()),
});

/** @throws ApiError for a script that would never do anything, or what nobody meant */
function faultScriptIn(body: string): FaultScript {
  return parse(scriptShape, jsonIn(body));
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
