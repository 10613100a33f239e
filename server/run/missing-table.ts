import { AwsFailure } from './ports';

/** The service says that there is no such table: an answer, and no failure to answer. */
export function isMissingTable(error: unknown): boolean {
  return error instanceof AwsFailure && error.failure.code === 'ResourceNotFoundException';
}
