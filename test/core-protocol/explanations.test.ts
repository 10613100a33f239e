import { expect, test } from 'vitest';
import type { Failure } from '../../server/core/answer';
import { inWords, wordsOfOutcome } from '../../server/core/explain';

/** Every kind of failure as it is told, word for word, in `explanations.txt`. */

type Kind = [code: string, message: string, more?: Partial<Failure>];

const restore = 'RestoreTableFromBackup';
const never = { mayHaveArrived: false };
const read = { operation: 'DescribeTable' };
const lost = { httpStatus: 0 };
const fault = { httpStatus: 500 };

const kinds: Kind[] = [
  ['TargetExists', 'A table Orders-2 exists already in eu-west-1.', never],
  ['WrongAccount', 'The file is about account 123456789012, the caller is in 210987654321.', never],
  ['Cancelled', 'The restore was cancelled before anything was sent.', never],
  ['NotSent', 'The request was not sent in time.', never],
  ['Interrupted', 'The program ended while the request was on its way.', lost],
  ['ConnectionError', 'no connection (ENOTFOUND)', never],
  ['ConnectionError', 'the connection broke (ECONNRESET)', lost],
  ['ConnectionError', 'the connection broke (ECONNRESET)', { ...lost, ...read }],
  ['TimeoutError', 'no complete answer in time', lost],
  ['TimeoutError', 'no complete answer in time', { ...lost, operation: 'CreateBackup' }],
  ['TimeoutError', 'no complete answer in time', { ...lost, ...read }],
  ['NotAnAwsAnswer', 'the answer (HTTP 200) is not one of AWS', { httpStatus: 200 }],
  ['ForeignAnswer', 'the answer is about account 210987654321', { httpStatus: 200 }],
  ['EndpointRefused', 'http://example.com is neither loopback nor https', never],
  ['OtherPartition', 'cn-north-1 is in the partition aws-cn, the Region in use in aws', never],
  ['UnknownProfile', 'there is no profile "prod"', never],
  ['CredentialsError', 'no provider gave any', never],
  ['NotAsWritten', 'the SDK would leave out "NewMember"', never],
  ['ExpiredTokenException', 'The security token included in the request is expired'],
  ['ExpiredToken', 'The security token included in the request is expired'],
  ['RequestExpired', 'Request has expired.'],
  ['InvalidSignatureException', 'Signature expired: 20261120T100000Z is now earlier than 20261120T101500Z'],
  [
    'InvalidSignatureException',
    'Signature not yet current: 20261120T103000Z is still later than 20261120T101500Z',
  ],
  ['SignatureDoesNotMatch', 'Signature expired: 20261120T100000Z'],
  ['InvalidSignatureException', 'The request signature we calculated does not match.'],
  ['SignatureDoesNotMatch', 'The request signature we calculated does not match.'],
  ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
  ['InvalidClientTokenId', 'The security token included in the request is invalid.'],
  ['IncompleteSignature', 'Authorization header requires ...'],
  ['MissingAuthenticationToken', 'Request is missing Authentication Token'],
  ['MissingAuthenticationTokenException', 'Request is missing Authentication Token'],
  ['AccessDeniedException', 'KMS key access denied error: not authorized to perform: kms:CreateGrant'],
  ['AccessDenied', 'KMS key access denied error'],
  [
    'AccessDeniedException',
    'User: arn:aws:iam::123456789012:user/kim is not authorized to perform: dynamodb:RestoreTableFromBackup on resource: x',
  ],
  [
    'AccessDeniedException',
    'User: kim is not authorized to perform: application-autoscaling:DescribeScalableTargets',
    read,
  ],
  ['AccessDeniedException', '', read],
  ['AccessDenied', 'Access denied', { operation: 'GetCallerIdentity' }],
  ['AccessDeniedException', 'Access denied', { operation: 'DescribeKey' }],
  ['AccessDeniedException', 'Access denied', { operation: 'ListAliases' }],
  ['ValidationException', 'KMS validation error: the key does not exist'],
  ['ValidationException', 'KMS key disabled error: arn:aws:kms:eu-west-1:123456789012:key/1 is disabled.'],
  ['ValidationException', '1 validation error detected'],
  [
    'InternalServerError',
    'KMS internal error: EncryptionContext is supported only when using symmetric keys',
    fault,
  ],
  [
    'InternalServerError',
    'KMS internal error: EncryptionContext is supported only when using symmetric keys',
    { ...fault, ...read },
  ],
  ['ThrottlingException', 'Rate exceeded'],
  ['Throttling', 'Rate exceeded'],
  ['RequestLimitExceeded', 'Rate exceeded'],
  ['TooManyRequestsException', 'Rate exceeded'],
  [
    'LimitExceededException',
    'Subscriber limit exceeded: Only 50 restore operations can be done simultaneously',
  ],
  ['LimitExceededException', 'Subscriber limit exceeded: There is a limit of 2500 tables per subscriber'],
  ['TableAlreadyExistsException', 'Table already exists: Orders-2'],
  ['TableInUseException', 'Table: Orders-2 is already being restored from backup'],
  ['BackupInUseException', 'Backup is being used to restore another table'],
  ['BackupNotFoundException', 'Backup not found'],
  ['PointInTimeRecoveryUnavailableException', "Point in time recovery is not enabled for table 'Orders'"],
  ['InvalidRestoreTimeException', "RestoreDateTime '2020-01-01T00:00:00Z' must be within"],
  [
    'ContinuousBackupsUnavailableException',
    'Backups are being enabled for the table: Orders',
    { operation: 'CreateBackup' },
  ],
  ['ResourceNotFoundException', 'Requested resource not found', read],
  ['TableNotFoundException', 'Table not found: Orders'],
  ['UnknownOperationException', '', { operation: 'CreateBackup' }],
  ['InternalServerError', 'Internal server error', fault],
  ['InternalFailure', '', fault],
  ['ServiceUnavailable', '', { httpStatus: 503, ...read }],
  ['BrandNewException', 'hello'],
];

