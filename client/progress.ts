import { ProgressLocation, window } from 'vscode';
import { abortSignal } from './signal';

/** Shows that something is waited for, as a notification that can be cancelled. */
export function waiting<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    window.withProgress(options, (_progress, token) => {
      const { signal, dispose } = abortSignal(token);
      return work(signal).finally(dispose);
    }),
  );
}
