import path from 'node:path';
import { type Disposable, type ExtensionContext, workspace } from 'vscode';
import { changed, settingsChanged } from '../server/protocol';
import { announceEnds } from './announce';
import { register } from './commands/command';
import { commandList } from './commands/index';
import { connection as connectionOf } from './connection';
import { detailsDocuments } from './details';
import { openLog } from './log';
import { planView as openPlanView } from './plan-view';
import { restores as watchRestores } from './restores';
import { languageServer, type Server } from './server';
import { userSettings } from './settings';
import { isSpec } from './spec-document';
import { statusBar } from './status-bar';
import { explorer as openExplorer } from './tree/explorer';
import { Shelf } from './tree/shelf';
import { shown, unlinked } from './text';

let server: Server | undefined;

/** Wires the parts together. The language server starts when the view or a spec is shown, or restores were left open. */
export function activate(context: ExtensionContext): void {
  const keep = <T extends Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = keep(openLog());
  const settings = keep(userSettings());
  const running = languageServer(context.asAbsolutePath(path.join('dist', 'server.js')), log, () =>
    settings.current(),
  );
  server = running;
  const connection = keep(connectionOf(running));
  const restores = keep(watchRestores(running, context.globalState));
  const details = keep(detailsDocuments(running.ask));
  const planView = keep(openPlanView());
  const bar = keep(statusBar());
  const tree = { ask: running.ask, shelf: new Shelf(), openRestores: () => restores.open(), now: Date.now };
  const explorer = keep(openExplorer(tree, () => connection.regions()));

  keep(settings.onDidChange((now) => void running.tell(settingsChanged, now)));
  keep(
    connection.onDidChange(({ state, drawn }) => {
      bar.drawConnection(state);
      explorer.say(state.kind === 'refused' ? unlinked(shown(state.why)) : undefined);
      if (drawn) explorer.reset();
      details.changed();
    }),
  );
  keep(
    restores.onDidChange(({ before, after }) => {
      bar.drawRestores(after);
      explorer.drawRestores(before, after);
      void announceEnds(explorer, before, after);
    }),
  );
  running.on(changed, ({ region, table }) => {
    void explorer.changed(region, table);
    details.changed();
  });
  const parts = {
    ask: running.ask,
    connection,
    explorer,
    log,
    planView,
    restores,
    server: running,
    settings,
  };
  for (const make of commandList) keep(register(make(parts), parts));

  // A failure to start is in the log and in the view; asking again tries again.
  const start = (): void => void running.start().catch(() => undefined);
  if (restores.pending() || workspace.textDocuments.some(isSpec)) start();
  keep(workspace.onDidOpenTextDocument((document) => isSpec(document) && start()));
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
