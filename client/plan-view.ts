import { commands, type Disposable, EventEmitter, Range, Uri, workspace } from 'vscode';
import type { PlanShown } from '../server/protocol';
import { planDocuments } from './plan-documents';
import { shown } from './text';

const SCHEME = 'ddbbackup-plan';

/** Shows plans in the diff editor: what was recorded beside what the restore makes. */
export interface PlanView extends Disposable {
  show(plan: PlanShown): Promise<void>;
}

const FORGOTTEN =
  '// This plan was made before the window was loaded anew and may not be true any more.\n// Run "Plan Restore" on the spec again.\n';

export function planView(): PlanView {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const listeners = [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? FORGOTTEN,
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) texts.delete(uri.toString());
    }),
  ];

  function put(folder: string, name: string, text: string): Uri {
    const uri = Uri.from({ scheme: SCHEME, path: `/${folder}/${name}.jsonc` });
    texts.set(uri.toString(), text);
    changed.fire(uri);
    return uri;
  }

  return {
    async show(plan) {
      const { recorded, restored } = planDocuments(plan);
      const folder = `${plan.region}/${plan.target}`;
      await commands.executeCommand(
        'vscode.diff',
        put(folder, 'recorded', recorded),
        put(folder, 'restored', restored),
        `Plan: ${shown(plan.sourceTableName)} → ${shown(plan.target)}`,
        // A plan that is open already may have been read to its end.
        { preview: true, selection: new Range(0, 0, 0, 0) },
      );
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}
