import { failed, type CallName } from './failure';
import { UnknownProfile } from './credentials';
import { isRecord } from './plain';
import type { AwsFailure } from '../run/ports';

/** What the SDK says when there are no credentials, and what we say instead. Its own texts quote the output of a `credential_process`. */
const KNOWN: [RegExp, string][] = [
  [
    /SSO session.*(expired|invalid|not found)|Token is expired|SSO Token|aws sso login/i,
    'the SSO session has expired: sign in again with "aws sso login"',
  ],
  [
    /re-authenticate using aws login|login session/i,
    'the session has expired: sign in again with "aws login"',
  ],
  [
    /multi-factor authentication/i,
    'the profile wants a multi-factor code, which cannot be asked for here: use a profile with a session',
  ],
  [/returned expired credentials/, 'its credential_process gave credentials that have expired'],
  [
    /credential_process returned|credential_process did not return/,
    'its credential_process did not give credentials in the form that AWS defines',
  ],
  [/^Command failed/, 'its credential_process failed'],
  [/Detected a cycle/, 'its source profiles point at each other'],
  [
    /Could not load credentials from any providers|Unable to find environment variable/,
    'no credentials were found: choose a profile, or sign in',
  ],
  [
    /Could not resolve credentials using profile|could not be found/,
    'the profile names no credentials, or a source profile that does not exist',
  ],
];

/** Why there are no credentials, in words of our own. */
export function signInFailure(error: unknown, call: CallName, profile: string | undefined): AwsFailure {
  const whose = profile ? `profile "${profile}"` : 'the default credentials';
  if (error instanceof UnknownProfile)
    return failed(
      call,
      'UnknownProfile',
      `the AWS config and credentials files have no profile "${error.message}"`,
      false,
    );
  return failed(call, 'CredentialsError', `${whose}: ${reason(error)}`, false);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'the credentials could not be read';
  const known = KNOWN.find(([pattern]) => pattern.test(error.message));
  if (known) return known[1];
  // A refusal by STS or SSO names the role and the right that is missing, and no credentials.
  const answered = isRecord(error) && typeof error['$fault'] === 'string' && error.name.endsWith('Exception');
  return answered ? `AWS refused them: ${error.name}` : `the credentials could not be read (${error.name})`;
}
