import { type CancellationToken, type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { details } from '../server/protocol';
import type { Ask } from './ask';
import { abortSignal } from './signal';
import { shown } from './text';

const SCHEME = 'ddbbackup-details';

/** The documents that "Go to Definition" opens from an ARN or a name in a spec: what AWS says of it, read when it is opened. */
export interface Details extends Disposable {
  /** Something looks different at AWS, or another account is looked at: what is open is read anew. */
  changed(): void;
}

export function detailsDocuments(ask: Ask): Details {
  const changed = new EventEmitter<Uri>();
  const listeners = [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => textOf(uri, token, ask),
    }),
  ];
  return {
    changed() {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}

/** A refusal is shown where the text would be: whoever follows a name may only be looking what it is. */
async function textOf(uri: Uri, token: CancellationToken, ask: Ask): Promise<string> {
  const { signal, dispose } = abortSignal(token);
  try {
    const answer = await ask(details, { uri: uri.toString() }, signal);
    return answer.ok ? answer.value : `// ${shown(answer.refusal.message)}\n`;
  } catch (error) {
    return `// ${shown(error instanceof Error ? error.message : String(error))}\n`;
  } finally {
    dispose();
  }
}
