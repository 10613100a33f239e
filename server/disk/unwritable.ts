import { JournalUnwritable } from '../run/ports';

/** What the disk said, as the refusal that a user can do something about. */
export function unwritable(folder: string, error: unknown): JournalUnwritable {
  const why = codeOf(error) ?? (error instanceof Error ? error.message : 'unknown');
  return new JournalUnwritable(
    `The journal in ${folder} cannot be used (${why}). Without it a lost request could not be found again. Make the folder writable or set DDBBACKUP_STATE to another one.`,
  );
}

/** `ENOENT` and the like. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