/** What was not done depends on the operation. */
const operations = [
  'CreateBackup',
  'DeleteBackup',
  restore,
  'RestoreTableToPointInTime',
  'UpdateTable',
  'UpdateContinuousBackups',
  'UpdateTimeToLive',
  'TagResource',
  'ListBackups',
];

function failure([code, message, more]: Kind): Failure {
  return {
    code,
    message,
    operation: restore,
    region: 'eu-west-1',
    httpStatus: 400,
    mayHaveArrived: true,
    ...more,
  };
}

function told(kind: Kind): string {
  const { code, message, operation, httpStatus, mayHaveArrived } = failure(kind);
  const sent = mayHaveArrived ? `HTTP ${httpStatus ?? 'none'}` : 'not sent';
  return `${code} "${message}" (${operation}, ${sent})\n  ${inWords(failure(kind))}\n`;
}

test('every kind of failure is told in these words', () =>
  expect(kinds.map(told).join('\n')).toMatchFileSnapshot('./explanations.txt'));

test('of every operation it is said what was not done, as far as that is known', () => {
  const refusals = operations.map((operation): Kind => ['NewException', 'no', { operation }]);
  const unclear = operations.map((operation): Kind => ['NewFault', 'oops', { operation, httpStatus: 599 }]);
  const edges = [399, 400, 499, 500].map((httpStatus): Kind => ['NewException', 'no', { httpStatus }]);
  const text = [...refusals, ...unclear, ...edges].map(told).join('\n');
  return expect(text).toMatchFileSnapshot('./what-was-not-done.txt');
});

test('how a restore ended that did not end well is told in these words', () => {
  const place = { target: 'Orders\u202e-2', region: 'eu-west-1' };
  const because = failure(['TimeoutError', 'A table of that name was made by somebody else.', lost]);
  const ends = (['rejected', 'unknown', 'foreign', 'vanished'] as const).map(
    (outcome) => `${outcome}\n  ${wordsOfOutcome(outcome, because, place)}\n`,
  );
  return expect(ends.join('\n')).toMatchFileSnapshot('./outcomes.txt');
});
