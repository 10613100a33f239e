import { describe, expect, test } from 'vitest';
import type { Failure } from '../../server/core/answer';
import { explain, inWords, plain, wordsOfOutcome } from '../../server/core/explain';

const failure = (code: string, message: string, more: Partial<Failure> = {}): Failure => ({
  code,
  message,
  operation: 'RestoreTableFromBackup',
  region: 'eu-west-1',
  httpStatus: 400,
  mayHaveArrived: true,
  ...more,
});
const never = { mayHaveArrived: false };

describe('each kind of failure says what happened, what was not done and what to do', () => {
  test.each<[string, Failure, happened: string, notDone: string, next: string]>([
    [
      'endpoint out of reach',
      failure('ConnectionError', 'no connection (ENOTFOUND)', never),
      'cannot be reached',
      'No restore was started.',
      'network',
    ],
    [
      'connection lost',
      failure('ConnectionError', 'ECONNRESET', { httpStatus: 0 }),
      'was lost',
      'not known',
      'Look at AWS before',
    ],
    [
      'no answer in time',
      failure('TimeoutError', '', { httpStatus: 0 }),
      'did not answer in time',
      'not known',
      'Look at AWS before',
    ],
    [
      'no answer to a read',
      failure('TimeoutError', '', { operation: 'DescribeTable' }),
      'did not answer',
      'Nothing was changed.',
      'Try again',
    ],
    [
      'a portal',
      failure('NotAnAwsAnswer', 'HTTP 200', { httpStatus: 200 }),
      'was not AWS',
      'not known',
      'sign-in page',
    ],
    [
      'refused endpoint',
      failure('EndpointRefused', 'http://evil', never),
      'signed requests',
      'No restore was started.',
      'loopback',
    ],
    [
      'unknown profile',
      failure('UnknownProfile', 'no profile "x"', never),
      'not known',
      'No restore was started.',
      'Choose a profile',
    ],
    [
      'no credentials',
      failure('CredentialsError', 'the SSO session has expired', never),
      'no usable credentials',
      'No restore',
      'Sign in again',
    ],
    [
      'expired session',
      failure('ExpiredTokenException', 'expired'),
      'session has expired',
      'No restore',
      'Sign in again',
    ],
    [
      'credentials not accepted',
      failure('UnrecognizedClientException', 'invalid'),
      'does not accept',
      'No restore',
      'Sign in again',
    ],
    [
      'wrong clock',
      failure('InvalidSignatureException', 'Signature expired: 2026'),
      'clock',
      'No restore',
      'Set the clock',
    ],
    [
      'access denied',
      failure('AccessDeniedException', 'Access is denied'),
      'dynamodb:RestoreTableFromBackup',
      'No restore',
      'permission',
    ],
    [
      'access denied, named',
      failure('AccessDeniedException', 'User: x is not authorized to perform: dynamodb:Scan on resource: y'),
      'dynamodb:Scan',
      'No restore',
      'permission',
    ],
    [
      'key access denied',
      failure('AccessDeniedException', 'KMS key access denied error: x'),
      'encryption key',
      'No restore',
      'kms:CreateGrant',
    ],
    [
      'disabled key',
      failure('ValidationException', 'KMS key disabled error: x is disabled.'),
      'encryption key',
      'No restore',
      'SSESpecificationOverride',
    ],
    [
      'missing key',
      failure('ValidationException', 'KMS validation error: x'),
      'encryption key',
      'No restore',
      'SSESpecificationOverride',
    ],
    [
      'key of a wrong kind',
      failure('InternalServerError', 'KMS internal error: x', { httpStatus: 500 }),
      'kind',
      'No restore was started.',
      'symmetric',
    ],
    ['throttled', failure('ThrottlingException', 'Rate exceeded'), 'too often', 'No restore', 'Wait'],
    [
      '50 restores',
      failure('LimitExceededException', 'Subscriber limit exceeded: Only 50 restore operations can'),
      'as many restores',
      'No restore',
      'Wait until',
    ],
    [
      'existing target',
      failure('TableAlreadyExistsException', 'Table already exists: T'),
      'exists already',
      'No restore',
      'TargetTableName',
    ],
    [
      'target being restored',
      failure('TableInUseException', 'Table: T is already'),
      'another restore',
      'No restore',
      'TargetTableName',
    ],
    [
      'backup not found',
      failure('BackupNotFoundException', 'Backup not found: arn'),
      'no such backup',
      'No restore',
      'expired',
    ],
    [
      'backup in use',
      failure('BackupInUseException', 'Backup is being used'),
      'one at a time',
      'No restore',
      'ACTIVE',
    ],
    [
      'backup in use on delete',
      failure('BackupInUseException', 'x', { operation: 'DeleteBackup' }),
      'restore',
      'not deleted',
      'ACTIVE',
    ],
    [
      'recovery off',
      failure('PointInTimeRecoveryUnavailableException', 'x'),
      'is off',
      'No restore',
      'backup instead',
    ],
    ['time outside', failure('InvalidRestoreTimeException', 'x'), 'outside', 'No restore', 'between'],
    [
      'fault of AWS',
      failure('InternalServerError', 'oops', { httpStatus: 500 }),
      'fault of its own',
      'not known',
      'Look at AWS before',
    ],
    [
      'never heard of',
      failure('BrandNewException', 'hello'),
      'BrandNewException',
      'No restore',
      'API reference',
    ],
  ])('%s', (_, given, happened, notDone, next) => {
    const said = explain(given);
    expect(said.happened).toContain(happened);
    expect(said.notDone).toContain(notDone);
    expect(said.next).toContain(next);
    expect(inWords(given)).toBe([said.happened, said.notDone, said.next].join(' '));
  });
});

test('a text of AWS is shown as text: no control, hidden or direction-turning characters, and not without end', () => {
  const nasty = `a\u0000b\n\u202ec\u200bd\ufeff${'x'.repeat(1_000)}`;
  const shown = explain(failure('ValidationException', nasty)).happened;
  expect(['\u0000', '\n', '\u202e', '\u200b', '\ufeff'].filter((hidden) => shown.includes(hidden))).toEqual(
    [],
  );
  expect(shown).toContain('\\u202e');
  expect(plain(nasty).length).toBeLessThanOrEqual(300);
});

test.each([
  ['unknown', 'is not known', 'cannot make a second table'],
  ['foreign', 'was not touched', 'TargetTableName'],
  ['vanished', 'is gone', 'permission'],
  ['rejected', 'too often', 'Wait'],
] as const)('the end "%s" says what is and what to do', (outcome, is, next) => {
  const words = wordsOfOutcome(outcome, failure('ThrottlingException', 'Rate exceeded'), {
    target: 'T',
    region: 'eu-west-1',
  });
  expect(words).toContain(is);
  expect(words).toContain(next);
});
