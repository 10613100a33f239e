import { commands, type TextDocument, window } from 'vscode';
import { plan, type PlanShown } from '../server/protocol';
import { type Ask, granted } from './ask';
import { SteppedBack } from './commands/command';
import { waiting } from './progress';
import { shown, unlinked } from './text';

const MOST_REASONS = 4;

/** A fresh plan of the document as it stands in the editor. A refusal is shown, and ends the command. */
export async function freshPlan(
  ask: Ask,
  document: TextDocument,
): Promise<{ plan: PlanShown; version: number }> {
  const { uri, version } = document;
  const answer = await waiting(
    'Planning the restore: reading the backup, the table and its settings…',
    (signal) =>
      ask(plan, { uri: uri.toString(), version }, signal).catch((error: unknown) => {
        throw signal.aborted ? new SteppedBack('planning was cancelled') : error;
      }),
    { cancellable: true },
  );
  const planned = granted(answer);
  if (planned.kind === 'plan') return { plan: planned.plan, version };
  void window.showErrorMessage(refusal(planned.reasons));
  await commands.executeCommand('workbench.panel.markers.view.focus');
  throw new SteppedBack('the plan was refused');
}

function refusal(reasons: readonly string[]): string {
  const some = reasons.slice(0, MOST_REASONS).map((reason) => unlinked(shown(reason)));
  const rest = reasons.length - some.length;
  return `No plan, and nothing was sent. ${some.join(' ')}${rest > 0 ? ` And ${rest} more in Problems.` : ''}`;
}
