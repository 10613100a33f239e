import type { Failure } from './answer';
import { plainText } from './plain-text';

/** A failure in plain words, one or two sentences each. Plain text: never markup, links, paths or shell words. */
export interface Explanation {
  /** What happened. */
  happened: string;
  /** What was not done. */
  notDone: string;
  /** What to do next. */
  next: string;
}

/** How much of a text that is not ours is shown. */
const longestForeignText = 300;

/** A text from outside (AWS, a proxy, a file) made safe to show: hidden and direction-turning characters escaped, cut to 300 units. */
export function plain(text: string): string {
  return plainText(text, longestForeignText);
}

/** One paragraph: what happened, what was not done, what to do next. */
export function inWords(failure: Failure): string {
  const { happened, notDone, next } = explain(failure);
  return [happened, notDone, next].filter((sentence) => sentence !== '').join(' ');
}

/** The one place where a failed call is put into words. */
export function explain(failure: Failure): Explanation {
  const telling = tellings.find(
    ({ codes, text, when }) =>
      codes.includes(failure.code) &&
      (text === undefined || text.test(failure.message)) &&
      (when === undefined || when(failure)),
  );
  const { happened, next, notDone } = telling?.words(failure) ?? unforeseen(failure);
  return { happened, notDone: notDone ?? notDoneBy(failure), next };
}

/** How a restore ended that did not end well, in one paragraph. */
export function wordsOfOutcome(
  outcome: 'rejected' | 'unknown' | 'foreign' | 'vanished',
  failure: Failure,
  { target, region }: { target: string; region: string },
): string {
  const table = `${plain(target)} in ${plain(region)}`;
  switch (outcome) {
    case 'rejected':
      return inWords(failure);
    case 'unknown':
      return (
        `What became of the restore to ${table} is not known. ${explain(failure).happened} No such table was found for some minutes. ` +
        'Look at AWS; then restore again under the same name, which cannot make a second table, or close this restore.'
      );
    case 'foreign':
      return (
        `${plain(failure.message)} It is not the table of this restore and was not touched. ` +
        'Choose another TargetTableName, or find out who made the table.'
      );
    case 'vanished':
      break;
  }
  return (
    `The restore to ${table} was accepted, and its table is gone. ` +
    'Either somebody deleted it, or AWS ended the restore because a permission or the encryption key was taken away. ' +
    'Nothing more was changed. Check the key and the permissions, then restore again.'
  );
}

const changes: Readonly<Record<string, string>> = {
  CreateBackup: 'No backup was made.',
  DeleteBackup: 'The backup was not deleted.',
  RestoreTableFromBackup: 'No restore was started.',
  RestoreTableToPointInTime: 'No restore was started.',
  UpdateTable: 'The setting was not changed.',
  UpdateContinuousBackups: 'The setting was not changed.',
  UpdateTimeToLive: 'The setting was not changed.',
  TagResource: 'The tags were not written.',
};

function notDoneBy({ operation, mayHaveArrived, httpStatus = 0 }: Failure): string {
  const change = changes[operation];
  if (change === undefined) return 'Nothing was changed.';
  const refused = !mayHaveArrived || (httpStatus >= 400 && httpStatus < 500);
  return refused ? change : unsure(operation);
}

function unsure(operation: string): string {
  return `Whether ${operation} was carried out is not known.`;
}

/** "DescribeTable in eu-west-1" */
function call({ operation, region }: Failure): string {
  return `${plain(operation)} in ${plain(region)}`;
}

