/** The HTTP server: reads a request, lets the script of faults have its way, has the service answer, and sends it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../clock';
import { send, type Answer } from './answer';
import { answerControl, isControl, type Control } from './control';
import { ApiError, errorBody } from './error';
import type { Fault, FaultKind, Faults } from './faults';
import { refusalOf, sendFaulty, timesCarriedOut } from './faulty';
import { jsonIn, readBody, signer, target, type ApiRequest } from './request';
import type { RecordedRequest, RequestLog } from './requests';

export interface Incoming extends ApiRequest {
  /** A number for the connection: some buckets of the service hang on it. */
  readonly connection: number;
  readonly requestId: string;
}

export interface Desk {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  requestId(): string;
  /** The sandbox's own address, when it was asked for. */
  readonly control?: Control;
  /** Answers one request. A thrown ApiError is the answer, too. */
  answer(request: Incoming): Promise<Answer>;
  /** The refusal of what was made less than so many milliseconds ago, as if it were not there; undefined for all else. */
  notYetFound(request: Incoming, ms: number): ApiError | undefined;
  /** A refusal in the protocol of the request. */
  refuse(request: Incoming, error: ApiError): Answer;
}

const json = 'application/x-amz-json-1.0';

export function openServer(desk: Desk): Server {
  const connections = new WeakMap<Socket, number>();
  let connectionCount = 0;
  const connectionOf = (socket: Socket): number => {
    const known = connections.get(socket) ?? (connectionCount += 1);
    connections.set(socket, known);
    return known;
  };
  return createServer((message, response) => {
    const requestId = desk.requestId();
    response.sendDate = false;
    response.setHeader('Date', new Date(desk.clock.now()).toUTCString());
    response.setHeader('x-amzn-RequestId', requestId);
    handle(desk, message, response, { connection: connectionOf(message.socket), requestId }).catch(
      (error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      },
    );
  });
}

async function handle(
  desk: Desk,
  message: IncomingMessage,
  response: ServerResponse,
  made: Pick<Incoming, 'connection' | 'requestId'>,
): Promise<void> {
  if (isControl(message)) return send(response, await controlAnswer(desk, message));
  const read = await readRequest(message);
  if (read instanceof ApiError) return send(response, errorAnswer(read));
  const { bytes, ...asked } = read;
  const request = { ...asked, ...made };
  const entry: RecordedRequest = { ...asked, at: desk.clock.now() };
  desk.requests.add(entry, bytes);
  const met = desk.faults.take(asked.operation, asked.region);
  const answer = await answerUnder(desk, request, met);
  const isBroken = typeof met?.fault === 'string' && refusalOf(met) === undefined;
  if (!isBroken) {
    entry.answer = { status: answer.status, ...(answer.code !== undefined && { code: answer.code }) };
    return send(response, answer);
  }
  entry.answer = { fault: met.fault };
  return sendFaulty(response, { ...met, fault: met.fault, asked: asked.body, answer });
}

const youthMs = 5_000;

/** The answer of a call that meets a fault, or none: before the fault spoils it on its way back. */
async function answerUnder(desk: Desk, request: Incoming, met: Fault | undefined): Promise<Answer> {
  if (met === undefined) return answerFor(desk, request);
  const refusal =
    met.fault === 'not-found-after-create' ? desk.notYetFound(request, met.ms ?? youthMs) : refusalOf(met);
  if (refusal !== undefined) return desk.refuse(request, refusal);
  let answer = jsonAnswer({});
  for (let times = timesCarriedOut(met.fault as FaultKind); times > 0; times -= 1) {
    answer = await answerFor(desk, request);
  }
  return answer;
}

async function readRequest(message: IncomingMessage): Promise<(ApiRequest & { bytes: number }) | ApiError> {
  try {
    const body = await readBody(message);
    if (message.method !== 'POST') throw new ApiError('UnknownOperationException', '');
    const asked = target(message, body);
    const signed = signer(message);
    const read = asked.service === 'sts' ? body : jsonIn(body);
    return { ...asked, ...signed, body: read, bytes: body.length };
  } catch (error) {
    return asApiError(error);
  }
}

async function answerFor(desk: Desk, request: Incoming): Promise<Answer> {
  try {
    return await desk.answer(request);
  } catch (error) {
    return desk.refuse(request, asApiError(error));
  }
}

async function controlAnswer(desk: Desk, message: IncomingMessage): Promise<Answer> {
  try {
    return await answerControl(desk.control, message);
  } catch (error) {
    return errorAnswer(asApiError(error));
  }
}

/** A fault of the sandbox itself must not look like one of the service. */
function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ApiError('SandboxFaultException', `The sandbox itself failed: ${detail}`, 500);
}

export function errorAnswer(error: ApiError): Answer {
  return { status: error.status, contentType: json, body: errorBody(error), code: error.code };
}

export function jsonAnswer(output: object, contentType = json): Answer {
  return { status: 200, contentType, body: JSON.stringify(output) };
}
