import { window } from 'vscode';
import { type PlanShown, restore as send } from '../../server/protocol';
import { granted } from '../ask';
import { confirmWrite, type Write } from '../confirm';
import { freshPlan } from '../planning';
import { specDocument } from '../spec-document';
import { shown, unlinked } from '../text';
import type { Command, Parts } from './command';

/** Plans anew, shows the plan, asks once, and sends once. What happens then is told by the server: progress, view, status bar. */
export const restore = (parts: Pick<Parts, 'ask' | 'connection' | 'planView' | 'settings'>): Command => ({
  id: 'ddbbackup.restore',
  needs: 'connection',
  async run(given) {
    const { ask, planView } = parts;
    const document = await specDocument(given);
    const { plan, version } = await freshPlan(ask, document);
    await planView.show(plan);
    await confirmWrite(question(plan), parts);
    const { planHash } = plan;
    const row = granted(await ask(send, { uri: document.uri.toString(), version, planHash }));
    if (row.state === 'rejected') await window.showErrorMessage(unlinked(shown(row.words)));
  },
});

function question(plan: PlanShown): Write {
  const { accountId, region, sourceTableName, staysBehind, steps, target, unchecked, warnings } = plan;
  return {
    question: `Restore ${sourceTableName} to the new table ${target}?`,
    verb: 'Restore',
    accountId,
    region,
    table: target,
    remarks: [
      `Put back afterwards: ${settings(steps)}. Left behind: ${staysBehind.length} (see the plan).`,
      'Once it was sent, a restore cannot be stopped.',
      ...list('Warnings:', warnings),
      ...list('Could not be checked:', unchecked),
    ],
  };
}

function settings({ length }: readonly string[]): string {
  return length === 1 ? '1 setting' : `${length} settings`;
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((words) => `- ${words}`)];
}
