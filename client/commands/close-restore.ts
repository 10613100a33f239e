import { window } from 'vscode';
import { closeRestore as close } from '../../server/protocol';
import { granted } from '../ask';
import { needsAttention } from '../restore-state';
import { shown } from '../text';
import { isRestoring } from '../tree/kinds';
import { chosen, type Command, type Parts } from './command';

const VERB = 'I Have Looked';

/** Stops showing a restore whose outcome is not known. Changes nothing at AWS. */
export const closeRestore = ({ ask }: Pick<Parts, 'ask'>): Command => ({
  id: 'ddbbackup.closeRestore',
  needs: 'trust',
  async run(given) {
    if (!isRestoring(given) || !needsAttention(given.restore)) return;
    const { op, target, words } = given.restore;
    const detail = `${shown(words)}\n\nThis only stops showing it here. Nothing is changed at AWS.`;
    chosen(
      await window.showWarningMessage(`Have you looked at ${shown(target)}?`, { modal: true, detail }, VERB),
    );
    granted(await ask(close, { op }));
  },
});
