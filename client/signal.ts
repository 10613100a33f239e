import type { CancellationToken } from 'vscode';

/** VS Code's way to cancel as the platform's. `dispose` when the work is over. */
export function abortSignal(token: CancellationToken): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  const listener = token.onCancellationRequested(() => controller.abort());
  return { signal: controller.signal, dispose: () => void listener.dispose() };
}
