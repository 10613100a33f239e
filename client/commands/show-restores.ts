import { window } from 'vscode';
import { listRestores, type RestoreRow } from '../../server/protocol';
import { isRunning, needsAttention } from '../restore-state';
import { fromNow, shown, unlinked } from '../text';
import { chosen, type Command, type Parts } from './command';

/** The restores of this user, newest first; choosing one shows its table. */
export const showRestores = ({ ask, explorer }: Pick<Parts, 'ask' | 'explorer'>): Command => ({
  id: 'ddbbackup.showRestores',
  needs: 'trust',
  async run() {
    const rows = (await ask(listRestores, undefined)).toSorted((a, b) =>
      b.startedAt.localeCompare(a.startedAt),
    );
    const items = rows.map((row) => ({ ...itemFor(row), row }));
    const placeHolder = items.length === 0 ? 'No restores yet' : 'Choose one to show its table';
    const { row } = chosen(
      await window.showQuickPick(items, { title: 'Restores', placeHolder, matchOnDescription: true }),
    );
    await explorer.reveal({ region: row.region, table: row.target, open: true });
  },
});

function itemFor(row: RestoreRow) {
  const icon = isRunning(row) ? 'sync' : needsAttention(row) ? 'warning' : 'history';
  return {
    label: `$(${icon}) ${unlinked(shown(row.target))}`,
    description: unlinked(`${shown(row.region)} · started ${fromNow(row.startedAt, Date.now())}`),
    detail: unlinked(shown(row.words)),
  };
}
