import { type Progress, ProgressLocation, window } from 'vscode';
import type {
  Middleware,
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageclient/node';
import { abortSignal } from './signal';

interface Shown {
  report: (event: { message?: string; percentage?: number }) => void;
  end: () => void;
}

/**
 * The library shows all progress of the server in the status bar, where it cannot be cancelled. What can be cancelled, a restore above all,
 * is somebody's wait: it is shown as a notification.
 */
export function progressNotifications(cancel: (token: ProgressToken) => Promise<void>): {
  handle: NonNullable<Middleware['handleWorkDoneProgress']>;
  endAll: () => void;
} {
  const shown = new Map<ProgressToken, Shown>();

  function begin(token: ProgressToken, first: WorkDoneProgressBegin): void {
    const options = { location: ProgressLocation.Notification, title: first.title, cancellable: true };
    void window.withProgress(options, (progress, cancellation) => {
      const { signal, dispose } = abortSignal(cancellation);
      signal.addEventListener('abort', () => void cancel(token), { once: true });
      const report = reporter(progress);
      report(first);
      return new Promise<void>((resolve) => {
        shown.set(token, { report, end: resolve });
      }).finally(dispose);
    });
  }

  function end(token: ProgressToken): void {
    shown.get(token)?.end();
    shown.delete(token);
  }

  return {
    handle(token, event: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd, next) {
      if (event.kind === 'begin' && event.cancellable === true) return begin(token, event);
      const notification = shown.get(token);
      if (event.kind === 'report' && notification !== undefined) return notification.report(event);
      if (event.kind === 'end') end(token);
      next(token, event);
    },
    endAll() {
      for (const token of shown.keys()) end(token);
    },
  };
}

/** LSP tells how far the work is, VS Code wants to know how much further it got. */
function reporter(progress: Progress<{ message?: string; increment?: number }>): Shown['report'] {
  let reached = 0;
  return ({ message, percentage = reached }) => {
    const increment = Math.max(0, percentage - reached);
    reached += increment;
    progress.report({ ...(increment > 0 && { increment }), ...(message !== undefined && { message }) });
  };
}