/** Not every text of AWS ends in a full stop, and a sentence follows. */
function said({ message }: Failure): string {
  if (message === '') return 'AWS gave no reason.';
  const text = `AWS says: ${plain(message)}`;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

interface Words {
  happened: string;
  next: string;
  /** Only where the operation does not say it. */
  notDone?: string;
}

interface Telling {
  codes: readonly string[];
  /** Held against the message, at its stable start where the service varies the rest. */
  text?: RegExp;
  when?: (failure: Failure) => boolean;
  words(failure: Failure): Words;
}

function unforeseen(failure: Failure): Words {
  return {
    happened: `${call(failure)} failed with ${plain(failure.code)}. ${said(failure)}`,
    next: 'Look the message up in the API reference of DynamoDB, mend the cause and try again.',
  };
}

const signInNext =
  'Sign in again (for example with "aws sso login") or choose another profile, then try again.';
const keyNext =
  'Check SSESpecificationOverride: the key must be a symmetric, enabled key of the destination Region that the caller may use.';

/** First fit wins: the more special telling of a code stands before the general one. */
const tellings: readonly Telling[] = [
  {
    codes: ['TargetExists'],
    words: (failure) => ({
      happened: plain(failure.message),
      notDone: 'Nothing was sent.',
      next: 'Choose another TargetTableName; a restore never overwrites a table.',
    }),
  },
  {
    codes: ['WrongAccount'],
    words: (failure) => ({
      happened: plain(failure.message),
      notDone: 'Nothing was sent.',
      next: 'Choose a profile of that account.',
    }),
  },
  {
    codes: ['Cancelled', 'NotSent'],
    words: (failure) => ({ happened: plain(failure.message), next: 'Restore again when you are ready.' }),
  },
  {
    codes: ['Interrupted'],
    words: (failure) => ({ happened: plain(failure.message), next: 'Look at AWS before you do it again.' }),
  },
  {
    codes: ['ConnectionError'],
    when: ({ mayHaveArrived }) => !mayHaveArrived,
    words: (failure) => ({
      happened: `The endpoint for ${call(failure)} cannot be reached: ${plain(failure.message)}.`,
      next: 'Check the network, the Region and, when one is set, the endpoint; then try again.',
    }),
  },
  {
    codes: ['ConnectionError'],
    words: (failure) => ({
      happened: `The connection for ${call(failure)} was lost before the answer was complete.`,
      next: nextWhenUnknown(failure),
    }),
  },
  {
    codes: ['TimeoutError'],
    words: (failure) => ({
      happened: `${call(failure)} did not answer in time.`,
      next: nextWhenUnknown(failure),
    }),
  },
  {
    codes: ['NotAnAwsAnswer', 'ForeignAnswer'],
    words: (failure) => ({
      happened: `What answered ${call(failure)} was not AWS, or not about this account: ${plain(failure.message)}.`,
      next: 'A sign-in page of the network, a proxy or a wrong endpoint setting may be in between. Open the network’s sign-in page or mend the proxy, then look again.',
    }),
  },
  {
    codes: ['EndpointRefused'],
    words: (failure) => ({
      happened: `The endpoint is not one that signed requests are sent to: ${plain(failure.message)}.`,
      next: 'Change the endpoint setting: loopback for a local sandbox, or https at an address of AWS.',
    }),
  },
  {
    codes: ['OtherPartition'],
    words: (failure) => ({
      happened: `Credentials of one partition of AWS are not shown to another: ${plain(failure.message)}.`,
      next: 'If the ARN in the file is right, choose a profile and a Region of its partition; if not, mend the ARN.',
    }),
  },
  {
    codes: ['UnknownProfile'],
    words: (failure) => ({
      happened: `The AWS profile is not known: ${plain(failure.message)}.`,
      next: 'Choose a profile that stands in the AWS config or credentials file, or add it there.',
    }),
  },
  {
    codes: ['CredentialsError'],
    words: (failure) => ({
      happened: `There are no usable credentials: ${plain(failure.message)}.`,
      next: signInNext,
    }),
  },
  {
    codes: ['NotAsWritten'],
    words: (failure) => ({
      happened: `${call(failure)} was held back: ${plain(failure.message)}.`,
      next: 'Check the file for members that this version does not know, and report this fault.',
    }),
  },
  {
    codes: ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired'],
    words: () => ({ happened: 'The session has expired.', next: signInNext }),
  },
  {
    codes: ['InvalidSignatureException', 'SignatureDoesNotMatch'],
    text: /^Signature (expired|not yet current)/,
    words: () => ({
      happened: 'AWS refused the signature because the clock of this machine is wrong.',
      next: 'Set the clock, then try again.',
    }),
  },
  {
    codes: [
      'UnrecognizedClientException',
      'InvalidClientTokenId',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
    ],
    words: (failure) => ({
      happened: `AWS does not accept the credentials. ${said(failure)}`,
      next: signInNext,
    }),
  },
  {
    codes: ['AccessDeniedException', 'AccessDenied'],
    text: /^KMS key access denied error/,
    words: (failure) => ({
      happened: `The caller may not use the encryption key. ${said(failure)}`,
      next: `Allow kms:DescribeKey and kms:CreateGrant on the key, or name another one. ${keyNext}`,
    }),
  },
  {
    codes: ['AccessDeniedException', 'AccessDenied'],
    words: (failure) => ({
      happened: `The caller may not do this: it lacks ${actionOf(failure)} or the resource belongs to another account. ${said(failure)}`,
      next: 'Ask for that permission, or choose a profile that has it, then try again.',
    }),
  },
  {
    codes: ['ValidationException'],
    text: /^KMS (validation|key disabled) error/,
    words: (failure) => ({
      happened: `The encryption key cannot be used. ${said(failure)}`,
      next: keyNext,
    }),
  },
  {
    codes: ['InternalServerError'],
    text: /^KMS internal error/,
    words: (failure) => ({
      happened: `The encryption key is of a kind that DynamoDB cannot use. ${said(failure)}`,
      notDone: changes[failure.operation] ?? 'Nothing was changed.',
      next: keyNext,
    }),
  },
  {
    codes: ['ThrottlingException', 'Throttling', 'RequestLimitExceeded', 'TooManyRequestsException'],
    words: (failure) => ({
      happened: `AWS is asked too often at the moment (${call(failure)}).`,
      next: 'Wait a moment and try again.',
    }),
  },
  {
    codes: ['LimitExceededException'],
    text: /^Subscriber limit exceeded: Only \d+ restore operations/,
    words: (failure) => ({
      happened: `The account runs as many restores as it may. ${said(failure)}`,
      next: 'Wait until one of them has finished.',
    }),
  },
  {
    codes: ['LimitExceededException'],
    words: (failure) => ({
      happened: `A limit of the account is reached. ${said(failure)}`,
      next: 'Wait until the limit allows it again, or ask AWS to raise it.',
    }),
  },
  {
    codes: ['TableAlreadyExistsException'],
    words: (failure) => ({
      happened: `The target table exists already. ${said(failure)}`,
      next: 'Choose another TargetTableName; a restore never overwrites a table.',
    }),
  },
  {
    codes: ['TableInUseException'],
    words: (failure) => ({
      happened: `A table of the target’s name is being made by another restore. ${said(failure)}`,
      next: 'Wait for that restore, or choose another TargetTableName.',
    }),
  },
  {
    codes: ['BackupInUseException'],
    words: (failure) => ({
      happened: `The backup is feeding a restore, and it serves one at a time. ${said(failure)}`,
      next: 'Wait until that restore’s table is ACTIVE, then try again.',
    }),
  },
  {
    codes: ['BackupNotFoundException'],
    words: (failure) => ({
      happened: `There is no such backup in ${plain(failure.region)}. ${said(failure)}`,
      next: 'Check the ARN, its Region and the account; the backup may have been deleted or have expired.',
    }),
  },
  {
    codes: ['PointInTimeRecoveryUnavailableException'],
    words: (failure) => ({
      happened: `Point-in-time recovery is off for the source table. ${said(failure)}`,
      next: 'Restore from a backup instead, and turn point-in-time recovery on for the future.',
    }),
  },
  {
    codes: ['InvalidRestoreTimeException'],
    words: (failure) => ({
      happened: `RestoreDateTime lies outside the time that can be restored. ${said(failure)}`,
      next: 'Choose a time between the two bounds.',
    }),
  },
  {
    codes: ['ContinuousBackupsUnavailableException'],
    words: (failure) => ({
      happened: `Backups are not ready yet for this young table. ${said(failure)}`,
      next: 'Try again in some seconds.',
    }),
  },
  {
    codes: ['ResourceNotFoundException', 'TableNotFoundException'],
    words: (failure) => ({
      happened: `There is no such table in ${plain(failure.region)}, or it is not ready yet. ${said(failure)}`,
      next: 'Check the name, the Region and the account.',
    }),
  },
  {
    codes: ['UnknownOperationException'],
    words: (failure) => ({
      happened: `The endpoint does not know ${call(failure)}.`,
      next: 'Check the Region and the endpoint setting: not every endpoint offers backups.',
    }),
  },
  {
    codes: ['InternalServerError', 'InternalFailure', 'ServiceUnavailable'],
    words: (failure) => ({
      happened: `AWS had a fault of its own (${call(failure)}). ${said(failure)}`,
      next: nextWhenUnknown(failure),
    }),
  },
];

/** The operations that are not DynamoDB's, by the prefix of their IAM action. */
const services: Readonly<Record<string, string>> = {
  GetCallerIdentity: 'sts',
  DescribeKey: 'kms',
  ListAliases: 'kms',
};

/** The IAM action that was refused: as the service names it, else that of the operation. */
function actionOf({ message, operation }: Failure): string {
  const named = /not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)/.exec(message)?.[1];
  if (named !== undefined) return named;
  return `${services[operation] ?? 'dynamodb'}:${plain(operation)}`;
}

function nextWhenUnknown({ operation, mayHaveArrived }: Failure): string {
  const change = changes[operation];
  if (change === undefined || !mayHaveArrived) return 'Try again; when it goes on, look at the network.';
  return 'Look at AWS before you do it again: it may have been done.';
}
