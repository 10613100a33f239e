/** What a command ends with: a promise to scripts. */
export const EXIT = {
  fine: 0,
  /** Errors were found, or a verification failed. */
  problems: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** AWS refused or failed, or what was to be checked against it could not be. */
  aws: 3,
  /** It is not known what became of a request; the journal says what to do. */
  unknown: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line cannot be obeyed; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
