import { window } from 'vscode';
import type { RestoreRow } from '../server/protocol';
import { isRunning, needsAttention } from './restore-state';
import { shown, unlinked } from './text';
import type { Explorer } from './tree/explorer';

const SHOW = 'Show in Explorer';

/** Says how restores ended that were seen running: once each, also after a reload of the window. */
export async function announceEnds(
  explorer: Explorer,
  before: readonly RestoreRow[],
  after: readonly RestoreRow[],
): Promise<void> {
  const wereRunning = new Set(before.filter(isRunning).map((row) => row.op));
  const ended = after.filter((row) => wereRunning.has(row.op) && !isRunning(row));
  await Promise.all(ended.map((row) => announce(explorer, row)));
}

async function announce(explorer: Explorer, row: RestoreRow): Promise<void> {
  if (row.state === 'closed') return;
  const words = unlinked(`${shown(row.target)}: ${shown(row.words)}`);
  if (row.state === 'rejected') return void (await window.showErrorMessage(words));
  const say = needsAttention(row) ? window.showWarningMessage : window.showInformationMessage;
  if ((await say(words, SHOW)) !== SHOW) return;
  await explorer.reveal({ region: row.region, table: row.target, open: true });
}
