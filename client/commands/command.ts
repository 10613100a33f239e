import { commands, type Disposable, type LogOutputChannel, window, workspace } from 'vscode';
import type { Ask } from '../ask';
import { NO_ANSWER_CODE, refusalOf } from '../ask';
import type { Connection } from '../connection';
import type { PlanView } from '../plan-view';
import type { Restores } from '../restores';
import type { Server } from '../server';
import type { UserSettings } from '../settings';
import { shown, unlinked } from '../text';
import type { Explorer } from '../tree/explorer';

/** A command is a value. Its id is `ddbbackup.` and the file's name in camel case. */
export interface Command {
  id: `ddbbackup.${string}`;
  /** What must stand before it runs: whatever asks AWS needs a connection, and so a trusted workspace. */
  needs: 'nothing' | 'trust' | 'connection';
  /** May be called by any extension, so the arguments can be anything. */
  run(...given: unknown[]): Promise<void> | void;
}

/** All that commands are made from; each takes what it needs. */
export interface Parts {
  ask: Ask;
  connection: Connection;
  explorer: Explorer;
  log: LogOutputChannel;
  planView: PlanView;
  restores: Restores;
  server: Server;
  settings: UserSettings;
}

/** Ends a command quietly: the user stepped back. */
export class SteppedBack extends Error {
  override readonly name = 'SteppedBack';
}

/** What was chosen, or the end of the command. */
export function chosen<T>(value: T | undefined): T {
  if (value === undefined) throw new SteppedBack('the user stepped back');
  return value;
}

const SHOW_LOG = 'Show Log';
const RESTART = 'Restart Server';
const CHOOSE = 'Choose Connection…';
const TRUST = 'Manage Workspace Trust';

/** Registers a command behind the one place that checks what it needs and explains what went wrong. */
export function register(
  command: Command,
  { connection, log }: Pick<Parts, 'connection' | 'log'>,
): Disposable {
  return commands.registerCommand(command.id, async (...given: unknown[]) => {
    try {
      if (await stands(command.needs, connection)) await command.run(...given);
    } catch (error) {
      if (!(error instanceof SteppedBack)) await explain(command.id, error, log);
    }
  });
}

async function stands(needs: Command['needs'], connection: Connection): Promise<boolean> {
  if (needs === 'nothing') return true;
  if (!workspace.isTrusted) return offerTrust();
  if (needs === 'trust') return true;
  const state = await connection.state();
  if (state.kind === 'untrusted') return offerTrust();
  if (state.kind === 'none') return offerChoice('No connection is chosen yet, so nothing was asked of AWS.');
  if (state.kind === 'refused') return offerChoice(state.why);
  return true;
}

async function offerTrust(): Promise<false> {
  const words = 'This workspace is not trusted, so nothing is asked of AWS from here.';
  if ((await window.showWarningMessage(words, TRUST)) === TRUST)
    await commands.executeCommand('workbench.trust.manage');
  return false;
}

async function offerChoice(words: string): Promise<false> {
  if ((await window.showWarningMessage(unlinked(shown(words)), CHOOSE)) === CHOOSE)
    await commands.executeCommand('ddbbackup.chooseConnection');
  return false;
}

async function explain(id: string, error: unknown, log: LogOutputChannel): Promise<void> {
  const { message, code, requestId } = refusalOf(error);
  log.error(`${id}: ${code}: ${message}${requestId === undefined ? '' : ` (request ${requestId})`}`);
  const buttons = code === NO_ANSWER_CODE ? [RESTART, SHOW_LOG] : [SHOW_LOG];
  const button = await window.showErrorMessage(unlinked(shown(message)), ...buttons);
  if (button === SHOW_LOG) log.show();
  if (button === RESTART) await commands.executeCommand('ddbbackup.restartServer');
}
