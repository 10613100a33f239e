/**
 * Do `work`, but for no longer than `ms` and not after `signal` fires. The race is ours because a signal does not reach all that the SDK waits
 * for: a `credential_process` that hangs ignores it.
 * @throws what `late()` gives at the deadline; the signal's reason when aborted
 */
export async function within<T>(
  ms: number,
  late: () => Error,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const inner = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => give(late()), ms);
    const onAbort = (): void => give(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    const tidy = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const give = (reason: unknown): void => {
      tidy();
      reject(reason);
      inner.abort();
    };
    work(inner.signal).then((value) => {
      tidy();
      resolve(value);
    }, give);
  });
}
