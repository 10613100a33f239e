import type { Connection } from 'vscode-languageserver';

/** A wait the user sees, and may end. */
export interface Shown {
  say(words: string): void;
  end(): void;
}

/** Work-done progress with a Cancel button. An editor that cannot show it, or refuses, goes without. */
export async function showProgress(
  connection: Connection,
  title: string,
  onCancel: () => void,
): Promise<Shown> {
  try {
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin(title, undefined, undefined, true);
    reporter.token.onCancellationRequested(onCancel);
    return { say: (words) => reporter.report(words), end: () => reporter.done() };
  } catch {
    return { say: () => undefined, end: () => undefined };
  }
}
