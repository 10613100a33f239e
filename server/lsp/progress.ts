import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** A wait the user sees, and may end. */
export interface Shown {
  say(words: string): void;
  end(): void;
}

/**
 * Work-done progress with a Cancel button. An editor that cannot show it, or refuses, goes without; one that does not answer keeps nobody
 * waiting, least of all a restore.
 */
export function showProgress(connection: Connection, title: string, onCancel: () => void): Shown {
  let said = '';
  let ended = false;
  let reporter: WorkDoneProgressServerReporter | undefined;
  const begin = (created: WorkDoneProgressServerReporter): void => {
    created.begin(unlinked(title), undefined, said, true);
    if (ended) return created.done();
    created.token.onCancellationRequested(onCancel);
    reporter = created;
  };
  connection.window
    .createWorkDoneProgress()
    .then(begin)
    .catch(() => undefined);
  return {
    say(words) {
      said = unlinked(words);
      reporter?.report(said);
    },
    end() {
      ended = true;
      reporter?.done();
    },
  };
}

/** Editors turn `[text](address)` in a notification into a link, and these words may quote an answer of AWS. */
function unlinked(text: string): string {
  return text.replaceAll('](', '] (');
}
