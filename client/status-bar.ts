import { type Disposable, StatusBarAlignment, window } from 'vscode';
import type { ConnectionState, RestoreRow } from '../server/protocol';
import { isRunning } from './restore-state';
import { shown, unlinked } from './text';

export interface StatusBar extends Disposable {
  drawConnection(state: ConnectionState): void;
  drawRestores(rows: readonly RestoreRow[]): void;
}

/** Left: whose tables are shown, and while restores run, which. */
export function statusBar(): StatusBar {
  const connection = window.createStatusBarItem('ddbbackup.connection', StatusBarAlignment.Left, 20);
  connection.name = 'DynamoDB Backup: Connection';
  connection.command = 'ddbbackup.chooseConnection';
  connection.text = '$(database) DynamoDB';
  connection.show();
  const restores = window.createStatusBarItem('ddbbackup.restores', StatusBarAlignment.Left, 19);
  restores.name = 'DynamoDB Backup: Restores';
  restores.command = 'ddbbackup.showRestores';
  return {
    drawConnection(state) {
      const { text, tooltip } = connectionWords(state);
      connection.text = text;
      connection.tooltip = tooltip;
      connection.accessibilityInformation = { label: tooltip, role: 'button' };
    },
    drawRestores(rows) {
      const running = rows.filter(isRunning);
      const [first] = running;
      if (first === undefined) return restores.hide();
      const what = running.length === 1 ? shown(first.target) : `${running.length} tables`;
      restores.text = `$(sync~spin) Restoring ${what}`;
      restores.tooltip = running.map((row) => `${shown(row.target)}: ${shown(row.words)}`).join('\n');
      restores.accessibilityInformation = { label: `Restoring ${what}. Show restores.`, role: 'button' };
      restores.show();
    },
    dispose() {
      connection.dispose();
      restores.dispose();
    },
  };
}

function connectionWords(state: ConnectionState): { text: string; tooltip: string } {
  if (state.kind === 'none')
    return { text: '$(database) Choose connection', tooltip: 'DynamoDB Backup: no connection is chosen' };
  if (state.kind === 'untrusted')
    return {
      text: '$(database) Restricted',
      tooltip: 'DynamoDB Backup: this workspace is not trusted, so nothing is asked of AWS',
    };
  if (state.kind === 'refused')
    return { text: '$(warning) Endpoint refused', tooltip: `DynamoDB Backup: ${shown(state.why)}` };
  const who = whose(state);
  const regions = state.regions.map(shown);
  const some = regions.length > 2 ? [regions[0], `${regions.length - 1} more`] : regions;
  const endpoint = state.sandbox || state.endpoint === '' ? '' : `\nEndpoint ${shown(state.endpoint)}`;
  return {
    text: `$(database) ${unlinked(who)}${some.length > 0 ? ` · ${some.join(', ')}` : ''}`,
    tooltip: `DynamoDB Backup: ${who}\n${regions.join(', ') || 'No Region is chosen'}${endpoint}`,
  };
}

/** Whose tables these are, in a word: the sandbox, another endpoint's host, the profile. */
export function whose(state: ConnectionState & { kind: 'ready' }): string {
  if (state.sandbox) return 'Sandbox';
  const host = state.endpoint === '' ? '' : new URL(state.endpoint).host;
  return shown([state.profile, host].filter((part) => part !== '').join(' @ '));
}
