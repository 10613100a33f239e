import { window } from 'vscode';
import { chosen, type Parts } from './commands/command';
import { regionName } from '../server/region-names';
import { whose } from './status-bar';
import { shown } from './text';

/** What a write is about; all of it is shown. */
export interface Write {
  /** "Create the backup X of table Orders?" */
  question: string;
  /** On the button: "Create Backup". */
  verb: string;
  accountId: string;
  region: string;
  /** The table that must be typed for a protected account. */
  table: string;
  /** What else to know before saying yes. */
  remarks?: readonly string[];
}

/**
 * Asks once before a write, naming account, Region and table; for an account the user protects, the table's name must be typed as well.
 * Ends the command when the user steps back.
 */
export async function confirmWrite(
  write: Write,
  { connection, settings }: Pick<Parts, 'connection' | 'settings'>,
): Promise<void> {
  const state = await connection.state();
  const through = state.kind === 'ready' ? [`Through: ${whose(state)}`] : [];
  const name = regionName(write.region);
  const detail = [
    `Account: ${shown(write.accountId)}`,
    `Region: ${shown(write.region)}${name === undefined ? '' : `, ${name}`}`,
    `Table: ${shown(write.table)}`,
    ...through,
    ...(write.remarks === undefined || write.remarks.length === 0 ? [] : ['', ...write.remarks.map(shown)]),
  ].join('\n');
  chosen(await window.showWarningMessage(shown(write.question), { modal: true, detail }, write.verb));
  if (settings.current().protectedAccounts.includes(write.accountId)) await typeName(write);
}

async function typeName({ accountId, region, table, verb }: Write): Promise<void> {
  const where = `Account ${shown(accountId)}, ${shown(region)}.`;
  chosen(
    await window.showInputBox({
      title: `${verb} in Protected Account ${shown(accountId)}`,
      prompt: `Type the table's name to go on: ${shown(table)}`,
      ignoreFocusOut: true,
      validateInput: (typed) => (typed === table ? undefined : `This is not ${shown(table)} yet. ${where}`),
    }),
  );
}
