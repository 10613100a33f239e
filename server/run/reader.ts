import type { Failure } from '../core/answer';
import { AwsFailure, type Account, type ReadCalls } from './ports';

/** Reads that cannot fail: what could not be read is `unknown`, and why is kept. */
export interface Reader {
  /** `missing` when the service says that there is no such thing, `unknown` when it could not be asked. */
  read<Operation extends keyof ReadCalls>(
    region: string,
    operation: Operation,
    input: ReadCalls[Operation]['in'],
  ): Promise<ReadCalls[Operation]['out'] | 'missing' | 'unknown'>;
  /** The same for several calls that make one answer. */
  answer<T>(
    ask: (account: Account, signal: AbortSignal | undefined) => Promise<T>,
  ): Promise<T | 'missing' | 'unknown'>;
}

/** `NotFoundException` is how AWS KMS says it. */
const notFound = new Set([
  'BackupNotFoundException',
  'NotFoundException',
  'ResourceNotFoundException',
  'TableNotFoundException',
]);

/** @param onFailure hears of everything that left something unknown */
export function readerOf(
  account: Account,
  onFailure: (failure: Failure) => void,
  signal: AbortSignal | undefined,
): Reader {
  const answer: Reader['answer'] = async (ask) => {
    try {
      return await ask(account, signal);
    } catch (error) {
      if (!(error instanceof AwsFailure)) throw error;
      if (notFound.has(error.failure.code)) return 'missing';
      onFailure(error.failure);
      return 'unknown';
    }
  };
  return {
    answer,
    read: (region, operation, input) => answer(() => account.read(region, operation, input, signal)),
  };
}
