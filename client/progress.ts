import { ProgressLocation, window } from 'vscode';

/** A shorter wait shows nothing: VS Code would keep the notification for a second, over an answer that is there already. */
const PATIENCE_MS = 500;

/** Shows that something is waited for, as a notification. @param cancellable the signal ends the work, and nothing is left half done */
export async function waiting<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
  { cancellable }: { cancellable: boolean },
): Promise<T> {
  const controller = new AbortController();
  const result = work(controller.signal);
  if (await isOverWithin(PATIENCE_MS, result)) return result;
  const options = { location: ProgressLocation.Notification, title, cancellable };
  return window.withProgress(options, (_progress, token) => {
    const listener = token.onCancellationRequested(() => controller.abort());
    return result.finally(() => void listener.dispose());
  });
}

function isOverWithin(lengthMs: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), lengthMs);
    const over = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    work.then(over, over);
  });
}
