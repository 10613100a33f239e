/**
 * What went wrong with one call, as plain data. Carries no SDK object: an SDK error printed with its hidden fields shows the session
 * token and the signature.
 */
export interface Failure {
  /** The AWS error name (`BackupInUseException`), or ours for what is no AWS answer: `TimeoutError`, `ConnectionError`, `NotAnAwsAnswer`, `CredentialsError`. */
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
