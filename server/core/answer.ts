/**
 * What went wrong with one call, as plain data. Carries no SDK object: an SDK error printed with its hidden fields shows the session
 * token and the signature.
 */
export interface Failure {
  /**
   * The AWS error name (`BackupInUseException`), or ours for what is no AWS answer: `TimeoutError`, `ConnectionError`, `NotAnAwsAnswer`, `CredentialsError`,
   * `UnknownProfile`, `EndpointRefused`, `OtherPartition`, `ForeignAnswer`, `NotAsWritten`.
   */
  code: string;
  message: string;
  operation: string;
  region: string;
  requestId?: string;
  httpStatus?: number;
  /** False only when no byte of the request can have reached the service (name not found, connection refused, no credentials). */
  mayHaveArrived: boolean;
}

/** What a failed write means for us: see `meaningOf`. */
export type Meaning = 'definite-no' | 'wait' | 'unknown' | 'sign-in' | 'perhaps-ours';

export interface AnswerContext {
  /** An earlier send of the same operation has an outcome nobody knows: "exists already" may then be our own doing. */
  earlierUnresolved?: boolean;
}

const signInCodes = new Set([
  'CredentialsError',
  'ExpiredToken',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnknownProfile',
  'UnrecognizedClientException',
]);

const waitCodes = new Set([
  'ContinuousBackupsUnavailableException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** Answers of a restore that say a table or a restore of this name exists, which may be the one we asked for. */
const existsCodes = new Set(['BackupInUseException', 'TableAlreadyExistsException', 'TableInUseException']);

const restores = new Set(['RestoreTableFromBackup', 'RestoreTableToPointInTime']);

/**
 * The service shares one code between passing and lasting causes; the start of the text tells them apart and does not vary
 * (aws-controllers-k8s/dynamodb-controller docs/api-quirks, the error-text findings: the same in two Regions once names are taken out).
 */
const waitTexts: readonly (readonly [code: string, prefix: RegExp])[] = [
  ['LimitExceededException', /^Subscriber limit exceeded: (Only \d+ |Table tags are being updated)/],
  ['ResourceInUseException', /^(?!Table already exists)/],
  ['ValidationException', /^Time to live has been modified multiple times within a fixed interval/],
  ['ValidationException', /^Cannot describe time to live while table is in (CREATING|DELETING) state/],
  ['InternalServerError', /^Table is under system maintenance, please try again later/],
];

/** A 500 that is the fault of the request: an HMAC or RSA key (API_SSESpecification wants a symmetric one). */
const lastingServerErrors: readonly (readonly [code: string, prefix: RegExp])[] = [
  ['InternalServerError', /^KMS internal error/],
];

function saysOneOf(texts: readonly (readonly [string, RegExp])[], { code, message }: Failure): boolean {
  return texts.some(([named, prefix]) => named === code && prefix.test(message));
}

/**
 * What a failed call means. `unknown` is the answer whenever the service may have acted: a time-out, a lost connection, a 5xx, or
 * anything that is not a plain refusal by the service itself (a portal's page, a redirect, a garbled or incomplete success).
 */
export function meaningOf(failure: Failure, context: AnswerContext = {}): Meaning {
  const { code, httpStatus = 0, operation } = failure;
  if (signInCodes.has(code)) return 'sign-in';
  if (!failure.mayHaveArrived || saysOneOf(lastingServerErrors, failure)) return 'definite-no';
  if (waitCodes.has(code) || saysOneOf(waitTexts, failure)) return 'wait';
  if (httpStatus < 400 || httpStatus >= 500) return 'unknown';
  if (existsCodes.has(code) && restores.has(operation)) {
    return context.earlierUnresolved === true ? 'unknown' : 'perhaps-ours';
  }
  // A proxy answers 403, 404 or 407 too, but never with the service's kind of name.
  return /^[A-Z][A-Za-z]*Exception$/.test(code) ? 'definite-no' : 'unknown';
}
