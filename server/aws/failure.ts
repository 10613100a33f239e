import type { AwsCredentialIdentity } from '@smithy/types';
import type { Failure } from '../core/answer';
import { AwsFailure } from '../run/ports';
import { NotAsWritten } from './exact-body';
import { isRecord } from './plain';

export interface CallName {
  operation: string;
  region: string;
}

/** AWS error names that mean: the credentials are of no use (any more). */
const SIGN_IN = new Set([
  'ExpiredTokenException',
  'ExpiredToken',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
]);

export function needsSignIn(failure: Failure): boolean {
  return SIGN_IN.has(failure.code);
}

/** Named member by member: whoever calls may know more than a failure is to say. */
function withDetails(
  { operation, region }: CallName,
  {
    requestId,
    httpStatus,
    ...rest
  }: Omit<Failure, 'operation' | 'region' | 'requestId' | 'httpStatus'> & Details,
): AwsFailure {
  return new AwsFailure({
    ...rest,
    operation,
    region,
    ...(requestId === undefined ? {} : { requestId }),
    ...(httpStatus === undefined ? {} : { httpStatus }),
  });
}

interface Details {
  requestId?: string | undefined;
  httpStatus?: number | undefined;
}

export function failed(call: CallName, code: string, message: string, mayHaveArrived: boolean): AwsFailure {
  return withDetails(call, { code, message, mayHaveArrived });
}

/**
 * Whatever the SDK threw while sending, as a failure. Takes over no object and no text of the SDK but the service's own message, and that
 * without the credentials: a refused signature is answered with the canonical request, session token included.
 */
export function failureOf(error: unknown, call: CallName, credentials?: AwsCredentialIdentity): AwsFailure {
  if (error instanceof AwsFailure) return error;
  if (error instanceof NotAsWritten)
    return failed(call, error.name, 'the request would not have said what was asked for', false);
  const { name, message, code, status, requestId, modelled } = read(error);
  if (modelled)
    return withDetails(call, {
      code: name,
      message: withoutSecrets(message, credentials),
      requestId,
      httpStatus: status,
      mayHaveArrived: true,
    });
  if (neverConnected(error, code, message)) return failed(call, 'ConnectionError', connection(code), false);
  if (name === 'TimeoutError' && (!code || code === 'ETIMEDOUT'))
    return failed(call, 'TimeoutError', 'no complete answer in time', true);
  if (code) return failed(call, 'ConnectionError', `the connection broke (${code})`, true);
  return notAnAwsAnswer(call, status, requestId);
}

/** An answer that no DynamoDB gave: a portal's page, a proxy's refusal, a body cut short. What became of the request is not known. */
export function notAnAwsAnswer(call: CallName, status?: number, requestId?: string): AwsFailure {
  const answered = status ? `the answer (HTTP ${status})` : 'the answer';
  return withDetails(call, {
    code: 'NotAnAwsAnswer',
    message: `${answered} is not one of AWS: perhaps a proxy or a sign-in page stands between`,
    requestId,
    httpStatus: status,
    mayHaveArrived: true,
  });
}

interface Thrown {
  name: string;
  message: string;
  code: string | undefined;
  status: number | undefined;
  requestId: string | undefined;
  /** The service named this error. The SDK says "UnknownError" or "SyntaxError" where nobody did. */
  modelled: boolean;
}

function read(error: unknown): Thrown {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: '' };
  const code = text(error, 'code');
  const metadata = isRecord(error) && isRecord(error['$metadata']) ? error['$metadata'] : {};
  const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
  const ours = new Set(['Error', 'SyntaxError', 'TypeError', 'UnknownError', 'TimeoutError', 'AbortError']);
  const modelled =
    text(error, '$fault') !== undefined && status !== undefined && status >= 400 && !ours.has(name);
  return { name, message, code, status, requestId: text(metadata, 'requestId'), modelled };
}

function text(holder: unknown, key: string): string | undefined {
  const value = isRecord(holder) ? holder[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** True only when no byte of the request can have left: no address, no connection, or a certificate refused before the request was written. */
function neverConnected(error: unknown, code: string | undefined, message: string): boolean {
  if (text(error, 'syscall') === 'connect' || message.includes('did not establish a connection')) return true;
  if (!code) return false;
  return (
    ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED'].includes(code) ||
    /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/.test(code)
  );
}

function connection(code: string | undefined): string {
  return `no connection${code ? ` (${code})` : ' in time'}`;
}

const MAX_MESSAGE = 1000;

function withoutSecrets(message: string, credentials: AwsCredentialIdentity | undefined): string {
  const [plain = ''] = message.split(/\s*The Canonical String for this request/);
  const { accessKeyId, secretAccessKey, sessionToken } = credentials ?? {};
  return [accessKeyId, secretAccessKey, sessionToken]
    .reduce<string>((result, secret) => (secret ? result.replaceAll(secret, '…') : result), plain)
    .slice(0, MAX_MESSAGE);
}
