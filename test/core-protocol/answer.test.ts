import { describe, expect, test } from 'vitest';
import { meaningOf, type Failure, type Meaning } from '../../server/core/answer';

const restore = 'RestoreTableFromBackup';
const failure = (code: string, message = '', more: Partial<Failure> = {}): Failure => ({
  code,
  message,
  operation: restore,
  region: 'eu-west-1',
  httpStatus: 400,
  mayHaveArrived: true,
  ...more,
});

describe('what an answer to a restore means', () => {
  test.each<[Meaning, string, string, Partial<Failure>?]>([
    ['wait', 'ThrottlingException', 'Rate exceeded'],
    ['wait', 'ThrottlingException', 'The rate of control plane requests made by this account is too high'],
    [
      'wait',
      'LimitExceededException',
      'Subscriber limit exceeded: Only 50 restore operations can be done simultaneously',
    ],
    [
      'definite-no',
      'LimitExceededException',
      'Subscriber limit exceeded: Updates to TableClass are limited to 2 times in 30 day(s).',
    ],
    [
      'definite-no',
      'LimitExceededException',
      'The requested ReadCapacityUnits, 9, is above the per table maximum for the account',
    ],
    ['definite-no', 'AccessDeniedException', 'Access is denied'],
    [
      'definite-no',
      'AccessDeniedException',
      'KMS key access denied error: not authorized to perform: kms:CreateGrant',
    ],
    ['definite-no', 'ValidationException', 'Invalid Backup ARN'],
    ['definite-no', 'ValidationException', 'KMS key disabled error: x is disabled.'],
    ['definite-no', 'BackupNotFoundException', 'Backup not found: arn'],
    ['definite-no', 'TableNotFoundException', 'Table not found: Orders'],
    [
      'definite-no',
      'PointInTimeRecoveryUnavailableException',
      "Point in time recovery is not enabled for table 'Orders'",
    ],
    ['definite-no', 'InvalidRestoreTimeException', "RestoreDateTime 'x' must be within"],
    [
      'definite-no',
      'InternalServerError',
      'KMS internal error: EncryptionContext is supported only when',
      { httpStatus: 500 },
    ],
    ['unknown', 'InternalServerError', 'Internal server error', { httpStatus: 500 }],
    ['unknown', 'InternalFailure', '', { httpStatus: 500 }],
    ['unknown', 'ServiceUnavailable', '', { httpStatus: 503 }],
    ['wait', 'ThrottlingException', '', { httpStatus: 503 }],
    ['unknown', 'TimeoutError', 'no complete answer in time', { httpStatus: undefined as never }],
    ['unknown', 'ConnectionError', 'the connection broke (ECONNRESET)', { httpStatus: undefined as never }],
    ['definite-no', 'ConnectionError', 'no connection (ENOTFOUND)', { mayHaveArrived: false }],
    ['unknown', 'NotAnAwsAnswer', 'the answer (HTTP 200) is not one of AWS', { httpStatus: 200 }],
    ['unknown', 'NotAnAwsAnswer', 'a proxy', { httpStatus: 407 }],
    ['unknown', 'NotAnAwsAnswer', 'a portal', { httpStatus: 307 }],
    ['unknown', 'ForeignAnswer', 'another account', { httpStatus: 200 }],
    ['unknown', 'UnknownError', '', { httpStatus: 403 }],
    ['unknown', 'BrandNewException', '', { httpStatus: 399 }],
    ['definite-no', 'BrandNewException', '', { httpStatus: 400 }],
    ['definite-no', 'BrandNewException', '', { httpStatus: 499 }],
    ['unknown', 'BrandNewException', '', { httpStatus: 500 }],
    ['unknown', 'BrandNewException', '', { httpStatus: undefined as never }],
    ['unknown', '2BrandNewException', ''],
    ['unknown', 'BrandNewExceptions', ''],
    [
      'wait',
      'InternalServerError',
      'Table is under system maintenance, please try again later',
      { httpStatus: 500 },
    ],
    ['sign-in', 'ExpiredTokenException', 'The security token included in the request is expired'],
    ['sign-in', 'UnrecognizedClientException', ''],
    ['sign-in', 'InvalidSignatureException', 'Signature expired: x'],
    ['sign-in', 'CredentialsError', '', { mayHaveArrived: false }],
    ['sign-in', 'UnknownProfile', '', { mayHaveArrived: false }],
    ['perhaps-ours', 'TableAlreadyExistsException', 'Table already exists: Orders-restored'],
    [
      'perhaps-ours',
      'TableInUseException',
      'Table: Orders-restored is already being restored from backup: arn',
    ],
    ['perhaps-ours', 'BackupInUseException', 'Backup is being used to restore another table: arn'],
  ])('%s: %s "%s"', (meaning, code, message, more) => {
    expect(meaningOf(failure(code, message, more))).toBe(meaning);
  });

  test.each(['TableAlreadyExistsException', 'TableInUseException', 'BackupInUseException'])(
    '%s after a send of unknown outcome is unknown too',
    (code) => expect(meaningOf(failure(code), { earlierUnresolved: true })).toBe('unknown'),
  );
});

describe('what an answer to another call means', () => {
  test.each<[Meaning, string, string, string]>([
    ['definite-no', 'DeleteBackup', 'BackupInUseException', 'Backup is being used to restore table: arn'],
    [
      'wait',
      'CreateBackup',
      'ContinuousBackupsUnavailableException',
      'Backups are being enabled for the table: x',
    ],
    [
      'wait',
      'UpdateTable',
      'ResourceInUseException',
      'Attempt to change a resource which is still in use: x',
    ],
    ['definite-no', 'CreateTable', 'ResourceInUseException', 'Table already exists: x'],
    [
      'wait',
      'TagResource',
      'LimitExceededException',
      'Subscriber limit exceeded: Table tags are being updated: x',
    ],
    [
      'wait',
      'UpdateTimeToLive',
      'ValidationException',
      'Time to live has been modified multiple times within a fixed interval',
    ],
    [
      'wait',
      'DescribeTimeToLive',
      'ValidationException',
      'Cannot describe time to live while table is in CREATING state.',
    ],
    [
      'definite-no',
      'UpdateTimeToLive',
      'ValidationException',
      'TimeToLive is active on a different AttributeName',
    ],
    [
      'wait',
      'UpdateTable',
      'ThrottlingException',
      'Deletion protection setting for table x modified within the previous 15000 milliseconds.',
    ],
  ])('%s: %s %s "%s"', (meaning, operation, code, message) => {
    expect(meaningOf(failure(code, message, { operation }))).toBe(meaning);
  });
});
